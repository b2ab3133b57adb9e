package rectify.login;

import java.time.Duration;

/** How many wrong passwords are free, and how long the wait after each further one grows. */
enum LoginBudget {
  /** One account from one address: whoever mistypes waits three seconds, then six, then twelve. */
  PAIR(0, Duration.ofMinutes(15), Duration.ofDays(1)),
  /** One account from addresses it never came in from: guessing spread over many machines. */
  ACCOUNT(20, Duration.ofMinutes(5), Duration.ofDays(1)),
  /** One address, whatever the account: one password tried on everybody. */
  ADDRESS(50, Duration.ofMinutes(15), Duration.ofHours(1));

  private static final Duration FIRST = Duration.ofSeconds(3);
  private static final int MOST_DOUBLINGS = 20;

  private final int free;
  private final Duration longest;
  private final Duration forgottenAfter;

  LoginBudget(int free, Duration longest, Duration forgottenAfter) {
    this.free = free;
    this.longest = longest;
    this.forgottenAfter = forgottenAfter;
  }

  Duration forgottenAfter() {
    return forgottenAfter;
  }

  /** Whether the next attempt is paid for before it is made. */
  boolean isUsedUp(int failures) {
    return failures > 0 && failures >= free;
  }

  /** How long to wait after so many failures. */
  Duration waitAfter(int failures) {
    int over = failures - free;
    if (over <= 0) {
      return Duration.ZERO;
    }
    Duration grown = FIRST.multipliedBy(1L << Math.min(over - 1, MOST_DOUBLINGS));
    return grown.compareTo(longest) < 0 ? grown : longest;
  }
}
