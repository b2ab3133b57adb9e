package rectify.checklist;

import static java.util.stream.Collectors.toMap;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** New versions of guides: what the product ships, and what the city writes. */
@Service
class GuideEditions {

  private static final Logger LOG = LoggerFactory.getLogger(GuideEditions.class);

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

  private final GuideMapper mapper;
  private final GuideLibrary library;
  private final Guides guides;
  private final ObjectProvider<People> people;
  private final Clock clock;

  GuideEditions(
      GuideMapper mapper,
      GuideLibrary library,
      Guides guides,
      ObjectProvider<People> people,
      Clock clock) {
    this.mapper = mapper;
    this.library = library;
    this.guides = guides;
    this.people = people;
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
        store(file, Origin.SHIPPED, Actor.SYSTEM.id());
        changed++;
      }
    }
    if (changed > 0) {
      LOG.info("Guides: {} new versions", changed);
    }
  }

  /**
   * What a city's file would make of a guide, or all that is wrong with the file.
   *
   * @param enterprises how many have a list in which items of the guide stand
   */
  record Changes(
      @Schema(description = "错误") List<GuideSheet.Problem> problems,
      @Schema(description = "新增的条目") List<CheckItem> added,
      @Schema(description = "修改的条目（修改后）") List<CheckItem> changed,
      @Schema(description = "删去的条目") List<CheckItem> removed,
      @Schema(description = "清单中有这份指引条目的企业数") int enterprises) {

    public boolean isNothing() {
      return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }
  }

  /** What taking a file would change; nothing is stored. */
  @Transactional(readOnly = true)
  Changes preview(String code, byte[] file, String fileName) {
    List<CheckItem> now = isNew(code) ? List.of() : guides.get(code).items();
    GuideSheet sheet = library.read(code, file, fileName);
    if (!sheet.problems().isEmpty()) {
      return new Changes(sheet.problems(), List.of(), List.of(), List.of(), 0);
    }
    Map<String, CheckItem> before = byCode(now);
    Map<String, CheckItem> after = byCode(sheet.items());
    return new Changes(
        List.of(),
        sheet.items().stream().filter(it -> !before.containsKey(it.code())).toList(),
        sheet.items().stream()
            .filter(it -> before.containsKey(it.code()))
            .filter(it -> !it.equals(before.get(it.code()).stored(0)))
            .toList(),
        now.stream().filter(it -> !after.containsKey(it.code())).toList(),
        mapper.enterprisesWith(code));
  }

  private static Map<String, CheckItem> byCode(List<CheckItem> items) {
    return items.stream().collect(toMap(CheckItem::code, it -> it));
  }

  /** What a city's file made of a guide, or all that is wrong with the file. */
  record Imported(GuideVersion version, List<GuideSheet.Problem> problems) {}

  /**
   * Takes the city's wording of a guide as its newest version, all of it or nothing; a file that
   * says what already holds makes no version.
   *
   * @param name of a guide there was none of yet; of any other it stays
   */
  @Transactional
  Imported take(String code, String name, byte[] file, String fileName, String userId) {
    GuideVersion now = isNew(code) ? null : guides.get(code).version();
    String named = now == null ? named(code, name) : now.name();
    GuideSheet sheet = library.read(code, file, fileName);
    if (!sheet.problems().isEmpty()) {
      return new Imported(now, sheet.problems());
    }
    if (now != null && now.contentHash().equals(hash(named, sheet.items()))) {
      return new Imported(now, List.of());
    }
    try {
      GuideFile taken = new GuideFile(code, named, LocalDate.now(clock), sheet.items());
      return new Imported(store(taken, Origin.CITY, userId), List.of());
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

  boolean isNew(String code) {
    return mapper.versionsOf(code).isEmpty();
  }

  private String named(String code, String name) {
    if (!library.isCode(code) || GuideLibrary.isOfTopic(code)) {
      throw Refusal.notFound(
          "没有代码为“" + code + "”的检查指引；新指引的代码应为行业大类或小类，监督检查指引前加 " + GuideLibrary.VISIT);
    }
    String named = name == null ? "" : name.strip();
    if (named.length() < 4 || named.length() > 100) {
      throw new Refusal("这份指引还没有，请填写名称，4 至 100 个字，如“烟草企业检查指引”");
    }
    return named;
  }

  private GuideVersion store(GuideFile file, Origin origin, String userId) {
    int number =
        mapper.versionsOf(file.code()).stream()
                .mapToInt(GuideVersion::versionNumber)
                .max()
                .orElse(0)
            + 1;
    LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    mapper.insertVersion(
        new GuideVersion(
            0,
            file.code(),
            number,
            file.name(),
            origin,
            hash(file.name(), file.items()),
            LocalDate.now(clock),
            now,
            userId,
            file.lookedAt()));
    GuideVersion stored = mapper.version(file.code(), number);
    List<GuideMapper.Row> rows = new ArrayList<>();
    for (CheckItem item : file.items()) {
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
              item.family(),
              item.action(),
              item.checked(),
              item.review()));
    }
    mapper.insertItems(rows);
    return stored;
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
                  item.family().name(),
                  String.valueOf(item.action()),
                  item.checked().name(),
                  item.review().toString()));
    }
    return Fingerprint.of(text.toString());
  }
}
