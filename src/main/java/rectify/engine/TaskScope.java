package rectify.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Whose task it is: the assignee's, that of whoever stands in for them, and everybody's in one of
 * its candidate groups.
 */
final class TaskScope {

  private TaskScope() {}

  static boolean mine(TaskEntity task, Authentication person, StandIns standIns) {
    if (person == null || task == null) {
      return false;
    }
    if (person.getUserId().equals(task.getAssignee())) {
      return true;
    }
    List<String> groups = person.getGroupIds();
    return standsIn(person, task.getAssignee(), standIns)
        || task.getCandidates().stream()
            .anyMatch(
                candidate ->
                    person.getUserId().equals(candidate.getUserId())
                        || (groups != null && groups.contains(candidate.getGroupId())));
  }

  static boolean standsIn(Authentication person, String assignee, StandIns standIns) {
    return assignee != null && standIns.absentFor(person.getUserId()).contains(assignee);
  }
}
