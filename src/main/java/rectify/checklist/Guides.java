package rectify.checklist;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import rectify.checklist.GuideVersion.Origin;
import rectify.profile.Traits;
import rectify.refusal.Refusal;

/**
 * The guides. A guide's newest version holds, but what the city wrote is never replaced by what the
 * product ships: a newer shipped version then waits beside it until the city takes it.
 */
@Service
public class Guides {

  private final GuideMapper mapper;

  /** By version. What a version says never changes, and every self-check asks for a dozen. */
  private final Map<Long, List<CheckItem>> items = new ConcurrentHashMap<>();

  Guides(GuideMapper mapper) {
    this.mapper = mapper;
  }

  /** The version of every guide that holds now. */
  public List<GuideVersion> current() {
    return holding(mapper.versions().stream());
  }

  /** Every guide as it holds now. */
  public List<Guide> all() {
    return guides(current());
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
    return holding(codes(subcategoryCode), GuideLibrary.TOPIC, moment);
  }

  /**
   * The guides by which an officer inspects enterprises of a sub-category: those of inspections,
   * and of the enterprise's own what both look at.
   */
  public List<Guide> forVisits(String subcategoryCode) {
    List<String> codes =
        codes(subcategoryCode).stream().map(code -> GuideLibrary.VISIT + code).toList();
    return Stream.concat(
            holding(codes, GuideLibrary.VISIT, LocalDateTime.MAX).stream()
                .filter(it -> codes.contains(it.code()) || GuideLibrary.isOfTopic(it.code())),
            of(subcategoryCode).stream())
        .toList();
  }

  private static List<String> codes(String subcategoryCode) {
    String category = subcategoryCode.substring(0, Math.min(2, subcategoryCode.length()));
    return List.of(GuideLibrary.GENERAL, category, subcategoryCode);
  }

  private List<Guide> holding(List<String> codes, String beginning, LocalDateTime moment) {
    return guides(
        holding(
                mapper.versionsFor(codes, beginning).stream()
                    .filter(version -> !version.createdAt().isAfter(moment)))
            .stream()
            .sorted((a, b) -> Integer.compare(rank(a.guideCode()), rank(b.guideCode())))
            .toList());
  }

  private static int rank(String code) {
    return GuideLibrary.isGeneral(code) ? 0 : GuideLibrary.isOfTopic(code) ? 99 : code.length();
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
        row.family(),
        row.action(),
        row.checked(),
        row.review());
  }
}
