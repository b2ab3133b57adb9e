package rectify.checklist;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rectify.checklist.Checklist.Entry;
import rectify.checklist.Checklist.Place;
import rectify.checklist.ChecklistMapper.Head;
import rectify.checklist.ChecklistMapper.Line;
import rectify.enterprise.Enterprise;
import rectify.enterprise.Enterprises;
import rectify.identity.People;
import rectify.profile.Profile;
import rectify.profile.Profiles;
import rectify.profile.Traits;
import rectify.refusal.Refusal;

/**
 * The lists of enterprises. A list is drawn from the guides by the enterprise's answers and holds
 * as the enterprise confirmed it: a changed guide, or changed answers, only propose.
 *
 * <p>What it looks up it looks up for the system; a caller that answers a person must narrow it.
 */
@Service
public class Checklists {

  private static final int SHORTEST_REASON = 4;
  private static final int LONGEST_REASON = 200;
  private static final int LINES_A_STATEMENT = 500;

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

  private final Guides guides;
  private final Profiles profiles;
  private final Traits traits;
  private final Enterprises enterprises;
  private final ChecklistMapper mapper;
  private final ObjectProvider<People> people;
  private final Clock clock;
  private final String publicUrl;

  Checklists(
      Guides guides,
      Profiles profiles,
      Traits traits,
      Enterprises enterprises,
      ChecklistMapper mapper,
      ObjectProvider<People> people,
      Clock clock,
      @Value("${rectify.public-url:}") String publicUrl) {
    this.guides = guides;
    this.profiles = profiles;
    this.traits = traits;
    this.enterprises = enterprises;
    this.mapper = mapper;
    this.people = people;
    this.clock = clock;
    this.publicUrl = publicUrl.replaceAll("/+$", "");
  }

  /** What an enterprise is asked: only what decides anything in its guides. */
  public List<Question> questions(long enterpriseId) {
    Profile profile = profiles.of(enterpriseId);
    Set<String> has = profile.everyTrait();
    Set<String> asked =
        profile.isAnswered()
            ? Drawing.deciding(guides.of(profile.subcategoryCode(), profile.updatedAt()))
            : Set.of();
    Set<String> deciding = Drawing.deciding(guides.of(trade(enterpriseId)));
    return traits.all().stream()
        .filter(trait -> deciding.contains(trait.name()))
        .map(
            trait ->
                new Question(
                    trait.name(),
                    trait.kind(),
                    trait.question(),
                    has.contains(trait.name()) || asked.contains(trait.name())
                        ? has.contains(trait.name())
                        : null))
        .toList();
  }

  /** The list that holds now; empty, of version 0, before the first confirmation. */
  public Checklist current(long enterpriseId) {
    Head head = mapper.current(enterpriseId);
    return head == null ? new Checklist(enterpriseId, 0, null, null, List.of()) : checklist(head);
  }

  /** A list that held once. */
  public Checklist version(long enterpriseId, int number) {
    Head head = mapper.version(enterpriseId, number);
    if (head == null) {
      throw Refusal.notFound("该企业没有第 " + number + " 版清单，请核对");
    }
    return checklist(head);
  }

  /** The items a supervisory inspection of the enterprise covers, by its guides of now. */
  public List<Entry> inspectionItems(long enterpriseId) {
    return new Drawing(profiles.of(enterpriseId))
        .of(guides.forVisits(trade(enterpriseId)), Family.INSPECTION);
  }

  /** How the list would change by the guides and answers of now. */
  public Proposal proposal(long enterpriseId) {
    Checklist now = current(enterpriseId);
    List<Entry> drawn = draw(enterpriseId);
    Map<String, Entry> before = byKey(now.entries());
    Map<String, Entry> after = byKey(drawn);
    List<Entry> added = drawn.stream().filter(it -> !before.containsKey(it.key())).toList();
    List<Entry> removed =
        now.entries().stream().filter(it -> !after.containsKey(it.key())).toList();
    List<Proposal.Change> changed = new ArrayList<>();
    List<Entry> moved = new ArrayList<>();
    for (Entry entry : drawn) {
      Entry old = before.get(entry.key());
      if (old == null) {
        continue;
      }
      if (!old.item().readsLike(entry.item())) {
        changed.add(new Proposal.Change(old, entry));
      } else if (old.leftOut() == null && !samePlaces(old, entry)) {
        moved.add(entry);
      }
    }
    return new Proposal(
        enterpriseId,
        now.versionNumber(),
        fingerprint(now.versionNumber(), drawn),
        added.isEmpty() && removed.isEmpty() && changed.isEmpty() && moved.isEmpty(),
        added,
        removed,
        changed,
        moved,
        now.entries().stream().filter(it -> it.leftOut() != null).toList());
  }

  /** An item the enterprise leaves out, and why. */
  public record LeftOut(String guideCode, String itemCode, String reason) {}

  /**
   * Makes a proposal the list.
   *
   * @param fingerprint of the proposal the person saw
   * @param leftOut whole: what is not named is checked
   * @param userId who confirms for the enterprise
   * @throws Refusal CONFLICT if the proposal has changed since, INVALID for an item that may not be
   *     left out
   */
  @Transactional
  public Checklist confirm(
      long enterpriseId, String fingerprint, List<LeftOut> leftOut, String userId) {
    if (!profiles.of(enterpriseId).isAnswered()) {
      throw Refusal.conflict("请先回答企业情况问题、登记车间和岗位，再确认清单");
    }
    int version = current(enterpriseId).versionNumber();
    List<Entry> drawn = draw(enterpriseId);
    if (!fingerprint(version, drawn).equals(fingerprint)) {
      throw version > 0 && fingerprint(version - 1, drawn).equals(fingerprint)
          ? confirmedAlready(enterpriseId)
          : Refusal.conflict("指引或企业情况刚刚有变化，请刷新后重新核对再确认");
    }
    Map<String, String> reasons = reasons(byKey(drawn), leftOut);
    LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    try {
      mapper.insert(new Head(0, enterpriseId, version + 1, now, userId));
    } catch (DuplicateKeyException simultaneous) {
      throw confirmedAlready(enterpriseId);
    }
    Head head = mapper.current(enterpriseId);
    List<Line> lines =
        drawn.stream().flatMap(it -> lines(head.id(), it, reasons.get(it.key()))).toList();
    for (int from = 0; from < lines.size(); from += LINES_A_STATEMENT) {
      mapper.insertLines(lines.subList(from, Math.min(from + LINES_A_STATEMENT, lines.size())));
    }
    return checklist(head);
  }

  private Refusal confirmedAlready(long enterpriseId) {
    Head head = mapper.current(enterpriseId);
    People known = people.getIfAvailable();
    return Refusal.conflict(
        "清单已由%s于%s确认为第%d版，请刷新后核对，不需再次确认"
            .formatted(
                known == null ? "本企业人员" : known.nameOf(head.confirmedBy()),
                head.confirmedAt().format(MINUTE),
                head.versionNumber()));
  }

  private static Stream<Line> lines(long checklistId, Entry entry, String reason) {
    return reason != null
        ? Stream.of(new Line(checklistId, entry.item().id(), null, null, reason))
        : entry.places().stream()
            .map(
                place ->
                    new Line(
                        checklistId, entry.item().id(), place.workshopId(), place.postId(), null));
  }

  private static Map<String, String> reasons(Map<String, Entry> drawn, List<LeftOut> leftOut) {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (LeftOut out : leftOut) {
      String key = out.guideCode() + "/" + out.itemCode();
      Entry entry = drawn.get(key);
      if (entry == null) {
        throw new Refusal("清单里没有条目“" + key + "”，请刷新后重试");
      }
      if (entry.item().criterion() != null) {
        throw new Refusal("“" + entry.item().content() + "”涉及重大事故隐患判定，不能注明不适用；确实没有该设备或作业的，请修改企业情况");
      }
      String reason = out.reason() == null ? "" : out.reason().strip();
      if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
        throw new Refusal(
            "请写明“"
                + entry.item().content()
                + "”不适用的理由，"
                + SHORTEST_REASON
                + " 至 "
                + LONGEST_REASON
                + " 个字");
      }
      reasons.put(key, reason);
    }
    return reasons;
  }

  /** The registers of the list that holds: the enterprise's own, then each workshop's. */
  public List<Card> registers(long enterpriseId) {
    Checklist list = current(enterpriseId);
    String name = enterprise(enterpriseId).name();
    List<Card> registers = new ArrayList<>();
    registers.add(card(list, name, Place.ENTERPRISE, "公司级"));
    profiles
        .of(enterpriseId)
        .workshops()
        .forEach(it -> registers.add(card(list, name, new Place(it.id(), null), it.name())));
    return registers;
  }

  /** The cards of an enterprise's posts. */
  public List<Card> cards(long enterpriseId) {
    Checklist list = current(enterpriseId);
    String name = enterprise(enterpriseId).name();
    return profiles.of(enterpriseId).posts().stream()
        .map(it -> card(list, name, new Place(null, it.id()), it.name()))
        .toList();
  }

  /** The card of a post. */
  public Card card(long postId) {
    return profiles
        .enterpriseOfPost(postId)
        .flatMap(
            enterprise ->
                cards(enterprise).stream().filter(card -> card.postId() == postId).findFirst())
        .orElseThrow(() -> Refusal.notFound("没有这张岗位卡片，岗位可能已撤销，请向本企业安全员领取新卡片"));
  }

  private Card card(Checklist list, String enterpriseName, Place place, String name) {
    return new Card(
        list.enterpriseId(),
        enterpriseName,
        place.workshopId(),
        place.postId(),
        name,
        list.versionNumber(),
        place.postId() == null ? null : publicUrl + "/check/" + place.postId(),
        list.inUse().stream().filter(entry -> entry.places().contains(place)).toList());
  }

  private List<Entry> draw(long enterpriseId) {
    return new Drawing(profiles.of(enterpriseId)).of(guides.of(trade(enterpriseId)), Family.SELF);
  }

  private Enterprise enterprise(long id) {
    return enterprises.find(id).orElseThrow(() -> Refusal.notFound("企业不存在，请核对后重试"));
  }

  private String trade(long enterpriseId) {
    return enterprise(enterpriseId).subcategoryCode();
  }

  private Checklist checklist(Head head) {
    Map<Long, List<Line>> lines =
        mapper.lines(head.id()).stream()
            .collect(groupingBy(Line::guideItemId, LinkedHashMap::new, Collectors.toList()));
    Map<Long, CheckItem> items = guides.items(lines.keySet());
    Map<Long, GuideVersion> versions = guides.versionsOf(lines.keySet());
    return new Checklist(
        head.enterpriseId(),
        head.versionNumber(),
        head.confirmedAt(),
        head.confirmedBy(),
        lines.entrySet().stream()
            .map(it -> entry(versions.get(it.getKey()), items.get(it.getKey()), it.getValue()))
            .toList());
  }

  private static Entry entry(GuideVersion version, CheckItem item, List<Line> lines) {
    String leftOut = lines.get(0).leftOut();
    return new Entry(
        version.guideCode(),
        version.name(),
        version.versionNumber(),
        item,
        leftOut != null
            ? List.of()
            : lines.stream().map(line -> new Place(line.workshopId(), line.postId())).toList(),
        leftOut);
  }

  private static boolean samePlaces(Entry a, Entry b) {
    return new HashSet<>(a.places()).equals(new HashSet<>(b.places()));
  }

  private static Map<String, Entry> byKey(List<Entry> entries) {
    return entries.stream()
        .collect(toMap(Entry::key, entry -> entry, (a, b) -> a, LinkedHashMap::new));
  }

  private static String fingerprint(int version, List<Entry> drawn) {
    return Fingerprint.of(
        version
            + drawn.stream()
                .map(entry -> entry.item().id() + "@" + entry.places())
                .collect(Collectors.joining()));
  }
}
