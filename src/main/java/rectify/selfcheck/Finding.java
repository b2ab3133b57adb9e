package rectify.selfcheck;

import java.util.Arrays;
import java.util.List;

/**
 * An item that did not conform.
 *
 * @param itemKey which item at which place, unique within a check
 * @param place where: a workshop, or the enterprise as a whole
 * @param post null if the item is not of one post
 * @param criterion of a major hazard the failure may meet; null if there is none
 * @param hazardId null until it is registered as a hazard
 * @param exactly where it is in the words of who found it; null for place and post
 * @param description what is wrong in their words; null if they only ticked it
 * @param photos ids of evidence with commas between; null if there are none
 */
public record Finding(
    long id,
    long selfCheckId,
    String itemKey,
    String item,
    String place,
    String post,
    String criterion,
    Long hazardId,
    String exactly,
    String description,
    String photos) {

  /** Where it is, the post included. */
  public String location() {
    if (exactly != null) {
      return exactly;
    }
    return post == null || post.isBlank() ? place : place + " " + post;
  }

  List<Long> photoIds() {
    return photos == null
        ? List.of()
        : Arrays.stream(photos.split(",")).map(Long::valueOf).toList();
  }
}
