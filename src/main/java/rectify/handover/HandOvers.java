package rectify.handover;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rectify.hazard.Hazard;
import rectify.hazard.HazardEvent;
import rectify.hazard.Hazards;
import rectify.identity.Actor;
import rectify.identity.People;
import rectify.notification.Notice;
import rectify.notification.NoticeKind;
import rectify.notification.Notifications;
import rectify.refusal.Refusal;
import rectify.task.OpenTask;
import rectify.task.OpenTasks;

/**
 * Hands a task over to a colleague of the same group; the case keeps who gave it to whom, and why.
 */
@Service
class HandOvers {

  private final OpenTasks openTasks;
  private final Hazards hazards;
  private final People people;
  private final Notifications notifications;

  HandOvers(OpenTasks openTasks, Hazards hazards, People people, Notifications notifications) {
    this.openTasks = openTasks;
    this.hazards = hazards;
    this.people = people;
    this.notifications = notifications;
  }

  /** Who else may do a task of the current person's group. */
  List<Colleague> colleagues(String taskId) {
    OpenTask task = openTasks.get(taskId);
    Actor me = people.current();
    if (task.groups().stream().noneMatch(me.groups()::contains)) {
      throw Refusal.notFound("找不到这项任务：可能已办结，或不归您办理，请刷新任务列表。");
    }
    return task.groups().stream()
        .flatMap(group -> people.members(group).stream())
        .distinct()
        .filter(person -> !person.equals(me.id()) && !person.equals(task.assignee()))
        .map(person -> new Colleague(person, people.nameOf(person)))
        .toList();
  }

  /**
   * Gives a task the current person has taken to a colleague.
   *
   * @throws Refusal if the task is not theirs to give, or the colleague may not do it
   */
  @Transactional
  public void handOver(String taskId, String to, String note) {
    Hazards.requireText(note, "转交说明", 200);
    OpenTask task = openTasks.hold(taskId);
    Actor me = people.current();
    if (!me.id().equals(task.assignee())) {
      throw task.assignee() == null
          ? Refusal.conflict("只能转交自己签收的任务，请先签收“" + task.name() + "”再转交。")
          : Refusal.conflict(
              "任务“%s”现由%s签收，不能再由您转交；只能转交自己签收的任务，请先签收再转交。"
                  .formatted(task.name(), openTasks.takenBy(task)));
    }
    if (task.caseId() == null) {
      throw new Refusal("检查由开具检查的执法人员本人办理，不能转交；确需换人的，请由同事另行发起检查。");
    }
    if (Objects.equals(to, me.id())) {
      throw new Refusal("任务已由您签收，请选择其他同事。");
    }
    if (colleagues(taskId).stream().noneMatch(colleague -> colleague.id().equals(to))) {
      throw new Refusal("只能转交给可以办理这项任务的同单位同事，请从列出的同事中选择。");
    }
    Hazard hazard = hazards.get(task.caseId());
    openTasks.giveTo(taskId, to);
    hazards.note(
        hazard.id(),
        HazardEvent.Kind.HANDED_OVER,
        "“%s”由%s转交%s：%s".formatted(task.name(), me.name(), people.nameOf(to), note.strip()));
    notifications.post(
        List.of(
            Notice.about(
                    NoticeKind.HANDED_OVER,
                    "case/" + hazard.id() + "/" + (hazard.version() + 1),
                    hazards.title(hazard),
                    "%s转交“%s”：%s".formatted(me.name(), task.name(), note.strip()),
                    task.dueAt())
                .ofCase(hazard.id(), hazard.countyCode())
                .ofTask(taskId)
                .toPerson(to)));
  }
}
