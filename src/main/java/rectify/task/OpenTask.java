package rectify.task;

import java.time.LocalDateTime;
import java.util.List;

/**
 * A task somebody has to do, as the features see it.
 *
 * @param step the user task's id in its diagram
 * @param caseId null where there is no case yet, as in an inspection
 * @param title what the case is about, in one line; may be null
 * @param countyCode null if the process belongs to no county
 * @param createdAt when it came up, China time
 * @param dueAt China time
 * @param assignee who has taken it; may be null
 * @param owner whose it is where somebody stands in for them; null, or the assignee, where nobody
 *     does
 * @param groups whose people may do it
 */
public record OpenTask(
    String id,
    String name,
    String processDefinitionId,
    String step,
    String processKey,
    Long caseId,
    String title,
    String countyCode,
    LocalDateTime createdAt,
    LocalDateTime dueAt,
    String assignee,
    String owner,
    List<String> groups) {

  public OpenTask {
    groups = List.copyOf(groups);
  }
}
