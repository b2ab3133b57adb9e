package rectify.checklist;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A version of a guide. It never changes; a check keeps the version it was made with.
 *
 * @param guideCode {@code general}, two digits of a category, four of a sub-category, or {@code
 *     topic-…}
 * @param validFrom the day it came into use
 * @param createdBy user id
 * @param lookedAt when somebody last went through all of it
 */
public record GuideVersion(
    long id,
    String guideCode,
    int versionNumber,
    String name,
    Origin origin,
    String contentHash,
    LocalDate validFrom,
    LocalDateTime createdAt,
    String createdBy,
    LocalDate lookedAt) {

  /** Where the text comes from. */
  public enum Origin {
    /** The product. */
    SHIPPED,
    /** The city changed it. */
    CITY
  }
}
