package rectify.engine;

/**
 * A request the rules refuse: the input is bad, the moment is wrong, the person may not. The
 * message is Chinese, meant for the person, and says what to do. Whatever was begun is rolled back.
 */
public class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What a door answers with. */
  public enum Kind {
    /** The input is bad; HTTP 400. */
    INVALID,
    /** The thing does not exist, or not for this person; HTTP 404. */
    NOT_FOUND,
    /** The person may not do this; HTTP 403. */
    FORBIDDEN,
    /** The thing is in a state that does not allow it; HTTP 409. */
    CONFLICT
  }

  private final Kind kind;
  private final boolean overtaken;

  /** Refuses bad input. */
  public Refusal(String message) {
    this(Kind.INVALID, message);
  }

  public Refusal(Kind kind, String message) {
    this(kind, message, false);
  }

  private Refusal(Kind kind, String message, boolean overtaken) {
    super(message);
    this.kind = kind;
    this.overtaken = overtaken;
  }

  public Kind kind() {
    return kind;
  }

  public static Refusal notFound(String message) {
    return new Refusal(Kind.NOT_FOUND, message);
  }

  public static Refusal forbidden(String message) {
    return new Refusal(Kind.FORBIDDEN, message);
  }

  public static Refusal conflict(String message) {
    return new Refusal(Kind.CONFLICT, message);
  }

  /**
   * Refuses what was decided on something that somebody else has changed in the meantime. A
   * transaction that begins with it is done again and then sees the change; the message is for
   * whoever is overtaken again and again.
   */
  public static Refusal overtaken(String message) {
    return new Refusal(Kind.CONFLICT, message, true);
  }

  boolean isOvertaken() {
    return overtaken;
  }
}
