package rectify.task;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;

/**
 * Whose task it is: everybody's who is in one of its candidate groups at this moment, and belongs
 * to its county. Having taken it gives no right of its own: whoever has left the unit may neither
 * see nor do what they once took.
 */
public final class TaskScope {

  private TaskScope() {}

  public static boolean mine(TaskEntity task, Authentication person) {
    return person != null
        && task != null
        && isOf(task, person.getUserId(), person.getGroupIds())
        && (task.getTenantId() == null
            || person.getTenantIds() != null && person.getTenantIds().contains(task.getTenantId()));
  }

  /** Whether somebody in these groups is among those a task is for. */
  static boolean isOf(TaskEntity task, String person, Collection<String> groups) {
    return task.getCandidates().stream()
        .anyMatch(
            candidate ->
                person.equals(candidate.getUserId())
                    || groups != null && groups.contains(candidate.getGroupId()));
  }

  public static List<String> groups(TaskEntity task) {
    return task.getCandidates().stream()
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }
}
