package rectify.selfcheck;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.springframework.transaction.annotation.Transactional;
import rectify.engine.ProcessBean;
import rectify.enterprise.EnterpriseRights;
import rectify.enterprise.EnterpriseScope;
import rectify.identity.People;
import rectify.light.Lights;
import rectify.refusal.Refusal;
import rectify.selfcheck.MonthlyList.Lines;

/** The monthly self-checks: what a diagram may do to one, and what people may see of them. */
@ProcessBean("selfChecks")
public class SelfChecks {

  static final int MOST_ROWS = 200;
  private static final int MOST_OWN = 20;

  private static final int ROWS_A_STATEMENT = 500;
  private static final String OVER = "本期自查已报送或已截止，请刷新任务列表。";

  private final SelfCheckMapper mapper;
  private final MonthlyList list;
  private final SheetSigning signing;
  private final Lights lights;
  private final EnterpriseRights rights;
  private final People people;
  private final Clock clock;

  SelfChecks(
      SelfCheckMapper mapper,
      MonthlyList list,
      SheetSigning signing,
      Lights lights,
      EnterpriseRights rights,
      People people,
      Clock clock) {
    this.mapper = mapper;
    this.list = list;
    this.signing = signing;
    this.lights = lights;
    this.rights = rights;
    this.people = people;
    this.clock = clock;
  }

  /**
   * The check, refused as not found if there is none. A system look-up: it asks nobody's rights.
   */
  public MonthlyCheck get(long selfCheckId) {
    MonthlyCheck check = mapper.byId(selfCheckId);
    if (check == null) {
      throw Refusal.notFound("没有这次自查，请刷新任务列表后重试。");
    }
    return check;
  }

  /** The ids of the failures that are no hazard yet, for the diagram to take one by one. */
  public List<Long> openFindings(long selfCheckId) {
    return mapper.findings(selfCheckId).stream()
        .filter(finding -> finding.hazardId() == null)
        .map(Finding::id)
        .toList();
  }

  /** What a failure is, in one line for task lists: the item, where, of which month. */
  public String findingTitle(long findingId) {
    Finding finding = finding(findingId);
    return "%s（%s），%s"
        .formatted(
            SelfCheck.within(60, finding.item()),
            finding.location(),
            get(finding.selfCheckId()).month());
  }

  /** Records that the last day passed without a report. */
  @Transactional
  public void late(long selfCheckId) {
    if (mapper.late(selfCheckId, now()) == 1) {
      lights.refresh(Set.of(get(selfCheckId).enterpriseId()));
    }
  }

  /** Records that the days of grace passed too: the period is over without a report. */
  @Transactional
  public void miss(long selfCheckId) {
    if (mapper.miss(selfCheckId, now()) == 1) {
      lights.refresh(Set.of(get(selfCheckId).enterpriseId()));
    }
  }

  /** Records that nobody has begun. */
  @Transactional
  void detect(long selfCheckId) {
    mapper.detect(selfCheckId, now());
  }

  /** Whether anybody has answered anything. */
  boolean isBegun(long selfCheckId) {
    return signing.isBegun(selfCheckId);
  }

  /** The list of this check as it is now. */
  Lines lines(MonthlyCheck check) {
    return list.of(check.enterpriseId());
  }

  /**
   * Takes the list as it was answered, item by item.
   *
   * @return when, ISO
   * @throws Refusal without a signatory, or naming what is not answered
   */
  @Transactional
  String sign(long selfCheckId, String signatory, String notes) {
    requireSignatory(signatory);
    MonthlyCheck check = lock(selfCheckId);
    Lines lines = lines(check);
    LocalDateTime now = now();
    SheetSigning.Signed signed = signing.sign(check, lines, signatory.strip(), notes, now);
    return submit(
        check,
        new Submission(
            lines.version(),
            lines.lines().size(),
            signed.findings().size(),
            signed.notApplicable(),
            signatory.strip(),
            notes),
        signed.findings(),
        now);
  }

  /**
   * Takes the list as the form of before had it completed: only the failures were ticked.
   *
   * @param failed keys of the lines that do not conform; empty for a zero report
   * @return when, ISO
   * @throws Refusal without the whole list or a signatory, or for a line that is not on the list
   */
  @Transactional
  String submitTicked(
      long selfCheckId, List<String> failed, Boolean listChecked, String signatory, String notes) {
    MonthlyCheck check = lock(selfCheckId);
    if (!Boolean.TRUE.equals(listChecked)) {
      throw new Refusal("请先按清单逐项检查完毕并确认；没有发现问题的（零报告），也须完成全部检查。");
    }
    requireSignatory(signatory);
    Lines lines = lines(check);
    List<NewFinding> failures =
        lines.lines().stream()
            .filter(line -> failed.contains(line.key()))
            .map(NewFinding::ticked)
            .toList();
    if (failures.size() != Set.copyOf(failed).size()) {
      throw Refusal.conflict("清单刚刚有变化，请刷新后重新勾选不符合项。");
    }
    return submit(
        check,
        new Submission(
            lines.version(), lines.lines().size(), failures.size(), null, signatory.strip(), notes),
        failures,
        now());
  }

  private String submit(
      MonthlyCheck check, Submission submission, List<NewFinding> failures, LocalDateTime now) {
    if (mapper.submit(check.id(), submission, now, people.current().id()) != 1) {
      throw Refusal.conflict(OVER);
    }
    for (int from = 0; from < failures.size(); from += ROWS_A_STATEMENT) {
      mapper.insertFindings(
          check.id(), failures.subList(from, Math.min(from + ROWS_A_STATEMENT, failures.size())));
    }
    lights.refresh(Set.of(check.enterpriseId()));
    return now.toString();
  }

  private static void requireSignatory(String signatory) {
    if (signatory == null || signatory.isBlank()) {
      throw new Refusal("请填写签字人；没有签字人的自查报告（含零报告）不予受理。");
    }
  }

  /**
   * The check, to go with what is done to it and its sheet: everybody else waits.
   *
   * @throws Refusal if it is over
   */
  MonthlyCheck lock(long selfCheckId) {
    MonthlyCheck check = mapper.lock(selfCheckId);
    if (check == null || !check.isAwaited()) {
      throw Refusal.conflict(OVER);
    }
    return check;
  }

  List<Finding> findings(long selfCheckId) {
    return mapper.findings(selfCheckId);
  }

  Finding finding(long findingId) {
    Finding finding = mapper.finding(findingId);
    if (finding == null) {
      throw Refusal.notFound("没有这个不符合项，请刷新任务列表后重试。");
    }
    return finding;
  }

  /** Keeps which hazard a failure became. */
  void raised(long findingId, long hazardId) {
    if (mapper.raised(findingId, hazardId) != 1) {
      throw Refusal.conflict("该不符合项已登记为隐患，请刷新任务列表。");
    }
  }

  /** A page, newest first, and how many rows all pages have. */
  record Page(List<MonthlyCheck> rows, long total) {}

  /**
   * As the current person may see it: who sees an enterprise sees its checks.
   *
   * @param page from 0
   * @param size 1 to 200
   */
  Page page(CheckFilter filter, int page, int size) {
    if (page < 0 || size < 1 || size > MOST_ROWS) {
      throw new Refusal("页码从0开始，每页1至" + MOST_ROWS + "条，请修改后再查询。");
    }
    EnterpriseScope scope = rights.get().read();
    return scope.isNone()
        ? new Page(List.of(), 0)
        : new Page(
            mapper.page(filter, scope, (long) page * size, size), mapper.count(filter, scope));
  }

  /**
   * How this month's self-checks stand, as far as the current person may see them.
   *
   * @param own the person's own enterprise's, which may be several's; empty for officers
   */
  public record Month(YearMonth month, long all, long submitted, List<MonthlyCheck> own) {}

  /** This month's. */
  @Transactional(readOnly = true)
  public Month month() {
    YearMonth month = YearMonth.now(clock);
    boolean enterprise = people.current().standing().isEnterpriseStaff();
    CheckFilter all = new CheckFilter(month.toString(), null, null, null, null);
    CheckFilter done = new CheckFilter(month.toString(), CheckStatus.SUBMITTED, null, null, null);
    Page found = page(all, 0, enterprise ? MOST_OWN : 1);
    return new Month(
        month, found.total(), page(done, 0, 1).total(), enterprise ? found.rows() : List.of());
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
