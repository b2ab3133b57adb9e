package rectify.selfcheck;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.enterprise.Enterprise;
import rectify.refusal.Refusal;

/**
 * Opens a month: one check for each enrolled enterprise whose grade asks for it. Each batch is one
 * transaction over our rows and their process instances, and what is left is whoever has no row: to
 * go on after a crash is to begin again. The unique key of enterprise and period keeps two nodes
 * apart: a row the other is writing is passed over.
 */
@Service
public class MonthOpening {

  static final int BATCH = 100;

  private static final int TRIES = 5;
  private static final int FIRST_DAYS = 3;

  /** In the statements, the grade of who has none yet. */
  private static final String UNGRADED = "-";

  private static final Logger LOG = LoggerFactory.getLogger(MonthOpening.class);

  private final SelfCheckMapper mapper;
  private final SelfCheck process;
  private final TransactionTemplate transaction;
  private final Clock clock;

  MonthOpening(
      SelfCheckMapper mapper,
      SelfCheck process,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.mapper = mapper;
    this.process = process;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * How far a month is open.
   *
   * @param due enrolled enterprises whose grade asks for a check of the period now
   * @param opened checks of the period
   */
  public record Progress(String period, long due, long opened) {}

  /** The month that is now. */
  public YearMonth current() {
    return YearMonth.now(clock);
  }

  /**
   * @throws Refusal if the text is no month
   */
  static YearMonth month(String period) {
    try {
      return YearMonth.parse(period);
    } catch (DateTimeParseException e) {
      throw new Refusal("“" + period + "”不是有效的月份，请按“2026-03”的格式填写。");
    }
  }

  public Progress progress(YearMonth period) {
    List<String> grades = gradesDue(period);
    return new Progress(
        period.toString(),
        grades.isEmpty() ? 0 : mapper.due(grades),
        mapper.openedIn(period.toString()));
  }

  /**
   * Opens the month that is now: in its first three days whoever is not open yet, and later only if
   * its opening never went through, because the product stood still or died on the way.
   */
  public int openCurrent() {
    YearMonth now = current();
    boolean first = LocalDate.now(clock).getDayOfMonth() <= FIRST_DAYS;
    return first || !mapper.isOpen(now.toString()) ? open(now) : 0;
  }

  /** Opens what is not open yet of a month, and says how many that were. */
  public int open(YearMonth period) {
    List<String> grades = gradesDue(period);
    if (grades.isEmpty()) {
      return 0;
    }
    int opened = 0;
    long after = 0;
    Batch batch;
    do {
      long from = after;
      batch = untilItHolds(() -> transaction.execute(status -> batch(period, grades, from)));
      opened += batch.opened();
      after = batch.until();
    } while (!batch.isLast());
    transaction.executeWithoutResult(
        status ->
            mapper.markOpen(
                period.toString(), LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS)));
    if (opened > 0) {
      LOG.info("Self-check: opened {} cases of {}", opened, period);
    }
    return opened;
  }

  /** Two nodes on the same batch may deadlock; the one that lost finds the other's rows. */
  private static Batch untilItHolds(Supplier<Batch> attempt) {
    for (int tries = 1; ; tries++) {
      try {
        return attempt.get();
      } catch (PessimisticLockingFailureException lost) {
        if (tries == TRIES) {
          throw lost;
        }
        LOG.info("Self-check: lost a batch to another node, trying again");
      }
    }
  }

  private record Batch(int opened, long until, boolean isLast) {}

  private Batch batch(YearMonth period, List<String> grades, long after) {
    Long until = mapper.endOfBatch(period.toString(), grades, after, BATCH);
    if (until == null) {
      return new Batch(0, after, true);
    }
    String opening = UUID.randomUUID().toString();
    mapper.open(
        period.toString(),
        opening,
        LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS),
        period.atEndOfMonth(),
        grades,
        after,
        until);
    List<MonthlyCheck> ours = mapper.opened(opening);
    process.start(ours);
    return new Batch(ours.size(), until, false);
  }

  private List<String> gradesDue(YearMonth period) {
    List<String> due = new ArrayList<>();
    for (Enterprise.Grade grade : Enterprise.Grade.values()) {
      if (isDue(grade, period)) {
        due.add(grade.name());
      }
    }
    if (isDue(null, period)) {
      due.add(UNGRADED);
    }
    return due;
  }

  /** A check of several months is due in the last of them: of a quarter in March, June… */
  private boolean isDue(Enterprise.Grade grade, YearMonth period) {
    return period.getMonthValue() % process.everyMonths(grade) == 0;
  }
}
