package rectify.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.assessment.FindingMapper.Known;
import rectify.deadline.Deadlines;
import rectify.identity.Actor;
import rectify.identity.People;
import rectify.jurisdiction.Jurisdictions;
import rectify.refusal.Refusal;
import rectify.selfcheck.Grace;
import rectify.suspicion.Kind;
import rectify.suspicion.Month;
import rectify.suspicion.Rules;
import rectify.suspicion.Suspicion;
import rectify.suspicion.Thresholds;

/**
 * The assessment of a month: duties that were not fulfilled and work that looks poor. What a month
 * has already is passed over, so that assessing again only adds what has come to light since.
 */
@Service
@EnableConfigurationProperties(Thresholds.class)
public class Assessments {

  static final int MOST_ROWS = 200;

  /** How many months before the last one are caught up at most. */
  private static final int MOST_MONTHS_BACK = 12;

  private static final int BATCH = 100;
  private static final int MOST_FACTS = 20;
  private static final int MOST_LETTERS_A_FACT = 180;

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

  private static final Logger LOG = LoggerFactory.getLogger(Assessments.class);

  private final List<Rules> rules;
  private final FindingMapper mapper;
  private final AssessmentFinding process;
  private final Subjects subjects;
  private final Thresholds thresholds;
  private final Grace grace;
  private final Deadlines deadlines;
  private final Jurisdictions jurisdictions;
  private final People people;
  private final TransactionTemplate transaction;
  private final Clock clock;

  /**
   * @param grace how long after a month's last day a self-check is still accepted
   */
  Assessments(
      List<Rules> rules,
      FindingMapper mapper,
      AssessmentFinding process,
      Subjects subjects,
      Thresholds thresholds,
      Grace grace,
      Deadlines deadlines,
      Jurisdictions jurisdictions,
      People people,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.rules = rules;
    this.mapper = mapper;
    this.process = process;
    this.subjects = subjects;
    this.thresholds = thresholds;
    this.grace = grace;
    this.deadlines = deadlines;
    this.jurisdictions = jurisdictions;
    this.people = people;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * Assesses last month, once its days of grace are over, and those before it that were passed over
   * since one was assessed, as when the product stood still.
   *
   * @return how much was found
   */
  public int assessWhatIsDue() {
    YearMonth last = YearMonth.now(clock).minusMonths(1);
    boolean over = LocalDate.now(clock).isAfter(grace.lastDay(last));
    String before = mapper.lastAssessed();
    YearMonth month = before == null ? last : YearMonth.parse(before).plusMonths(1);
    if (month.isBefore(last.minusMonths(MOST_MONTHS_BACK))) {
      month = last.minusMonths(MOST_MONTHS_BACK);
    }
    int found = 0;
    for (; month.isBefore(last); month = month.plusMonths(1)) {
      found += assessForGood(month);
    }
    return over ? found + assessForGood(last) : found;
  }

  private int assessForGood(YearMonth period) {
    int found = assess(period);
    mapper.assessed(period.toString(), LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS));
    return found;
  }

  /**
   * Assesses a month and stores what was not found in it before. Before its days of grace are over
   * only what is certain by then is found.
   *
   * @return how many findings are new
   * @throws Refusal if the month is not over
   */
  public int assess(YearMonth period) {
    if (!period.isBefore(YearMonth.now(clock))) {
      throw new Refusal(period + "还没有结束，不能考核评估，请在次月进行。");
    }
    Month month = new Month(period, earlier(grace.lastDay(period), LocalDate.now(clock)));
    Set<Known> known = Set.copyOf(mapper.known(month.text()));
    Map<Kind, Points> points = new EnumMap<>(Kind.class);
    int found = 0;
    for (Rules some : rules) {
      List<Suspicion> fresh =
          some.find(month).stream()
              .filter(it -> !known.contains(new Known(it.kind(), it.subject())))
              .toList();
      for (int from = 0; from < fresh.size(); from += BATCH) {
        List<Finding> findings = new ArrayList<>();
        for (Suspicion suspicion : fresh.subList(from, Math.min(from + BATCH, fresh.size()))) {
          findings.add(
              finding(suspicion, month, points.computeIfAbsent(suspicion.kind(), process::points)));
        }
        found += transaction.execute(status -> store(findings));
      }
    }
    if (found > 0) {
      LOG.info("Assessment: {} new findings of {}", found, period);
    }
    return found;
  }

  private int store(List<Finding> findings) {
    String sweep = UUID.randomUUID().toString();
    mapper.insert(findings, sweep);
    List<Finding> ours = mapper.ofSweep(sweep);
    process.start(ours.stream().filter(finding -> finding.askedAt() != null).toList());
    return ours.size();
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private Finding finding(Suspicion suspicion, Month month, Points points) {
    Subjects.Subject subject = subjects.of(suspicion);
    LocalDateTime now = now();
    return new Finding(
        null,
        suspicion.kind(),
        suspicion.subject(),
        suspicion.enterpriseId(),
        subject.name(),
        subject.countyCode(),
        subject.townshipCode(),
        subject.subcategoryCode(),
        subject.reviewer(),
        month.text(),
        suspicion.facts().size(),
        evidence(suspicion.facts()),
        points.of(suspicion.facts()),
        points.rule(),
        now,
        FindingStatus.OPEN,
        suspicion.kind().isAsked() ? now : null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static String evidence(List<Suspicion.Fact> facts) {
    StringJoiner lines = new StringJoiner("\n");
    for (Suspicion.Fact fact : facts.subList(0, Math.min(MOST_FACTS, facts.size()))) {
      String line = fact.line().replaceAll("\\s+", " ");
      lines.add(
          line.length() <= MOST_LETTERS_A_FACT
              ? line
              : line.substring(0, MOST_LETTERS_A_FACT - 1) + "…");
    }
    if (facts.size() > MOST_FACTS) {
      lines.add("另有%d项".formatted(facts.size() - MOST_FACTS));
    }
    return lines.toString();
  }

  /** A page, newest first, and how many rows all pages have. */
  record Page(List<Finding> rows, long total) {}

  /** The findings the current person may see. */
  Page page(FindingFilter filter, int page, int size) {
    refuseSize(page, size);
    AssessmentScope scope = scope();
    return scope.isNone()
        ? new Page(List.of(), 0)
        : new Page(
            mapper.page(filter, scope, (long) page * size, size), mapper.count(filter, scope));
  }

  static void refuseSize(int page, int size) {
    if (page < 0 || size < 1 || size > MOST_ROWS) {
      throw new Refusal("页码从0开始，每页1至" + MOST_ROWS + "条，请修改后再查询。");
    }
  }

  /** One finding, refused as not found if there is none, or not for the current person. */
  Finding get(long id) {
    Finding finding = mapper.byId(id);
    if (finding == null || !scope().covers(finding)) {
      throw Refusal.notFound("没有这项考核评估发现，或不在您的管辖范围内。");
    }
    return finding;
  }

  /**
   * Opens the task to explain a finding that nobody was asked about: an enterprise's lateness.
   *
   * @throws Refusal to anybody but the subject, too late, or where it was asked already
   */
  @Transactional
  Finding askToExplain(long id) {
    Finding finding = get(id);
    Actor actor = people.current();
    if (!actor.groups().contains(finding.subject())) {
      throw Refusal.forbidden("只能由被考核评估的单位申请说明。");
    }
    LocalDate last = lastDayToAsk(finding);
    if (LocalDate.now(clock).isAfter(last)) {
      throw Refusal.conflict("申请说明的期限（%s）已过，认定成立。".formatted(last));
    }
    if (mapper.ask(id, now(), actor.id()) != 1) {
      throw askedAlready(id);
    }
    Finding asked = mapper.byId(id);
    process.start(List.of(asked));
    return asked;
  }

  private Refusal askedAlready(long id) {
    Finding now = mapper.byId(id);
    String by = mapper.askedBy(id);
    return by == null || now.status() != FindingStatus.OPEN
        ? Refusal.conflict("这项考核评估发现已在说明或已审定，请在任务列表中查看。")
        : Refusal.conflict(
            "这项考核评估发现已由%s于%s申请说明，请在任务列表中办理。"
                .formatted(people.nameOf(by), now.askedAt().format(MINUTE)));
  }

  /** Whether {@link #askToExplain} would be granted to the current person. */
  boolean mayAskToExplain(Finding finding) {
    return finding.askedAt() == null
        && finding.status() == FindingStatus.OPEN
        && people.current().groups().contains(finding.subject())
        && !LocalDate.now(clock).isAfter(lastDayToAsk(finding));
  }

  private LocalDate lastDayToAsk(Finding finding) {
    return deadlines.lastDayAfterWorkingDays(
        finding.foundAt().toLocalDate(), thresholds.explainWithinDays());
  }

  private AssessmentScope scope() {
    return AssessmentScope.of(people.current(), jurisdictions);
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
