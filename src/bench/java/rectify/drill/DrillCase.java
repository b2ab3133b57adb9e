package rectify.drill;

/** One hazard of the drill and how far it has got; worked on by one thread at a time. */
final class DrillCase {

  private final String clientKey;
  private final Staff staff;
  private final boolean late;
  private Step last;
  private Step done;
  private String number;
  private boolean unanswered;
  private String task;

  /**
   * @param late whether its last day passes before it is rectified
   * @param last the step after which it rests
   */
  DrillCase(String clientKey, Staff staff, boolean late, Step last) {
    this.clientKey = clientKey;
    this.staff = staff;
    this.late = late;
    this.last = last;
  }

  String clientKey() {
    return clientKey;
  }

  boolean isLate() {
    return late;
  }

  String person() {
    return staff.of(next());
  }

  /** Who reported it. */
  String reporter() {
    return staff.of(Step.REPORT);
  }

  String number() {
    return number;
  }

  Step next() {
    return done == null ? Step.REPORT : Step.values()[done.ordinal() + 1];
  }

  boolean rests() {
    return done == last;
  }

  int stepsToDo() {
    return last.ordinal() - (done == null ? -1 : done.ordinal());
  }

  /** Lets a resting case be worked to its closing. */
  void release() {
    last = Step.VERIFY;
  }

  void isNumbered(String caseNumber) {
    number = caseNumber;
  }

  /** Whether the next step was tried and nobody knows what became of it. */
  boolean isInDoubt() {
    return unanswered;
  }

  void isUnanswered() {
    unanswered = true;
  }

  /** The task of the next step; null until it was looked up. */
  String task() {
    return task;
  }

  void hasTask(String id) {
    task = id;
  }

  void stepIsDone() {
    done = next();
    unanswered = false;
    task = null;
  }
}
