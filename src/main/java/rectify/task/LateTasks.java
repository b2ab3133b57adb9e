package rectify.task;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;

/**
 * Which tasks were not done in time, as their own due dates say: where a process designer moved a
 * date in the diagram, that date counts. A task taken back in time, because its case was closed, is
 * not late.
 */
@Component
public class LateTasks {

  private static final int INSTANCES_A_QUERY = 500;

  private final HistoryService history;
  private final Clock clock;

  LateTasks(HistoryService history, Clock clock) {
    this.history = history;
    this.clock = clock;
  }

  /**
   * The late tasks of a process by due date. A system look-up.
   *
   * @param from the earliest due date
   * @param until the first moment too late
   */
  public List<LateTask> of(String processKey, LocalDateTime from, LocalDateTime until) {
    List<HistoricTaskInstance> late =
        history
            .createHistoricTaskInstanceQuery()
            .processDefinitionKey(processKey)
            .taskDueAfter(OpenTasks.date(from.minusSeconds(1)))
            .taskDueBefore(OpenTasks.date(until))
            .orderByTaskDueDate()
            .asc()
            .list()
            .stream()
            .filter(this::isLate)
            .toList();
    Map<String, String> businessKeys = businessKeys(late);
    return late.stream()
        .map(
            task ->
                new LateTask(
                    businessKeys.get(task.getProcessInstanceId()),
                    task.getTaskDefinitionKey(),
                    OpenTasks.chinaTime(task.getDueDate()),
                    task.getEndTime() == null ? null : OpenTasks.chinaTime(task.getEndTime())))
        .toList();
  }

  private boolean isLate(HistoricTaskInstance task) {
    Date end = task.getEndTime() == null ? Date.from(clock.instant()) : task.getEndTime();
    return end.after(task.getDueDate());
  }

  private Map<String, String> businessKeys(List<HistoricTaskInstance> tasks) {
    List<String> instances =
        tasks.stream().map(HistoricTaskInstance::getProcessInstanceId).distinct().toList();
    Map<String, String> keys = new HashMap<>();
    for (int from = 0; from < instances.size(); from += INSTANCES_A_QUERY) {
      List<String> some =
          instances.subList(from, Math.min(from + INSTANCES_A_QUERY, instances.size()));
      keys.putAll(
          history
              .createHistoricProcessInstanceQuery()
              .processInstanceIds(new HashSet<>(some))
              .list()
              .stream()
              .collect(
                  toMap(HistoricProcessInstance::getId, HistoricProcessInstance::getBusinessKey)));
    }
    return keys;
  }
}
