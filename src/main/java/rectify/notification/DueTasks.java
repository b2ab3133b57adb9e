package rectify.notification;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.deadline.Deadlines;
import rectify.engine.OpenTask;
import rectify.engine.OpenTasks;

/**
 * Looks once a day for tasks that fall due by the end of the next working day, and for tasks that
 * have become late: what a diagram's own reminders do for the enterprise, for everybody's tasks.
 */
@Component
class DueTasks {

  /** How long the sweep may have been down and still miss nothing. */
  private static final int DAYS_BACK = 7;

  private static final int MOST = 5000;
  private static final int CHUNK = 100;

  private final OpenTasks openTasks;
  private final Notifications notifications;
  private final Deadlines deadlines;
  private final TransactionTemplate transaction;
  private final Clock clock;

  DueTasks(
      OpenTasks openTasks,
      Notifications notifications,
      Deadlines deadlines,
      TransactionTemplate transaction,
      Clock clock) {
    this.openTasks = openTasks;
    this.notifications = notifications;
    this.deadlines = deadlines;
    this.transaction = transaction;
    this.clock = clock;
  }

  void tell() {
    LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    LocalDateTime soon =
        deadlines.lastDayAfterWorkingDays(now.toLocalDate(), 1).plusDays(1).atStartOfDay();
    List<Notice> notices = new ArrayList<>();
    for (OpenTask task : openTasks.due(now.minusDays(DAYS_BACK), now, MOST)) {
      add(notices, NoticeKind.OVERDUE, "overdue", task, "“" + task.name() + "”尚未办理");
    }
    for (OpenTask task : openTasks.due(now, soon, MOST)) {
      add(notices, NoticeKind.DUE_SOON, "due", task, "“" + task.name() + "”尚未办理");
    }
    for (int from = 0; from < notices.size(); from += CHUNK) {
      List<Notice> chunk = notices.subList(from, Math.min(from + CHUNK, notices.size()));
      transaction.executeWithoutResult(status -> notifications.post(chunk));
    }
  }

  /** A case's own reminder of the same day has the same key, so that nobody is told twice. */
  private static void add(
      List<Notice> notices, NoticeKind kind, String word, OpenTask task, String detail) {
    String key =
        task.caseId() == null
            ? "task/" + task.id() + "/" + word
            : Notice.dayKey(task.caseId(), word, task.dueAt().toLocalDate());
    notices.addAll(NewTaskNotices.to(task, NewTaskNotices.about(kind, key, task, detail)));
  }
}
