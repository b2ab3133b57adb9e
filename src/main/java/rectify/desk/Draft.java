package rectify.desk;

import java.time.LocalDateTime;

/**
 * What a person has begun to write into a form.
 *
 * @param content JSON, values by field
 */
record Draft(String person, String taskId, String content, LocalDateTime savedAt) {}
