package rectify.hazard;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import rectify.engine.Refusal;
import rectify.identity.People;

/** The ledger of hazards (隐患台账) as the current person may see it. */
@Service
public class Ledger {

  static final int MOST_ROWS = 200;
  private static final int ROWS_A_READ = 500;

  private final HazardMapper mapper;
  private final People people;

  Ledger(HazardMapper mapper, People people) {
    this.mapper = mapper;
    this.people = people;
  }

  /** A page, newest first, and how many rows all pages have. */
  public record Page(List<Hazard> rows, long total) {}

  /**
   * @param page from 0
   * @param size 1 to 200
   */
  public Page page(LedgerFilter filter, int page, int size) {
    if (page < 0 || size < 1 || size > MOST_ROWS) {
      throw new Refusal("页码从0开始，每页1至" + MOST_ROWS + "条，请修改后再查询。");
    }
    LedgerScope scope = scope();
    return scope.isNone()
        ? new Page(List.of(), 0)
        : new Page(
            mapper.page(filter, scope, (long) page * size, size), mapper.count(filter, scope));
  }

  /** Every row, newest first, in portions read as the stream is consumed. */
  Stream<List<Hazard>> all(LedgerFilter filter) {
    LedgerScope scope = scope();
    if (scope.isNone()) {
      return Stream.empty();
    }
    return Stream.iterate(
        mapper.before(filter, scope, Long.MAX_VALUE, ROWS_A_READ),
        rows -> !rows.isEmpty(),
        rows -> mapper.before(filter, scope, rows.get(rows.size() - 1).id(), ROWS_A_READ));
  }

  /**
   * One case.
   *
   * @param caseNumber such as YH350582-2026-0000123
   * @throws Refusal NOT_FOUND if there is none, or not for this person
   */
  public Hazard get(String caseNumber) {
    Hazard hazard = mapper.byId(id(caseNumber));
    if (hazard == null || !hazard.caseNumber().equals(caseNumber) || !scope().covers(hazard)) {
      throw Refusal.notFound("没有编号为“" + caseNumber + "”的案件，或不在您的管辖范围内。");
    }
    return hazard;
  }

  /** One case by its id, as {@link #get(String)}. */
  Hazard get(long id) {
    Hazard hazard = mapper.byId(id);
    if (hazard == null || !scope().covers(hazard)) {
      throw Refusal.notFound("没有这个案件，或不在您的管辖范围内。");
    }
    return hazard;
  }

  /** Whether the current person may see a case. */
  public boolean shows(Hazard hazard) {
    return scope().covers(hazard);
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
