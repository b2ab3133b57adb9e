package rectify.simulation;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import rectify.task.OpenTask;
import rectify.task.TaskNews;

/** Hears of the tasks that come up while a thread of the simulation is at work. */
@Component
class Births implements TaskNews {

  private final ThreadLocal<List<OpenTask>> heard = new ThreadLocal<>();

  @Override
  public void created(OpenTask task) {
    List<OpenTask> listening = heard.get();
    if (listening != null) {
      listening.add(task);
    }
  }

  /** The tasks that come up during some work. */
  List<OpenTask> during(Runnable work) {
    List<OpenTask> tasks = new ArrayList<>();
    heard.set(tasks);
    try {
      work.run();
      return tasks;
    } finally {
      heard.remove();
    }
  }

  /** Takes the newest task of a step that has come up during this work, to do it at once. */
  OpenTask take(String step) {
    List<OpenTask> tasks = heard.get();
    for (int i = tasks.size() - 1; i >= 0; i--) {
      if (tasks.get(i).step().equals(step)) {
        return tasks.remove(i);
      }
    }
    throw new IllegalStateException("no task " + step + " has come up");
  }
}
