package rectify.jurisdiction;

/**
 * Something in the catalog that would leave work without exactly one owner.
 *
 * @param kind what is wrong
 * @param subject what it is about: {@code <sub-category>@<county>}, a township code, a county code
 *     or a group id
 * @param advice Chinese sentence: what is wrong and what to do
 */
public record CoverageGap(Kind kind, String subject, String advice) {

  /** What is wrong. */
  public enum Kind {
    /** Nobody is in charge. */
    NO_OWNER,
    /** More than one is in charge. */
    TWO_OWNERS,
    /** The owner is a group without people. */
    EMPTY_GROUP
  }
}
