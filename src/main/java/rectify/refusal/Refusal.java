package rectify.refusal;

import java.time.Duration;
import java.util.Optional;
import rectify.typed.SpokenDates;

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
    CONFLICT,
    /** Too many attempts; HTTP 429. */
    TOO_MANY,
    /** The system has more to do than it can; HTTP 503. */
    BUSY
  }

  private final Kind kind;
  private final boolean overtaken;
  private final Duration retryAfter;

  /** Refuses bad input. */
  public Refusal(String message) {
    this(Kind.INVALID, message);
  }

  public Refusal(Kind kind, String message) {
    this(kind, message, null, false);
  }

  private Refusal(Kind kind, String message, Duration retryAfter, boolean overtaken) {
    super(SpokenDates.in(message));
    this.kind = kind;
    this.retryAfter = retryAfter;
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
    return new Refusal(Kind.CONFLICT, message, null, true);
  }

  boolean isOvertaken() {
    return overtaken;
  }

  public static Refusal tooMany(String message, Duration retryAfter) {
    return new Refusal(Kind.TOO_MANY, message, retryAfter, false);
  }

  /** What was asked for may be asked for again a little later. */
  public static Refusal busy(Duration retryAfter) {
    return new Refusal(Kind.BUSY, "系统正忙，请稍后再试。", retryAfter, false);
  }

  /** When to try again, where that helps. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
