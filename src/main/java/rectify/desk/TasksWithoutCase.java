package rectify.desk;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import rectify.identity.People;
import rectify.page.SearchWords;
import rectify.task.OpenTask;
import rectify.task.OpenTasks;

/** One's tasks that belong to no case: inspections, self-checks, tables to sign. */
@Component
class TasksWithoutCase {

  /** The processes that carry no case. */
  static final List<String> PROCESSES =
      List.of(
          "inspection",
          "self-check",
          "self-check-reminder",
          "red-light-attention",
          "assessment-finding",
          "statistics-signing");

  /** Most of a process that are looked at, the most urgent first. */
  private static final int MOST = 300;

  private final OpenTasks tasks;
  private final People people;

  TasksWithoutCase(OpenTasks tasks, People people) {
    this.tasks = tasks;
    this.people = people;
  }

  /**
   * Tasks that were found.
   *
   * @param more whether there are so many that not all were looked at
   */
  record Found(List<String> ids, boolean more) {}

  /** Those whose name or subject holds all the words, however they are written. */
  Found withWords(String text) {
    List<String> words = SearchWords.of(text);
    if (words.isEmpty()) {
      return new Found(List.of(), false);
    }
    List<String> groups = people.current().groups();
    List<OpenTask> found = new ArrayList<>();
    boolean more = false;
    for (String process : PROCESSES) {
      List<OpenTask> some = tasks.ofProcess(process, groups, MOST);
      more |= some.size() == MOST;
      found.addAll(some);
    }
    return new Found(
        found.stream().filter(task -> says(task, words)).map(OpenTask::id).toList(), more);
  }

  private static boolean says(OpenTask task, List<String> words) {
    String all = SearchWords.together(task.name(), task.title());
    return words.stream().allMatch(all::contains);
  }
}
