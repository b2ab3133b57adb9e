package rectify.handover;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rectify.identity.Actor;
import rectify.identity.Deputies;
import rectify.identity.People;
import rectify.refusal.Refusal;
import rectify.task.OpenTask;
import rectify.task.OpenTasks;

/** Lets a deputy take over the tasks of whom they stand in for, and that person take them back. */
@Service
class TakeOvers {

  private static final int MOST = 100;

  private final OpenTasks openTasks;
  private final Deputies deputies;
  private final People people;

  TakeOvers(OpenTasks openTasks, Deputies deputies, People people) {
    this.openTasks = openTasks;
    this.deputies = deputies;
    this.people = people;
  }

  /**
   * A task that is done in somebody's place.
   *
   * @param standInName who does it; null while nobody has taken it over
   * @param mine whether the current person is the one in whose place it is done
   */
  record Lent(
      String taskId,
      String name,
      String title,
      LocalDateTime dueAt,
      String absentName,
      String standInName,
      boolean mine) {}

  List<Lent> lent() {
    Actor me = people.current();
    List<Lent> all = new ArrayList<>();
    for (String absent : deputies.absentFor(me.id())) {
      openTasks.takenBy(absent, MOST).forEach(task -> all.add(lent(task, absent, null, false)));
      openTasks.lentBy(absent, MOST).stream()
          .filter(task -> me.id().equals(task.assignee()))
          .forEach(task -> all.add(lent(task, absent, me.id(), false)));
    }
    openTasks.lentBy(me.id(), MOST).stream()
        .filter(task -> task.assignee() != null && !task.assignee().equals(me.id()))
        .forEach(task -> all.add(lent(task, me.id(), task.assignee(), true)));
    return all;
  }

  /**
   * Takes over, or takes back.
   *
   * @throws Refusal if the task is neither an absent colleague's nor the current person's own
   */
  @Transactional
  public void takeOver(String taskId) {
    OpenTask task = openTasks.hold(taskId);
    Actor me = people.current();
    if (Collections.disjoint(task.groups(), me.groups())) {
      throw Refusal.forbidden("您已不在办理该任务的单位，不能接办或收回，请联系该单位。");
    }
    if (me.id().equals(task.owner()) && task.assignee() != null) {
      openTasks.giveTo(taskId, me.id());
    } else if (task.assignee() != null
        && deputies.standsIn(me.id(), task.assignee(), task.groups())) {
      openTasks.lendTo(taskId, me.id(), task.assignee());
    } else if (me.id().equals(task.assignee())) {
      throw Refusal.conflict("任务“" + task.name() + "”已由您接办，请直接办理。");
    } else if (task.owner() != null && deputies.absentFor(me.id()).contains(task.owner())) {
      throw Refusal.conflict(
          "任务“%s”已由%s接办，请联系其办理。".formatted(task.name(), openTasks.takenBy(task)));
    } else {
      throw Refusal.forbidden("您现在不是该任务签收人的代办人，不能接办，请联系签收人。");
    }
  }

  private Lent lent(OpenTask task, String absent, String standIn, boolean mine) {
    return new Lent(
        task.id(),
        task.name(),
        task.title(),
        task.dueAt(),
        people.nameOf(absent),
        standIn == null ? null : people.nameOf(standIn),
        mine);
  }
}
