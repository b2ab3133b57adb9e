package rectify.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import rectify.deadline.Deadlines;
import rectify.hazard.CaseRows;
import rectify.hazard.Hazard;
import rectify.identity.Actor;
import rectify.identity.People;
import rectify.refusal.Refusal;

/** The ledger of hazards (隐患台账) as the current person may see it. */
@Service
public class Ledger {

  static final int MOST_ROWS = 200;
  private static final int ROWS_A_READ = 500;

  /** As many working days count as near; the task list 即将到期 holds the same. */
  public static final int NEAR = 3;

  private final CaseRows rows;
  private final CaseListMapper lists;
  private final People people;
  private final Deadlines deadlines;
  private final Clock clock;

  Ledger(CaseRows rows, CaseListMapper lists, People people, Deadlines deadlines, Clock clock) {
    this.rows = rows;
    this.lists = lists;
    this.people = people;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  /** What comes first in a list. */
  public enum Order {
    NEWEST,
    OLDEST,
    DUE_FIRST,
    DUE_LAST
  }

  /** A page, and how many rows all pages have. */
  public record Page(List<Hazard> rows, long total) {}

  /** A page, newest first. */
  public Page page(LedgerFilter filter, int page, int size) {
    return page(filter, Order.NEWEST, page, size);
  }

  /**
   * @param page from 0
   * @param size 1 to 200
   */
  public Page page(LedgerFilter asked, Order order, int page, int size) {
    requirePage(page, size);
    LedgerScope scope = scope();
    LedgerFilter filter = asOfToday(asked);
    return scope.isNone()
        ? new Page(List.of(), 0)
        : new Page(
            lists.page(filter, scope, order, (long) page * size, size), lists.count(filter, scope));
  }

  /** Every row, newest first, in portions read as the stream is consumed. */
  Stream<List<Hazard>> all(LedgerFilter asked) {
    LedgerScope scope = scope();
    if (scope.isNone()) {
      return Stream.empty();
    }
    LedgerFilter filter = asOfToday(asked);
    return Stream.iterate(
        lists.before(filter, scope, Long.MAX_VALUE, ROWS_A_READ),
        rows -> !rows.isEmpty(),
        rows -> lists.before(filter, scope, rows.get(rows.size() - 1).id(), ROWS_A_READ));
  }

  private LedgerFilter asOfToday(LedgerFilter asked) {
    LocalDate today = LocalDate.now(clock);
    return asked.asOf(today, near(today));
  }

  private LocalDate near(LocalDate today) {
    return deadlines.lastDayAfterWorkingDays(today, NEAR);
  }

  /** How many cases stand where. */
  public LedgerFigures figures() {
    LedgerScope scope = scope();
    LocalDate today = LocalDate.now(clock);
    return scope.isNone()
        ? LedgerFigures.NONE
        : lists.figures(scope, today, near(today), today.withDayOfMonth(1));
  }

  /** How many open cases stand where in each county, most overdue first. */
  public List<CountyFigures> countyFigures() {
    LedgerScope scope = scope();
    return scope.isNone() ? List.of() : lists.countyFigures(scope, LocalDate.now(clock));
  }

  /** What a person has done, and how much that is. */
  public record DonePage(List<Done> rows, long total) {}

  /**
   * What the current person has done in cases they may see, newest first; photos they added are
   * left out, which are part of what they were added for.
   *
   * @param filter its text and its days, which are those it was done on
   */
  public DonePage done(LedgerFilter filter, long offset, int limit) {
    LedgerScope scope = scope();
    String me = people.current().id();
    return scope.isNone()
        ? new DonePage(List.of(), 0)
        : new DonePage(
            lists.done(me, filter, scope, offset, limit), lists.countDone(me, filter, scope));
  }

  private static void requirePage(int page, int size) {
    if (page < 0 || size < 1 || size > MOST_ROWS) {
      throw new Refusal("页码从0开始，每页1至" + MOST_ROWS + "条，请修改后再查询。");
    }
  }

  /**
   * One case.
   *
   * @param caseNumber such as YH350582-2026-0000123
   * @throws Refusal NOT_FOUND if there is none, or not for this person
   */
  public Hazard get(String caseNumber) {
    Hazard hazard = rows.byId(id(caseNumber));
    if (hazard == null || !hazard.caseNumber().equals(caseNumber) || !scope().covers(hazard)) {
      throw Refusal.notFound("没有编号为“" + caseNumber + "”的案件，或不在您的管辖范围内。");
    }
    return hazard;
  }

  /** One case by its id, as {@link #get(String)}. */
  Hazard get(long id) {
    Hazard hazard = rows.byId(id);
    if (hazard == null || !scope().covers(hazard)) {
      throw Refusal.notFound("没有这个案件，或不在您的管辖范围内。");
    }
    return hazard;
  }

  /** Whether the current person may see a case. */
  public boolean shows(Hazard hazard) {
    return scope().covers(hazard);
  }

  /** The same of somebody who stands at a page of ours, where nobody is current. */
  public boolean shows(Hazard hazard, Actor person) {
    return LedgerScope.of(person).covers(hazard);
  }

  private LedgerScope scope() {
    return LedgerScope.of(people.current());
  }

  private static long id(String caseNumber) {
    return idOf(caseNumber).orElseThrow(() -> new Refusal("案件编号的格式应如“YH350582-2026-0000123”，请核对。"));
  }

  /** The id in a case number; empty if it is none. */
  public static Optional<Long> idOf(String caseNumber) {
    return caseNumber.matches("YH\\d{6}-\\d{4}-\\d{7,18}")
        ? Optional.of(Long.valueOf(caseNumber.substring(14)))
        : Optional.empty();
  }
}
