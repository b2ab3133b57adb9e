package rectify.selfcheck;

/**
 * An item that did not conform.
 *
 * @param itemKey which item at which place, unique within a check
 * @param place where: a workshop, or the enterprise as a whole
 * @param post null if the item is not of one post
 * @param criterion of a major hazard the failure may meet; null if there is none
 * @param hazardId null until it is registered as a hazard
 */
public record Finding(
    long id,
    long selfCheckId,
    String itemKey,
    String item,
    String place,
    String post,
    String criterion,
    Long hazardId) {

  /** Where it is, the post included. */
  public String location() {
    return post == null || post.isBlank() ? place : place + " " + post;
  }
}
