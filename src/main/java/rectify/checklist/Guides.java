package rectify.checklist;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rectify.checklist.GuideVersion.Origin;
import rectify.identity.Actor;
import rectify.identity.People;
import rectify.profile.Traits;
import rectify.refusal.Refusal;

/**
 * The guides. A guide's newest version holds, but what the city wrote is never replaced by what the
 * product ships: a newer shipped version then waits beside it until the city takes it.
 */
@Service
public class Guides {

  private static final Logger LOG = LoggerFactory.getLogger(Guides.class);

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

  private final GuideMapper mapper;
  private final ObjectProvider<People> people;
  private final GuideLibrary library;
  private final Clock clock;

  /** By version. What a version says never changes, and every self-check asks for a dozen. */
  private final Map<Long, List<CheckItem>> items = new ConcurrentHashMap<>();

  Guides(GuideMapper mapper, GuideLibrary library, ObjectProvider<People> people, Clock clock) {
    this.people = people;
    this.mapper = mapper;
    this.library = library;
    this.clock = clock;
  }

  /** Brings the shipped files in; a file that says what its last version said changes nothing. */
  @Transactional
  void load() {
    Map<String, GuideVersion> shipped = new LinkedHashMap<>();
    mapper.versions().stream()
        .filter(version -> version.origin() == Origin.SHIPPED)
        .forEach(version -> shipped.putIfAbsent(version.guideCode(), version));
    int changed = 0;
    for (GuideFile file : library.read()) {
      GuideVersion last = shipped.get(file.code());
      if (last == null || !last.contentHash().equals(hash(file.name(), file.items()))) {
        store(file.code(), file.name(), file.items(), Origin.SHIPPED, Actor.SYSTEM.id());
        changed++;
      }
    }
    if (changed > 0) {
      LOG.info("Guides: {} new versions", changed);
    }
  }

  /** The version of every guide that holds now. */
  public List<GuideVersion> current() {
    return holding(mapper.versions().stream());
  }

  private static List<GuideVersion> holding(Stream<GuideVersion> versions) {
    return versions
        .collect(groupingBy(GuideVersion::guideCode, LinkedHashMap::new, toList()))
        .values()
        .stream()
        .map(Guides::holdingOf)
        .toList();
  }

  private static GuideVersion holdingOf(List<GuideVersion> newestFirst) {
    return newestFirst.stream()
        .filter(version -> version.origin() == Origin.CITY)
        .findFirst()
        .orElse(newestFirst.get(0));
  }

  /** Every version of a guide, the newest first. */
  public List<GuideVersion> versions(String code) {
    List<GuideVersion> versions = mapper.versionsOf(code);
    if (versions.isEmpty()) {
      throw Refusal.notFound("没有代码为“" + code + "”的检查指引，请从指引目录中选择");
    }
    return versions;
  }

  /** A guide as it holds now. */
  public Guide get(String code) {
    return guides(List.of(holdingOf(versions(code)))).get(0);
  }

  /** A guide in one of its versions. */
  public Guide get(String code, int version) {
    return Optional.ofNullable(mapper.version(code, version))
        .map(found -> guides(List.of(found)).get(0))
        .orElseThrow(() -> Refusal.notFound("检查指引“" + code + "”没有第 " + version + " 版，请核对"));
  }

  /**
   * The guides that hold now for enterprises of a sub-category: the general one, its category's,
   * its own, and every topic's, whose items apply by their traits.
   */
  public List<Guide> of(String subcategoryCode) {
    return of(subcategoryCode, LocalDateTime.MAX);
  }

  /** The same as they held at a moment. */
  List<Guide> of(String subcategoryCode, LocalDateTime moment) {
    String category = subcategoryCode.substring(0, Math.min(2, subcategoryCode.length()));
    List<String> codes = List.of(GuideLibrary.GENERAL, category, subcategoryCode);
    return guides(
        holding(
                mapper.versionsFor(codes, GuideLibrary.TOPIC).stream()
                    .filter(version -> !version.createdAt().isAfter(moment)))
            .stream()
            .sorted((a, b) -> Integer.compare(rank(a.guideCode()), rank(b.guideCode())))
            .toList());
  }

  private static int rank(String code) {
    return code.equals(GuideLibrary.GENERAL)
        ? 0
        : code.startsWith(GuideLibrary.TOPIC) ? 9 : code.length();
  }

  /** Items of whatever versions, by their ids; who asked long ago still finds them. */
  public Map<Long, CheckItem> items(Collection<Long> ids) {
    return ids.isEmpty()
        ? Map.of()
        : mapper.itemsById(ids).stream()
            .collect(toMap(GuideMapper.Row::id, Guides::item, (a, b) -> a, LinkedHashMap::new));
  }

  /** Which guide's version each item belongs to. */
  Map<Long, GuideVersion> versionsOf(Collection<Long> itemIds) {
    if (itemIds.isEmpty()) {
      return Map.of();
    }
    Map<Long, GuideVersion> byId =
        mapper.versions().stream().collect(toMap(GuideVersion::id, version -> version));
    return mapper.itemsById(itemIds).stream()
        .collect(toMap(GuideMapper.Row::id, row -> byId.get(row.versionId())));
  }

  /** What a city's file made of a guide, or all that is wrong with the file. */
  record Imported(GuideVersion version, List<GuideSheet.Problem> problems) {}

  /**
   * Takes the city's wording of a guide as its newest version, all of it or nothing; a file that
   * says what already holds makes no version.
   */
  @Transactional
  Imported take(String code, byte[] file, String fileName, String userId) {
    Guide now = get(code);
    GuideSheet sheet = library.read(code, file, fileName);
    if (!sheet.problems().isEmpty()) {
      return new Imported(now.version(), sheet.problems());
    }
    if (now.version().contentHash().equals(hash(now.version().name(), sheet.items()))) {
      return new Imported(now.version(), List.of());
    }
    try {
      return new Imported(
          store(code, now.version().name(), sheet.items(), Origin.CITY, userId), List.of());
    } catch (DuplicateKeyException simultaneous) {
      GuideVersion first = mapper.versionsOf(code).get(0);
      People known = people.getIfAvailable();
      throw Refusal.conflict(
          "这份指引刚刚已由%s于%s修改为第%d版，请重新导出、合并后再导入"
              .formatted(
                  known == null ? "他人" : known.nameOf(first.createdBy()),
                  first.createdAt().format(MINUTE),
                  first.versionNumber()));
    }
  }

  private GuideVersion store(
      String code, String name, List<CheckItem> items, Origin origin, String userId) {
    int number =
        mapper.versionsOf(code).stream().mapToInt(GuideVersion::versionNumber).max().orElse(0) + 1;
    LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    mapper.insertVersion(
        new GuideVersion(
            0, code, number, name, origin, hash(name, items), LocalDate.now(clock), now, userId));
    GuideVersion stored = mapper.version(code, number);
    List<GuideMapper.Row> rows = new ArrayList<>();
    for (CheckItem item : items) {
      rows.add(
          new GuideMapper.Row(
              0,
              stored.id(),
              rows.size(),
              item.code(),
              item.part(),
              item.content(),
              item.method(),
              item.basis(),
              item.criterion(),
              Traits.joined(item.traits()),
              item.family()));
    }
    mapper.insertItems(rows);
    return stored;
  }

  private List<Guide> guides(List<GuideVersion> versions) {
    if (versions.isEmpty()) {
      return List.of();
    }
    List<Long> unknown =
        versions.stream().map(GuideVersion::id).filter(id -> !items.containsKey(id)).toList();
    if (!unknown.isEmpty()) {
      Map<Long, List<CheckItem>> read = new LinkedHashMap<>();
      mapper
          .items(unknown)
          .forEach(
              row -> read.computeIfAbsent(row.versionId(), id -> new ArrayList<>()).add(item(row)));
      items.putAll(read);
    }
    return versions.stream()
        .map(version -> new Guide(version, items.getOrDefault(version.id(), List.of())))
        .toList();
  }

  private static CheckItem item(GuideMapper.Row row) {
    return new CheckItem(
        row.id(),
        row.code(),
        row.part(),
        row.content(),
        row.method(),
        row.basis(),
        row.criterion(),
        Traits.split(row.traits()),
        row.family());
  }

  private static String hash(String name, List<CheckItem> items) {
    StringBuilder text = new StringBuilder(name);
    for (CheckItem item : items) {
      text.append('\n')
          .append(
              String.join(
                  "\t",
                  item.code(),
                  item.part(),
                  item.content(),
                  item.method(),
                  item.basis(),
                  String.valueOf(item.criterion()),
                  Traits.joined(item.traits()),
                  item.family().name()));
    }
    return Fingerprint.of(text.toString());
  }
}
