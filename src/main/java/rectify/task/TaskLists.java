package rectify.task;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** What waits for the current person, counted by the very lists Tasklist shows. */
@Component
public class TaskLists {

  private final ProcessEngine engine;

  TaskLists(ProcessEngine engine) {
    this.engine = engine;
  }

  /**
   * A list of Tasklist.
   *
   * @param id opens it there
   * @param count of its tasks
   */
  public record Counted(String id, String name, String description, long count) {}

  /** The lists of the current person, in the order in which Tasklist has them. */
  public List<Counted> counted() {
    return engine.getFilterService().createTaskFilterQuery().list().stream()
        .sorted(Comparator.comparing(TaskLists::priority))
        .map(
            list ->
                new Counted(
                    list.getId(),
                    list.getName(),
                    String.valueOf(list.getProperties().getOrDefault("description", "")),
                    engine.getFilterService().count(list.getId())))
        .toList();
  }

  private static int priority(Filter list) {
    return list.getProperties().get("priority") instanceof Number number
        ? number.intValue()
        : Integer.MAX_VALUE;
  }

  /** Tasks of the groups' people that are due until a moment, and how many there are. */
  public record Due(List<String> ids, long total) {}

  /** What the groups' people have to do until a moment, most urgent first. */
  public Due due(List<String> groups, LocalDateTime until, int most) {
    if (groups.isEmpty()) {
      return new Due(List.of(), 0);
    }
    List<String> ids =
        due(groups, until).orderByDueDate().asc().listPage(0, most).stream()
            .map(Task::getId)
            .toList();
    return new Due(ids, ids.size() < most ? ids.size() : due(groups, until).count());
  }

  private TaskQuery due(List<String> groups, LocalDateTime until) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .taskCandidateGroupIn(groups)
        .includeAssignedTasks()
        .dueBefore(OpenTasks.date(until));
  }

  /**
   * A process as a manager or a designer watches it.
   *
   * @param id of its newest version, for Cockpit
   * @param running of all versions, in the counties of the person
   */
  public record Process(String id, String name, int version, long running) {}

  /** The processes the current person may read, and how many of each run. */
  public List<Process> processes() {
    return engine
        .getRepositoryService()
        .createProcessDefinitionQuery()
        .latestVersion()
        .orderByProcessDefinitionName()
        .asc()
        .list()
        .stream()
        .map(
            process ->
                new Process(
                    process.getId(),
                    process.getName(),
                    process.getVersion(),
                    engine
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey(process.getKey())
                        .count()))
        .toList();
  }

  /** What stopped and waits for a hand. */
  public long incidents() {
    return engine.getRuntimeService().createIncidentQuery().count();
  }
}
