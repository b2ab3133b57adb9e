package rectify.notification;

import java.time.LocalDateTime;

/**
 * A notice on its way to one person through one channel.
 *
 * @param onBehalfOf whose absence brought it to this person; null if it is their own
 * @param attempts how often it was tried before
 */
record Delivery(
    long id,
    String person,
    int attempts,
    NoticeKind kind,
    String taskId,
    Long caseId,
    String title,
    String detail,
    LocalDateTime dueAt,
    LocalDateTime createdAt,
    String onBehalfOf) {}
