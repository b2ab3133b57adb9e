package rectify.login;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.account.PasswordGate;
import rectify.refusal.Refusal;

/**
 * Makes whoever guesses wait. Wrong passwords count for account and address together, for the
 * account, and for the address; each wait grows and ends by itself. From an address an account came
 * in from before only what was mistyped there for that account counts, so that no stranger keeps
 * anybody out. An id that does not exist is counted like one that does.
 */
@Service
public class LoginThrottle implements PasswordGate {

  /** Passwords looked at at a time: more would let that many guesses pass before one counts. */
  private static final int AT_A_TIME = 8;

  private static final int TRIES = 5;
  private static final Duration REMEMBERED_ANEW_AFTER = Duration.ofDays(1);
  private static final Duration ADDRESS_KEPT = Duration.ofDays(180);
  private static final int LONGEST_ACCOUNT = 64;
  private static final Logger LOG = LoggerFactory.getLogger(LoginThrottle.class);

  private final LoginMapper mapper;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Semaphore looking = new Semaphore(AT_A_TIME, true);

  LoginThrottle(LoginMapper mapper, PlatformTransactionManager transactions, Clock clock) {
    this.mapper = mapper;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  private record Attempt(String account, String address, LocalDateTime at) {

    String subject(LoginBudget budget) {
      return switch (budget) {
        case PAIR -> "P " + account + " " + address;
        case ACCOUNT -> "U " + account;
        case ADDRESS -> "A " + address;
      };
    }
  }

  @Override
  public boolean pass(String userId, BooleanSupplier rightPassword) {
    looking.acquireUninterruptibly();
    try {
      Attempt attempt = new Attempt(account(userId), LoginAddress.current(), now());
      LocalDateTime cameIn = mapper.cameInFrom(attempt.account(), attempt.address());
      Map<LoginBudget, LoginCount> counts = counts(attempt);
      Set<LoginBudget> paid = admit(attempt, counts, cameIn != null);
      boolean right = rightPassword.getAsBoolean();
      if (right) {
        cameIn(attempt, cameIn, counts.containsKey(LoginBudget.PAIR));
      } else {
        failed(attempt, paid, cameIn != null);
      }
      return right;
    } finally {
      looking.release();
    }
  }

  private Map<LoginBudget, LoginCount> counts(Attempt attempt) {
    List<String> subjects = new ArrayList<>();
    for (LoginBudget budget : LoginBudget.values()) {
      subjects.add(attempt.subject(budget));
    }
    Map<LoginBudget, LoginCount> counts = new EnumMap<>(LoginBudget.class);
    for (LoginCount count : mapper.find(subjects)) {
      LoginBudget budget = LoginBudget.values()[subjects.indexOf(count.subject())];
      if (!count.lastAt().isBefore(attempt.at().minus(budget.forgottenAfter()))) {
        counts.put(budget, count);
      }
    }
    return counts;
  }

  /**
   * Pays for the attempt where a budget is used up, in one statement each: of many at the same time
   * one gets through.
   */
  private Set<LoginBudget> admit(
      Attempt attempt, Map<LoginBudget, LoginCount> counts, boolean known) {
    Set<LoginBudget> holding =
        known ? EnumSet.of(LoginBudget.PAIR) : EnumSet.allOf(LoginBudget.class);
    holding.retainAll(counts.keySet());
    for (LoginBudget budget : holding) {
      LocalDateTime until = counts.get(budget).blockedUntil();
      if (until.isAfter(attempt.at())) {
        throw wait(Duration.between(attempt.at(), until));
      }
    }
    Set<LoginBudget> paid = EnumSet.noneOf(LoginBudget.class);
    for (LoginBudget budget : holding) {
      int seen = counts.get(budget).failures();
      if (!budget.isUsedUp(seen)) {
        continue;
      }
      Duration wait = budget.waitAfter(seen + 1);
      LocalDateTime until = attempt.at().plus(wait);
      if (mapper.take(attempt.subject(budget), seen, seen + 1, attempt.at(), until) == 0) {
        throw wait(wait);
      }
      paid.add(budget);
    }
    return paid;
  }

  private void cameIn(Attempt attempt, LocalDateTime before, boolean mistyped) {
    if (mistyped) {
      mapper.forget(attempt.subject(LoginBudget.PAIR));
    }
    if (before == null || before.isBefore(attempt.at().minus(REMEMBERED_ANEW_AFTER))) {
      again(
          () -> {
            mapper.remember(attempt.account(), attempt.address(), attempt.at());
            return null;
          });
    }
  }

  private void failed(Attempt attempt, Set<LoginBudget> paid, boolean known) {
    for (LoginBudget budget : LoginBudget.values()) {
      boolean counts = budget != LoginBudget.ACCOUNT || !known;
      if (counts && !paid.contains(budget)) {
        count(attempt, budget);
      }
    }
  }

  private void count(Attempt attempt, LoginBudget budget) {
    String subject = attempt.subject(budget);
    Integer failures =
        again(
            () -> {
              mapper.count(
                  subject,
                  budget == LoginBudget.ADDRESS ? null : attempt.account(),
                  budget == LoginBudget.ACCOUNT ? null : attempt.address(),
                  attempt.at(),
                  attempt.at().minus(budget.forgottenAfter()));
              int now = mapper.failures(subject);
              mapper.block(subject, attempt.at().plus(budget.waitAfter(now)));
              return now;
            });
    if (budget != LoginBudget.PAIR && budget.isUsedUp(failures)) {
      LOG.warn("Too many wrong passwords from {}, budget {}", attempt.address(), budget);
    }
  }

  /** In a transaction of its own, once more where another node was writing the same row. */
  private <T> T again(Supplier<T> work) {
    for (int left = TRIES - 1; ; left--) {
      try {
        return transaction.execute(status -> work.get());
      } catch (ConcurrencyFailureException | DuplicateKeyException simultaneous) {
        if (left == 0) {
          throw simultaneous;
        }
      }
    }
  }

  private static Refusal wait(Duration duration) {
    long seconds = Math.max(1, duration.toSeconds());
    return Refusal.tooMany(
        "账号或密码连续输错，为防止他人猜测密码，请在%s后再试；急需登录请联系管理员解除等待。".formatted(inWords(seconds)),
        Duration.ofSeconds(seconds));
  }

  public static String inWords(long seconds) {
    return seconds < 60 ? seconds + "秒" : (seconds + 59) / 60 + "分钟";
  }

  /** Who has to wait at the moment. */
  List<LoginCount> waiting() {
    return mapper.blocked(now());
  }

  @Override
  public void lift(String userId) {
    mapper.liftAccount(account(userId));
  }

  void liftAddress(String address) {
    mapper.liftAddress(address);
  }

  /** Forgets what counts no more. */
  void sweep() {
    LocalDateTime now = now();
    mapper.sweepCounts(now.minus(LoginBudget.PAIR.forgottenAfter()), now);
    mapper.sweepAddresses(now.minus(ADDRESS_KEPT));
  }

  /** Spellings a database may take for the same id count together. */
  private static String account(String typed) {
    String account = typed.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}-]", "?");
    return account.substring(0, Math.min(account.length(), LONGEST_ACCOUNT));
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
