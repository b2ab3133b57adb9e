package rectify.jurisdiction;

/**
 * Something that leaves work without exactly one owner who can do it in time.
 *
 * @param kind what is wrong
 * @param subject what it is about: {@code <sub-category>@<county>}, a township code, a county code,
 *     a group id, or what kind of work
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
    EMPTY_GROUP,
    /** What is retired still owns something. */
    RETIRED_OWNER,
    /** Open, but no process runs. */
    NO_PROCESS,
    /** A process runs, but nobody has a task. */
    NO_TASK,
    /** A task's due date lies ahead, but no timer will notice it. */
    NO_CLOCK,
    /** Stopped by hand. */
    SUSPENDED,
    /** A step or timer has failed for good. */
    FAILED,
    /** Held by an account that is gone or has left the unit. */
    GONE_HOLDER,
    /** Offered to nobody. */
    NO_CANDIDATE,
    /** Still with the department that was in charge before. */
    FORMER_LEAD;

    /** Whether it lies in the catalog and its people, not in the work that runs. */
    public boolean ofTheCatalog() {
      return compareTo(EMPTY_GROUP) <= 0;
    }
  }
}
