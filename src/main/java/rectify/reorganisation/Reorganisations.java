package rectify.reorganisation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.identity.People;
import rectify.jurisdiction.Catalog;
import rectify.jurisdiction.CatalogLoader;
import rectify.jurisdiction.Holdings;
import rectify.jurisdiction.Jurisdictions;
import rectify.jurisdiction.Move;
import rectify.jurisdiction.OwnerGroups;
import rectify.jurisdiction.RetiredUnits;
import rectify.jurisdiction.Succession;
import rectify.jurisdiction.Unit;
import rectify.refusal.Refusal;

/**
 * Carries out what {@code successions.csv} says, such as 撤镇设街: everything a unit owns goes to its
 * successor and the unit is retired, in one transaction for all that is in force, with every clock
 * and due date as it was. What was moved before is only looked after for what came since.
 */
@Service
public class Reorganisations {

  private static final Logger LOG = LoggerFactory.getLogger(Reorganisations.class);
  private static final int FIRST = 3;
  private static final int LONGEST = 1000;

  private final Jurisdictions jurisdictions;
  private final CatalogLoader loader;
  private final ReorganisationMapper mapper;
  private final RetiredUnits units;
  private final ObjectProvider<Holdings> holdings;
  private final OwnerGroups groups;
  private final People people;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Reorganisations(
      Jurisdictions jurisdictions,
      CatalogLoader loader,
      ReorganisationMapper mapper,
      RetiredUnits units,
      ObjectProvider<Holdings> holdings,
      OwnerGroups groups,
      People people,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock clock) {
    this.jurisdictions = jurisdictions;
    this.loader = loader;
    this.mapper = mapper;
    this.units = units;
    this.holdings = holdings;
    this.groups = groups;
    this.people = people;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * A succession and what it moves.
   *
   * @param name of the unit that is retired
   * @param from the first day
   * @param state 待生效, 待执行 or 已执行
   * @param has what the unit has now and would move, with the first of each
   * @param moved what was moved when it was carried out; null before
   * @param refusal why it cannot be carried out; null if it can
   */
  public record Plan(
      String kind,
      String code,
      String name,
      String successor,
      String successorName,
      LocalDate from,
      String basis,
      String state,
      List<String> has,
      String moved,
      String refusal) {}

  /** What the files would move, and what they have moved; changes nothing. */
  public List<Plan> preview() {
    Catalog files = loader.files();
    Catalog stored = loader.stored();
    List<ReorganisationMapper.Applied> log = mapper.log();
    return files.successions.stream()
        .map(
            succession -> {
              Optional<ReorganisationMapper.Applied> done =
                  log.stream()
                      .filter(it -> new Unit(it.kind(), it.code()).equals(succession.from()))
                      .findFirst();
              Unit to = files.heir(succession.from());
              return new Plan(
                  succession.kind().chinese(),
                  succession.code(),
                  name(stored, files, succession.from()),
                  to.code(),
                  name(files, stored, to),
                  succession.inForceFrom(),
                  succession.basis(),
                  done.isPresent()
                      ? "已执行"
                      : succession.inForce(LocalDate.now(clock)) ? "待执行" : "待生效",
                  units.stillHas(succession.from(), FIRST),
                  done.map(ReorganisationMapper.Applied::moved).orElse(null),
                  refusal(stored, files, succession));
            })
        .toList();
  }

  private static String name(Catalog first, Catalog second, Unit unit) {
    String name = first.nameOf(unit);
    return name.equals(unit.code()) ? second.nameOf(unit) : name;
  }

  /**
   * Reads the files again and moves what is in force. Safe to repeat, and on several nodes.
   *
   * @return what was moved, a Chinese sentence each
   * @throws Refusal if the files are wrong, something cannot move, or a unit is gone without a
   *     successor; nothing is changed then
   */
  public List<String> carryOut() {
    List<String> moved = new ArrayList<>();
    try {
      // what was begun for the old unit while everything else moved follows in a second turn
      moved.addAll(transaction.execute(status -> inTurn()));
      if (!moved.isEmpty()) {
        moved.addAll(transaction.execute(status -> inTurn()));
      }
    } finally {
      jurisdictions.refresh();
    }
    groups.ensure();
    moved.forEach(sentence -> LOG.info("Reorganisation: {}", sentence));
    return moved;
  }

  private List<String> inTurn() {
    mapper.takeTurn();
    Catalog stored = loader.load();
    jurisdictions.anticipate(stored);
    Catalog files = loader.files();
    Set<Unit> known = loader.applied().stream().map(Succession::from).collect(Collectors.toSet());
    List<String> sentences = new ArrayList<>();
    for (Succession succession : files.successions) {
      if (succession.inForce(LocalDate.now(clock))) {
        carryOut(stored, files, succession, known.contains(succession.from()))
            .ifPresent(sentences::add);
      }
    }
    return sentences;
  }

  private Optional<String> carryOut(
      Catalog stored, Catalog files, Succession succession, boolean before) {
    boolean exists = stored.units(false).anyMatch(succession.from()::equals);
    if (!exists && !before && stored.units(true).noneMatch(succession.from()::equals)) {
      return Optional.empty();
    }
    String refusal = refusal(stored, files, succession);
    if (refusal != null) {
      throw Refusal.conflict(refusal);
    }
    Move move = move(stored, files, succession);
    move.to().groups().forEach(group -> people.ensureGroup(group, stored.nameOfOwner(move.to())));
    List<String> counts = new ArrayList<>();
    holdings
        .orderedStream()
        .forEach(
            kept -> {
              int moved = kept.move(move);
              if (moved > 0) {
                counts.add(kept.what() + moved);
              }
            });
    if (exists && !succession.isChangeOfLead()) {
      loader.retire(stored, succession.from());
    }
    if (before && counts.isEmpty()) {
      return Optional.empty();
    }
    String sentence =
        move.why() + "：" + (counts.isEmpty() ? "没有需要移交的内容" : "移交" + String.join("，", counts));
    mapper.record(
        succession,
        LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS),
        people.current().id(),
        sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST));
    events.publishEvent(new Moved(move, sentence));
    return Optional.of(sentence);
  }

  /** Something moved, in the transaction that is still open. */
  public record Moved(Move move, String sentence) {}

  private static Move move(Catalog stored, Catalog files, Succession succession) {
    Unit to = files.heir(succession.from());
    String since = "自%s起，依据%s".formatted(succession.inForceFrom(), succession.basis());
    String what =
        succession.isChangeOfLead()
            ? stored.nameOf(to) + "的主管部门调整"
            : "%s由%s承接".formatted(name(stored, files, succession.from()), stored.nameOf(to));
    return new Move(succession.from(), to, county(stored, to), what + "（" + since + "）");
  }

  private static String county(Catalog catalog, Unit unit) {
    return unit.kind() == Unit.Kind.SUBCATEGORY ? null : catalog.placeOf(unit);
  }

  /**
   * A case is numbered in its county, and its process belongs to the county's people in the engine,
   * which cannot be changed: work in progress does not cross.
   */
  private String refusal(Catalog stored, Catalog files, Succession succession) {
    String from = county(stored, succession.from());
    String to = county(files, files.heir(succession.from()));
    if (from == null || from.equals(to)) {
      return null;
    }
    List<String> work = new ArrayList<>();
    holdings
        .orderedStream()
        .filter(Holdings::isWork)
        .forEach(
            kept -> {
              List<String> held = kept.held(succession.from());
              if (!held.isEmpty()) {
                work.add(kept.what() + RetiredUnits.some(held, FIRST, ""));
              }
            });
    return work.isEmpty()
        ? null
        : name(stored, files, succession.from())
            + "改由另一县（市、区）承接，但还有"
            + String.join("，", work)
            + "。案件按原县编号和保密范围办理，不能跨县移交；请先办结，或先在本县内指定承接单位，再执行。";
  }
}
