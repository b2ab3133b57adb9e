package rectify.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Whose task it is: the assignee's, and everybody's in one of its candidate groups. */
final class TaskScope {

  private TaskScope() {}

  static boolean mine(TaskEntity task, Authentication person) {
    if (person == null || task == null) {
      return false;
    }
    if (person.getUserId().equals(task.getAssignee())) {
      return true;
    }
    List<String> groups = person.getGroupIds();
    return task.getCandidates().stream()
        .anyMatch(
            candidate ->
                person.getUserId().equals(candidate.getUserId())
                    || (groups != null && groups.contains(candidate.getGroupId())));
  }
}
