package rectify.hazard;

import java.time.LocalDateTime;
import rectify.seal.Algorithm;
import rectify.seal.Written;

/**
 * The plan for a major hazard: the six items of art. 15 of Order No. 16.
 *
 * @param decision {@code approved}, {@code rejected}, or null while under review
 */
public record TreatmentPlan(
    long id,
    long hazardId,
    String goals,
    String measures,
    String funds,
    String staff,
    String schedule,
    String safeguards,
    LocalDateTime filedAt,
    String filedBy,
    String decision,
    String opinion,
    LocalDateTime reviewedAt,
    String reviewedBy) {

  /** Over the six items, for the events of its case: what is exchanged later shows. */
  String digest() {
    return Algorithm.SHA_256.digest(
        Written.of(goals, measures, funds, staff, schedule, safeguards));
  }
}
