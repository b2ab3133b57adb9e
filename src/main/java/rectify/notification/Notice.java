package rectify.notification;

import java.time.LocalDate;
import java.time.LocalDateTime;
import rectify.typed.SpokenDates;

/**
 * One thing to tell one group or person.
 *
 * @param eventKey what happened; the same key, kind and recipient are told once
 * @param recipient id of a group, or of a person if {@code personal}
 * @param countyCode null if it concerns no county
 * @param caseId null if it concerns no case
 * @param taskId the task to open; may be null
 * @param title what it is about and where, in one line
 * @param detail what is to be done or was said; may be null
 * @param dueAt by when; may be null
 */
public record Notice(
    long id,
    String eventKey,
    NoticeKind kind,
    String recipient,
    boolean personal,
    String countyCode,
    Long caseId,
    String taskId,
    String title,
    String detail,
    LocalDateTime dueAt,
    LocalDateTime createdAt) {

  private static final int MOST = 500;

  public Notice {
    title = shortened(SpokenDates.in(title));
    detail = shortened(SpokenDates.in(detail));
  }

  /** A notice about something, to be addressed. */
  public static Notice about(
      NoticeKind kind, String eventKey, String title, String detail, LocalDateTime dueAt) {
    return new Notice(0, eventKey, kind, null, false, null, null, null, title, detail, dueAt, null);
  }

  /** The key of what happens to a case once for a date, whoever notices it first. */
  public static String dayKey(long caseId, String word, LocalDate day) {
    return "case/" + caseId + "/" + word + "/" + day;
  }

  public Notice ofCase(long id, String county) {
    return new Notice(
        0, eventKey, kind, recipient, personal, county, id, taskId, title, detail, dueAt, null);
  }

  /** The same, opening a task. */
  public Notice ofTask(String task) {
    return new Notice(
        0,
        eventKey,
        kind,
        recipient,
        personal,
        countyCode,
        caseId,
        task,
        title,
        detail,
        dueAt,
        null);
  }

  public Notice toGroup(String group) {
    return to(group, false);
  }

  public Notice toPerson(String person) {
    return to(person, true);
  }

  private Notice to(String whom, boolean person) {
    return new Notice(
        0, eventKey, kind, whom, person, countyCode, caseId, taskId, title, detail, dueAt, null);
  }

  private static String shortened(String text) {
    return text == null || text.length() <= MOST ? text : text.substring(0, MOST - 1) + "…";
  }
}
