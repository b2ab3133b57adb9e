package rectify.watch;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;
import rectify.refusal.Refusal;

/**
 * A time in which no node lived. Times are China time.
 *
 * @param stoodFrom the last sign of life
 * @param holdUntil what ran out meanwhile waits until then for a choice, and runs on if there is
 *     none
 * @param lostMonths months that began and ended meanwhile, whose self-checks were never opened;
 *     null if there are none
 * @param choice null until there is one
 */
public record Standstill(
    long id,
    LocalDateTime stoodFrom,
    LocalDateTime stoodUntil,
    LocalDateTime holdUntil,
    String lostMonths,
    Choice choice,
    String reason,
    LocalDateTime chosenAt,
    String chosenBy) {

  /** What is done with the clocks. */
  public enum Choice {
    RUN("按原期限继续"),
    MOVE("按停运时间顺延");

    private final String chinese;

    Choice(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }

    /**
     * Reads {@code run} or {@code move}.
     *
     * @throws Refusal if it is neither
     */
    static Choice of(String typed) {
      try {
        return valueOf(typed == null ? "" : typed.strip().toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw new Refusal("请选择按原期限继续（run）或按停运时间顺延（move）。");
      }
    }
  }

  /** The time lost in days, a part of one counted as one. */
  int lostDays() {
    Duration lost = Duration.between(stoodFrom, stoodUntil);
    return (int) lost.plusDays(1).minusSeconds(1).toDays();
  }

  boolean isOpen(LocalDateTime now) {
    return choice == null && !now.isAfter(holdUntil);
  }
}
