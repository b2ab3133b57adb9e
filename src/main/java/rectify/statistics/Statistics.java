package rectify.statistics;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import rectify.clean.CleanText;
import rectify.deadline.Deadlines;
import rectify.engine.ProcessBean;
import rectify.hazard.Duty;
import rectify.hazard.DutyLadder;
import rectify.identity.People;
import rectify.identity.Standing;
import rectify.jurisdiction.County;
import rectify.jurisdiction.Jurisdictions;
import rectify.paper.ChineseDates;
import rectify.paper.Table;
import rectify.paper.Table.Imprint;
import rectify.refusal.Refusal;
import rectify.seal.PaperSeals;
import rectify.selfcheck.Grace;
import rectify.statistics.Statistic.Signature;
import rectify.statistics.StatisticMapper.Draft;
import rectify.statistics.StatisticMapper.Replaced;
import rectify.typed.PhoneNumber;

/**
 * The tables: drawn, signed, and from then on as they are. What is wrong in a signed one is put
 * right by a further version with its reason.
 */
@ProcessBean("statistics")
public class Statistics {

  static final int MOST_ROWS = 200;

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

  private final StatisticMapper mapper;
  private final FigureMapper figureMapper;
  private final Figures figures;
  private final Jurisdictions jurisdictions;
  private final People people;
  private final PaperSeals seals;
  private final DutyLadder ladder;
  private final Clock clock;
  private final Grace grace;

  /**
   * @param grace how long after a month's last day a self-check is still accepted
   */
  Statistics(
      StatisticMapper mapper,
      FigureMapper figureMapper,
      Figures figures,
      Jurisdictions jurisdictions,
      People people,
      PaperSeals seals,
      DutyLadder ladder,
      Clock clock,
      Grace grace) {
    this.mapper = mapper;
    this.figureMapper = figureMapper;
    this.figures = figures;
    this.jurisdictions = jurisdictions;
    this.people = people;
    this.seals = seals;
    this.ladder = ladder;
    this.clock = clock;
    this.grace = grace;
  }

  /** A table of an area. */
  record Due(StatisticKind kind, Period period, String area) {}

  /**
   * The tables whose figures are complete and were not drawn yet: the last quarter's, and those of
   * the months that ended since that quarter began and whose grace is over. A time before the
   * product was in use is passed over.
   */
  List<Due> due() {
    LocalDate today = LocalDate.now(clock);
    Period quarter = Period.quarterBefore(today);
    List<Due> due = new ArrayList<>();
    if (figureMapper.hasBegun(Deadlines.lastMoment(quarter.until()))) {
      areas().forEach(area -> due.add(new Due(StatisticKind.TREATMENT, quarter, area)));
    }
    figureMapper
        .months(quarter.from().toString().substring(0, 7), today.toString().substring(0, 7))
        .stream()
        .map(month -> Period.of(StatisticKind.REPORTING, month))
        .filter(month -> cutOff(StatisticKind.REPORTING, month).toLocalDate().isBefore(today))
        .forEach(
            month -> areas().forEach(it -> due.add(new Due(StatisticKind.REPORTING, month, it))));
    due.removeIf(it -> mapper.newest(it.kind(), it.period().text(), it.area()) > 0);
    return due;
  }

  private List<String> areas() {
    return Stream.concat(
            jurisdictions.counties().stream().map(County::code), Stream.of(Jurisdictions.CITY))
        .toList();
  }

  /** What happens after this moment is not counted, whenever the table is drawn. */
  private LocalDateTime cutOff(StatisticKind kind, Period period) {
    return Deadlines.lastMoment(
        kind == StatisticKind.REPORTING
            ? grace.lastDay(YearMonth.from(period.until()))
            : period.until());
  }

  /** Draws the first version of a table. */
  @Transactional(propagation = Propagation.MANDATORY)
  Statistic draw(Due due) {
    return draw(due.kind(), due.period(), due.area(), 1, null);
  }

  private Statistic draw(
      StatisticKind kind, Period period, String area, int version, String reason) {
    LocalDateTime cutOff = cutOff(kind, period);
    mapper.insert(
        new Draft(
            kind,
            period.text(),
            area,
            version,
            cutOff,
            Statistic.write(figures.draw(kind, period, area, cutOff)),
            now(),
            reason,
            reason == null ? null : people.current().id()));
    return mapper.version(kind, period.text(), area, version);
  }

  /** Draws the figures of a draft anew; the cut-off stays. */
  @Transactional
  public void redraw(long statisticId) {
    Statistic draft = get(statisticId);
    Table table = figures.draw(draft.kind(), draft.time(), draft.areaCode(), draft.cutOff());
    if (mapper.redraw(statisticId, Statistic.write(table), now()) != 1) {
      throw signedAlready();
    }
  }

  /**
   * Signs a draft: from now on it does not change.
   *
   * @param signatory the main person in charge
   * @param preparer who filled it in
   * @param phone null or blank for none
   */
  @Transactional
  public void sign(long statisticId, String signatory, String preparer, String phone) {
    requireText(signatory, "单位负责人");
    requireText(preparer, "填表人");
    Statistic draft = get(statisticId);
    requireGenuine(draft);
    Signature signature =
        new Signature(
            signatory.strip(), preparer.strip(), phone(phone), now(), people.current().id());
    if (mapper.sign(draft, signature, draft.hash(signature, before(draft))) != 1) {
      throw signedAlready();
    }
    seals.seal(StatisticPapers.paper(get(statisticId)));
    ladder.done(Duty.SIGNING, draft.number());
  }

  private static String phone(String typed) {
    String phone = CleanText.code(typed);
    if (phone.isEmpty()) {
      return null;
    }
    if (!PhoneNumber.is(phone)) {
      throw new Refusal("填表人联系电话" + PhoneNumber.problem(CleanText.line(typed)) + "，请更正。");
    }
    return phone;
  }

  /** Records that a table was not signed in time. */
  @Transactional
  public void noteOverdue(long statisticId) {
    mapper.overdue(statisticId, now());
  }

  /** Keeps how the city's office urged a county that had not signed. */
  @Transactional
  public void supervise(long statisticId, String opinion) {
    requireText(opinion, "督促情况");
    if (mapper.supervise(statisticId, opinion.strip(), now(), people.current().id()) != 1) {
      throw signedAlready();
    }
  }

  private Refusal correctedAlready(Statistic newest) {
    String by = newest.requestedBy() == null ? "" : "由" + people.nameOf(newest.requestedBy()) + "于";
    return Refusal.conflict(
        "已有更新的版本：%s%s提出第%d版更正，请在最新一版上更正。"
            .formatted(by, newest.drawnAt().format(MINUTE), newest.version()));
  }

  private static Refusal signedAlready() {
    return Refusal.conflict("这份统计表已签发或刚刚有变化，请刷新任务列表。");
  }

  /**
   * Draws a further version of a signed table, by the office whose table it is.
   *
   * @throws Refusal if it is not theirs, not signed, not the newest, or without a reason
   */
  @Transactional(propagation = Propagation.MANDATORY)
  Statistic correct(long statisticId, String reason) {
    Statistic signed = read(statisticId);
    if (!people.current().standing().isOfOffice(signed.areaCode())) {
      throw Refusal.forbidden("统计表由填报单位（" + organ(signed.areaCode()) + "）更正，请联系该单位。");
    }
    requireText(reason, "更正理由", 500);
    int newest = mapper.newest(signed.kind(), signed.period(), signed.areaCode());
    if (!signed.isSigned() || newest != signed.version()) {
      throw newest == signed.version()
          ? Refusal.conflict("这份统计表还没有签发，请在签发任务中核对。")
          : correctedAlready(
              mapper.version(signed.kind(), signed.period(), signed.areaCode(), newest));
    }
    return draw(signed.kind(), signed.time(), signed.areaCode(), newest + 1, reason.strip());
  }

  /** A system look-up: it asks nobody's rights. */
  public Statistic get(long statisticId) {
    Statistic statistic = mapper.byId(statisticId);
    if (statistic == null) {
      throw Refusal.notFound("没有这份统计表，请核对后重试。");
    }
    return statistic;
  }

  /**
   * One version, as the current person may see it.
   *
   * @throws Refusal NOT_FOUND if there is none for them; CONFLICT if what is stored is not what was
   *     signed
   */
  Statistic read(long statisticId) {
    Statistic statistic = mapper.byId(statisticId);
    Standing standing = people.current().standing();
    if (statistic == null
        || !sees(standing, statistic.areaCode())
        || !statistic.isSigned() && !works(standing, statistic.areaCode())) {
      throw Refusal.notFound("没有这份统计表，或不在您的管辖范围内。");
    }
    requireGenuine(statistic);
    return statistic;
  }

  /** What is signed is what was sealed; what is not signed never was. */
  private void requireGenuine(Statistic statistic) {
    boolean genuine =
        statistic.isSigned()
            ? statistic.isIntact(before(statistic)) && seals.holds(StatisticPapers.paper(statistic))
            : !seals.isSealed(StatisticPapers.ROOM, statistic.id());
    if (!genuine) {
      throw Refusal.conflict("统计表" + statistic.number() + "的内容与签发时不一致，不能打开，请联系系统管理员。");
    }
  }

  /** Tables as the current person may see them, newest first; null parts do not narrow. */
  List<Statistic> page(StatisticKind kind, String period, int page, int size) {
    if (page < 0 || size < 1 || size > MOST_ROWS) {
      throw new Refusal("页码从0开始，每页1至" + MOST_ROWS + "条，请修改后再查询。");
    }
    Standing standing = people.current().standing();
    List<String> seen = areas(area -> sees(standing, area));
    return seen.isEmpty()
        ? List.of()
        : mapper.page(
            kind, period, seen, areas(area -> works(standing, area)), (long) page * size, size);
  }

  private List<String> areas(Predicate<String> condition) {
    return areas().stream().filter(condition).toList();
  }

  /**
   * The figures as they are now, which nobody has signed.
   *
   * @param area null for the one area the current person works in
   */
  Table live(StatisticKind kind, String period, String area) {
    Period time = Period.of(kind, period);
    Standing standing = people.current().standing();
    List<String> seen = areas(it -> sees(standing, it));
    String of =
        area != null ? area : seen.contains(Jurisdictions.CITY) ? Jurisdictions.CITY : first(seen);
    if (of == null || !seen.contains(of)) {
      throw Refusal.notFound("没有这个地区的统计，或不在您的管辖范围内。");
    }
    LocalDateTime now = now();
    if (now.toLocalDate().isBefore(time.begins())) {
      throw new Refusal("统计期“" + period + "”还没有开始，请核对。");
    }
    LocalDateTime end = cutOff(kind, time);
    return figures.draw(kind, time, of, now.isBefore(end) ? now : end);
  }

  private static String first(List<String> areas) {
    return areas.isEmpty() ? null : areas.get(0);
  }

  /** Officers and managers see their county's tables, those of the city everybody's. */
  private boolean sees(Standing standing, String area) {
    return standing.isCityLevel()
        || works(standing, area)
        || standing.departments().stream().anyMatch(post -> post.area().equals(area))
        || standing.townships().stream()
            .flatMap(code -> jurisdictions.findTownship(code).stream())
            .anyMatch(township -> township.countyCode().equals(area));
  }

  /** Whose work a draft is, and who watches it. */
  private static boolean works(Standing standing, String area) {
    return standing.isOfOffice(area)
        || standing.isOfOffice(Jurisdictions.CITY)
        || standing.manages(area);
  }

  /** By the ids of those of some versions that were replaced, the version that holds now. */
  Map<Long, Integer> replaced(List<Statistic> versions) {
    return versions.isEmpty()
        ? Map.of()
        : mapper.replaced(versions.stream().map(Statistic::id).toList()).stream()
            .collect(toMap(Replaced::id, Replaced::newest));
  }

  /** What is printed around the table. */
  Imprint imprint(Statistic statistic) {
    List<String> marks = new ArrayList<>();
    if (!statistic.isSigned()) {
      marks.add("未签发");
    }
    if (statistic.version() > 1) {
      marks.add("第%d版（更正），更正理由：%s".formatted(statistic.version(), statistic.reason()));
    }
    replaced(List.of(statistic))
        .values()
        .forEach(newest -> marks.add("本版已被第" + newest + "版取代，仅供查考"));
    return new Imprint(
        statistic.number(),
        marks,
        List.of(
            "单位负责人：" + orBlank(statistic.signatory()),
            "填表人：" + orBlank(statistic.preparer()),
            "联系电话：" + orBlank(statistic.phone()),
            "填报日期："
                + (statistic.signedAt() == null
                    ? ""
                    : ChineseDates.day(statistic.signedAt().toLocalDate()))),
        organ(statistic.areaCode()));
  }

  /** The office that signs an area's tables. */
  String organ(String area) {
    return jurisdictions.office(area).name();
  }

  String title(Statistic statistic) {
    return "%s%s：%s%s"
        .formatted(
            statistic.time().title(),
            statistic.kind().title(),
            jurisdictions.placeName(statistic.areaCode()),
            statistic.version() == 1 ? "" : "（更正第" + statistic.version() + "版）");
  }

  private Statistic before(Statistic statistic) {
    return statistic.version() == 1
        ? null
        : mapper.version(
            statistic.kind(), statistic.period(), statistic.areaCode(), statistic.version() - 1);
  }

  private static String orBlank(String text) {
    return text == null ? "" : text;
  }

  /** What a form asks for is there; how long it may be, the form says and the gate checks. */
  private static void requireText(String text, String what) {
    if (text == null || text.isBlank()) {
      throw new Refusal("请填写" + what + "。");
    }
  }

  private static void requireText(String text, String what, int most) {
    requireText(text, what);
    if (text.strip().length() > most) {
      throw new Refusal("%s最多%d字，现有%d字，请精简。".formatted(what, most, text.strip().length()));
    }
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
