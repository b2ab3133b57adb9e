package rectify.form;

import java.util.Optional;

/** In whose place the task that is being done now is done. */
public final class OnBehalf {

  private static final ThreadLocal<String> ABSENT = new ThreadLocal<>();

  private OnBehalf() {}

  /** The id of the absent person; empty if somebody does their own task. */
  public static Optional<String> absent() {
    return Optional.ofNullable(ABSENT.get());
  }

  static void of(String absentPerson) {
    ABSENT.set(absentPerson);
  }

  static void nobody() {
    ABSENT.remove();
  }
}
