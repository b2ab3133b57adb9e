package rectify.desk;

import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import rectify.form.OwnTasks;
import rectify.identity.Deputies;
import rectify.identity.People;
import rectify.task.OpenTask;
import rectify.task.OpenTasks;

/** Says who has a task, by name, and offers what will not be refused afterwards. */
@Component
class Holds {

  private final OpenTasks tasks;
  private final OwnTasks own;
  private final Deputies deputies;
  private final People people;

  Holds(OpenTasks tasks, OwnTasks own, Deputies deputies, People people) {
    this.tasks = tasks;
    this.own = own;
    this.deputies = deputies;
    this.people = people;
  }

  /** The name of whoever has taken a task; 您 if it is the person who asks, null if nobody has. */
  String holder(OpenTask task) {
    if (task.assignee() == null) {
      return null;
    }
    return task.assignee().equals(people.current().id()) ? "您" : people.nameOf(task.assignee());
  }

  Hold of(OpenTask task) {
    String me = people.current().id();
    if (own.find(task.id()).filter(OwnTasks.OpenTask::mine).isEmpty()) {
      String units = task.groups().stream().map(people::groupName).collect(Collectors.joining("、"));
      return new Hold("read", "由%s办理，您可以查看。".formatted(units.isEmpty() ? "承办人员" : units), false);
    }
    if (task.assignee() == null) {
      return new Hold("free", "签收后由您办理，同事不会重复办理。", false);
    }
    if (task.assignee().equals(me)) {
      return new Hold("own", "由您办理。", task.caseId() != null && hasColleague(task, me));
    }
    String holder = tasks.takenBy(task);
    if (Objects.equals(task.owner(), me)) {
      return new Hold("lent", "由%s代您办理，您可以收回。".formatted(holder), false);
    }
    if (deputies.standsIn(me, task.assignee(), task.groups())) {
      return new Hold("lent", "%s请假期间由您代办，接办后即可办理。".formatted(holder), false);
    }
    return new Hold("taken", "已由%s签收。需要换人的，请其退回或转交。".formatted(holder), false);
  }

  private boolean hasColleague(OpenTask task, String me) {
    return task.groups().stream()
        .flatMap(group -> people.members(group).stream())
        .anyMatch(person -> !person.equals(me));
  }
}
