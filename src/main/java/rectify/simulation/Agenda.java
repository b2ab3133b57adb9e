package rectify.simulation;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import rectify.hazard.Hazard;
import rectify.hazard.Hazards;
import rectify.identity.GroupIds;
import rectify.population.Habits;
import rectify.task.OpenTask;

/** The open tasks in the order in which people will do them. */
final class Agenda {

  private static final int CASES_A_READ = 500;

  /**
   * A task and when it will be done.
   *
   * @param lane the group whose tasks are done one after the other: what is done at once about one
   *     enterprise gets in each other's way
   */
  record Entry(LocalDateTime at, OpenTask task, String lane) {}

  private final Habits habits;
  private final Script script;
  private final Hazards hazards;
  private final PriorityQueue<Entry> entries = new PriorityQueue<>(Comparator.comparing(Entry::at));

  Agenda(Habits habits, Script script, Hazards hazards) {
    this.habits = habits;
    this.script = script;
    this.hazards = hazards;
  }

  /** Takes tasks that have come up. */
  void add(Collection<OpenTask> born) {
    List<OpenTask> tasks = List.copyOf(born);
    for (int from = 0; from < tasks.size(); from += CASES_A_READ) {
      plan(tasks.subList(from, Math.min(from + CASES_A_READ, tasks.size())));
    }
  }

  private void plan(List<OpenTask> tasks) {
    Map<Long, Hazard> cases =
        hazards.byIds(
            tasks.stream()
                .map(OpenTask::caseId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    for (OpenTask task : tasks) {
      Hazard hazard = task.caseId() == null ? null : cases.get(task.caseId());
      LocalDateTime at =
          script.tells(task, hazard) ? script.when(task, hazard) : byHabit(task, hazard);
      if (at != null) {
        String lane =
            hazard == null ? task.groups().get(0) : GroupIds.enterprise(hazard.enterpriseId());
        entries.add(new Entry(at, task, lane));
      }
    }
  }

  private LocalDateTime byHabit(OpenTask task, Hazard hazard) {
    LocalDateTime at = habits.when(task, hazard);
    return at == null ? script.inTheEnd(task) : at;
  }

  /** Takes out what is to be done by a moment. */
  List<Entry> takeUntil(LocalDateTime moment) {
    List<Entry> due = new ArrayList<>();
    while (!entries.isEmpty() && !entries.peek().at().isAfter(moment)) {
      due.add(entries.poll());
    }
    return due;
  }

  int size() {
    return entries.size();
  }
}
