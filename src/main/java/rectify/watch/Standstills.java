package rectify.watch;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rectify.clean.CleanText;
import rectify.identity.GroupIds;
import rectify.identity.People;
import rectify.identity.Standing;
import rectify.paper.ChineseDates;
import rectify.refusal.Refusal;
import rectify.timer.Timers.Move;
import rectify.timer.Waiting.Kind;
import rectify.watch.Standstill.Choice;

/**
 * The times in which the product stood still: what fell into each, and what the city's safety
 * commission office (安委办) chooses for it.
 */
@Service
public class Standstills {

  private static final int MOST_LINES = 500;
  private static final int LONGEST_REASON = 500;

  private final StandstillMapper mapper;
  private final Plans plans;
  private final Movement movement;
  private final People people;
  private final Clock clock;

  Standstills(StandstillMapper mapper, Plans plans, Movement movement, People people, Clock clock) {
    this.mapper = mapper;
    this.plans = plans;
    this.movement = movement;
    this.people = people;
    this.clock = clock;
  }

  /**
   * A standstill as a person sees it.
   *
   * @param state Chinese
   * @param items what fell into it, of this person's counties
   * @param mayChoose whether this person may choose now
   */
  public record View(
      Standstill standstill, long lostDays, String state, long items, boolean mayChoose) {}

  /**
   * A clock and where it would go.
   *
   * @param to null if it stays
   */
  public record Line(
      String number, String what, String kind, LocalDateTime due, LocalDateTime to) {}

  /**
   * What a choice would do.
   *
   * @param byStep how many clocks of each step move
   * @param lastDays how many self-reported hazards get a later last day
   * @param lines the first of them
   */
  public record Preview(
      Choice choice, int moved, int lastDays, Map<String, Long> byStep, List<Line> lines) {}

  /** All, newest first. */
  @Transactional(readOnly = true)
  public List<View> all() {
    requireReader();
    return mapper.all().stream().map(this::view).toList();
  }

  @Transactional(readOnly = true)
  public View get(long id) {
    requireReader();
    return view(found(mapper.find(id)));
  }

  private View view(Standstill one) {
    boolean open = one.isOpen(now());
    String state =
        one.choice() != null
            ? "%s于%s选择：%s"
                .formatted(
                    people.nameOf(one.chosenBy()),
                    ChineseDates.minute(one.chosenAt()),
                    one.choice().chinese())
            : open
                ? "待市安委办于%s前选择，逾期按原期限继续".formatted(ChineseDates.minute(one.holdUntil()))
                : "到期未选择，已按原期限继续";
    return new View(
        one, one.lostDays(), state, mapper.countItems(one.id(), counties()), open && chooses());
  }

  /** What fell into it, of this person's counties; the first 500. */
  @Transactional(readOnly = true)
  public List<Item> items(long id) {
    requireReader();
    found(mapper.find(id));
    return mapper.items(id, counties(), MOST_LINES);
  }

  /** What a choice would do now. */
  @Transactional(readOnly = true)
  public Preview preview(long id, Choice choice) {
    requireChooser();
    Standstill one = found(mapper.find(id));
    requireOpen(one);
    Plan plan = plan(one, choice);
    return new Preview(
        choice,
        plan.moves().size(),
        plan.lastDays().size(),
        plan.moves().stream()
            .collect(groupingBy(move -> move.waiting().name(), TreeMap::new, counting())),
        plan.moves().stream().limit(MOST_LINES).map(Standstills::line).toList());
  }

  private static Line line(Move move) {
    return new Line(
        move.waiting().number(),
        move.waiting().name(),
        move.waiting().kind() == Kind.TASK ? "任务期限" : "定时",
        move.waiting().due(),
        move.to());
  }

  /**
   * Lets the clocks run on as they were, or gives them the time lost.
   *
   * @param reason why; required to move them
   */
  @Transactional
  public View choose(long id, Choice choice, String reason) {
    requireChooser();
    String why = CleanText.line(reason);
    if (why.length() > LONGEST_REASON || choice == Choice.MOVE && why.isEmpty()) {
      throw new Refusal("请填写顺延的理由，最多 " + LONGEST_REASON + " 字。");
    }
    Standstill one = found(mapper.lock(id));
    requireOpen(one);
    Plan plan = plan(one, choice);
    movement.make(one, choice, plan);
    mapper.choose(id, choice, why.isEmpty() ? null : why, now(), people.current().id());
    return view(mapper.find(id));
  }

  private Plan plan(Standstill one, Choice choice) {
    return plans.of(one, choice, mapper.items(one.id(), null, Integer.MAX_VALUE), now());
  }

  private void requireOpen(Standstill one) {
    if (one.choice() != null) {
      throw Refusal.conflict(
          "%s已于%s选择%s，不能再改。"
              .formatted(
                  people.nameOf(one.chosenBy()),
                  ChineseDates.minute(one.chosenAt()),
                  one.choice().chinese()));
    }
    if (!one.isOpen(now())) {
      throw Refusal.conflict("选择的时间已过，停运期间到期的事项已按原期限继续；个别案件确需顺延的，请办理延期。");
    }
  }

  private static Standstill found(Standstill one) {
    if (one == null) {
      throw Refusal.notFound("没有这次停运的记录，请返回列表重新选择。");
    }
    return one;
  }

  private void requireReader() {
    Standing standing = people.current().standing();
    if (standing.offices().isEmpty() && !standing.manager() && !standing.administrator()) {
      throw Refusal.forbidden("系统停运的记录由安委办、领导和系统管理员查看，如有需要请联系本地安委办。");
    }
  }

  private void requireChooser() {
    if (!chooses()) {
      throw Refusal.forbidden("停运期间到期的事项如何处理由市安委办选择，请联系市安委办。");
    }
  }

  private boolean chooses() {
    return people.current().standing().isOfOffice(GroupIds.CITY);
  }

  /** Whose work this person sees; null for everybody's. */
  private Set<String> counties() {
    Standing standing = people.current().standing();
    if (standing.isCityLevel() || standing.administrator()) {
      return null;
    }
    return standing.counties().isEmpty() ? Set.of("-") : standing.counties();
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
