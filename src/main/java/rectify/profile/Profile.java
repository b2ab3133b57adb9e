package rectify.profile;

import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an enterprise answered about itself.
 *
 * @param subcategoryCode the trade it was in when it answered, null before the first answer
 * @param traits of the enterprise as a whole
 * @param updatedAt null before the first answer
 * @param updatedBy user id, null before the first answer
 */
public record Profile(
    long enterpriseId,
    String subcategoryCode,
    Set<String> traits,
    List<Workshop> workshops,
    List<Post> posts,
    LocalDateTime updatedAt,
    String updatedBy) {

  public boolean isAnswered() {
    return updatedAt != null;
  }

  /** Its traits, and those of its workshops and posts. */
  public Set<String> everyTrait() {
    Set<String> every = new LinkedHashSet<>(traits);
    workshops.forEach(workshop -> every.addAll(workshop.traits()));
    posts.forEach(post -> every.addAll(post.traits()));
    return every;
  }
}
