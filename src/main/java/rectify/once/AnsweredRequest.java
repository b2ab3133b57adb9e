package rectify.once;

import java.time.LocalDateTime;

/**
 * A request under its sender's own key.
 *
 * @param door what was asked for
 * @param contentHash of what was sent
 * @param result what came of it, as people call it, such as a case number; null if it has no name
 * @param answer JSON; null while it is being worked on
 */
record AnsweredRequest(
    String person,
    String requestKey,
    String door,
    String contentHash,
    String result,
    String answer,
    LocalDateTime askedAt,
    LocalDateTime answeredAt) {}
