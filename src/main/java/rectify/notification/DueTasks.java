package rectify.notification;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.deadline.Deadlines;
import rectify.notification.NotificationMapper.Told;
import rectify.task.OpenTask;
import rectify.task.OpenTasks;

/**
 * Looks once a day for tasks that fall due by the end of the next working day, and for tasks that
 * have become late: what a diagram's own reminders do for the enterprise, for everybody's tasks.
 */
@Component
class DueTasks {

  private static final int CHUNK = 100;

  private final OpenTasks openTasks;
  private final Notifications notifications;
  private final NotificationMapper mapper;
  private final Deadlines deadlines;
  private final TransactionTemplate transaction;
  private final Clock clock;

  DueTasks(
      OpenTasks openTasks,
      Notifications notifications,
      NotificationMapper mapper,
      Deadlines deadlines,
      TransactionTemplate transaction,
      Clock clock) {
    this.openTasks = openTasks;
    this.notifications = notifications;
    this.mapper = mapper;
    this.deadlines = deadlines;
    this.transaction = transaction;
    this.clock = clock;
  }

  void tell() {
    LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    LocalDateTime soon =
        deadlines.lastDayAfterWorkingDays(now.toLocalDate(), 1).plusDays(1).atStartOfDay();
    List<Notice> notices = new ArrayList<>();
    for (OpenTask task : openTasks.due(now, soon)) {
      notices.addAll(notices(NoticeKind.DUE_SOON, "due", task));
    }
    List<String> late = mapper.lateAndUntold(now);
    for (int from = 0; from < late.size(); from += CHUNK) {
      notices.addAll(
          overdue(openTasks.of(late.subList(from, Math.min(from + CHUNK, late.size())))));
    }
    for (int from = 0; from < notices.size(); from += CHUNK) {
      List<Notice> chunk = notices.subList(from, Math.min(from + CHUNK, notices.size()));
      transaction.executeWithoutResult(status -> notifications.post(chunk));
    }
  }

  private List<Notice> overdue(List<OpenTask> late) {
    Set<Long> cases =
        late.stream().map(OpenTask::caseId).filter(Objects::nonNull).collect(Collectors.toSet());
    List<Told> told = cases.isEmpty() ? List.of() : mapper.toldOverdue(cases);
    return late.stream()
        .flatMap(
            task ->
                notices(NoticeKind.OVERDUE, "overdue", task).stream()
                    .filter(notice -> told.stream().noneMatch(it -> isSame(it, notice, task))))
        .toList();
  }

  /**
   * Whether the case's own event has told a notice's people since the task fell due; who has taken
   * the task was told with their group.
   */
  private static boolean isSame(Told told, Notice notice, OpenTask task) {
    return Objects.equals(told.caseId(), task.caseId())
        && !told.createdAt().isBefore(task.dueAt())
        && (told.recipient().equals(notice.recipient())
            || notice.personal() && task.groups().contains(told.recipient()));
  }

  /** A case's own reminder of the same day has the same key, so that nobody is told twice. */
  private static List<Notice> notices(NoticeKind kind, String word, OpenTask task) {
    String key =
        task.caseId() == null
            ? "task/" + task.id() + "/" + word
            : Notice.dayKey(task.caseId(), word, task.dueAt().toLocalDate());
    String detail = "“" + task.name() + "”尚未办理";
    return NewTaskNotices.to(task, NewTaskNotices.about(kind, key, task, detail));
  }
}
