package rectify.notification;

import java.time.LocalDateTime;

/**
 * A notice as one person has it.
 *
 * @param onBehalfOf whose absence brought it here; null if it is the person's own
 * @param readAt null while unread
 */
public record InboxItem(
    long id,
    NoticeKind kind,
    String taskId,
    Long caseId,
    String title,
    String detail,
    LocalDateTime dueAt,
    LocalDateTime createdAt,
    String onBehalfOf,
    LocalDateTime readAt) {}
