package rectify.deadline;

/** The deadlines by the State Council's notices alone, for tests of other packages. */
public final class LegalCalendar {

  private LegalCalendar() {}

  public static Deadlines deadlines() {
    return DeadlineFixture.deadlines();
  }
}
