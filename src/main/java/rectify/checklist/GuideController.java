package rectify.checklist;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import rectify.identity.Actor;
import rectify.identity.GroupIds;
import rectify.identity.People;
import rectify.once.HeavyWork;
import rectify.once.OnceOnly;
import rectify.refusal.Refusal;
import rectify.spreadsheet.SheetReader;

@RestController
@RequestMapping("/api/guides")
@Tag(name = "检查指引")
class GuideController {

  /** What an import did: the version that holds, and everything wrong if nothing was stored. */
  record Imported(GuideVersion version, String message, List<GuideSheet.Problem> problems) {}

  private final Guides guides;
  private final GuideEditions editions;
  private final Criteria criteria;
  private final OnceOnly once;
  private final HeavyWork heavy;
  private final Clock clock;
  private final Supplier<Actor> person;

  @Autowired
  GuideController(
      Guides guides,
      GuideEditions editions,
      Criteria criteria,
      OnceOnly once,
      HeavyWork heavy,
      Clock clock,
      People people) {
    this(guides, editions, criteria, once, heavy, clock, people::current);
  }

  GuideController(
      Guides guides,
      GuideEditions editions,
      Criteria criteria,
      OnceOnly once,
      HeavyWork heavy,
      Clock clock,
      Supplier<Actor> person) {
    this.once = once;
    this.guides = guides;
    this.editions = editions;
    this.criteria = criteria;
    this.heavy = heavy;
    this.clock = clock;
    this.person = person;
  }

  @GetMapping
  @Operation(summary = "现行检查指引目录，可只看某一行业小类适用的")
  List<GuideVersion> list(@RequestParam Optional<String> subcategory) {
    return subcategory
        .map(code -> guides.forVisits(code).stream().map(Guide::version).toList())
        .orElseGet(guides::current);
  }

  @GetMapping("/criteria")
  @Operation(summary = "重大事故隐患判定标准，某日有效的；默认当日")
  List<Criterion> criteria(@RequestParam Optional<LocalDate> on) {
    return criteria.on(on.orElseGet(() -> LocalDate.now(clock)));
  }

  @GetMapping("/{code}")
  @Operation(summary = "一份检查指引", description = "family：SELF 自查、INSPECTION 监督检查，默认全部；version 默认现行版")
  Guide get(
      @PathVariable String code,
      @RequestParam Optional<Integer> version,
      @RequestParam(defaultValue = "BOTH") Family family) {
    return version
        .map(number -> guides.get(code, number))
        .orElseGet(() -> guides.get(code))
        .of(family);
  }

  @GetMapping("/{code}/versions")
  @Operation(summary = "一份检查指引的各版，新的在前")
  List<GuideVersion> versions(@PathVariable String code) {
    return guides.versions(code);
  }

  @GetMapping("/{code}/export.xlsx")
  @Operation(summary = "导出一份检查指引，改好后可以原样导入")
  void export(
      @PathVariable String code, @RequestParam Optional<Integer> version, HttpServletResponse out)
      throws IOException {
    Guide guide = version.map(number -> guides.get(code, number)).orElseGet(() -> guides.get(code));
    GuideSheet.write(guide.version().name(), guide.items()).downloadXlsx(out);
  }

  private static byte[] bytes(MultipartFile file) {
    try {
      return file.getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the person may change guides: the city's office and administrators. */
  boolean mayImport() {
    return mayImport(person.get());
  }

  private static boolean mayImport(Actor actor) {
    return actor.standing().administrator() || actor.standing().isOfOffice(GroupIds.CITY);
  }

  @PostMapping(path = "/{code}/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Operation(summary = "预览导入检查指引的影响，不保存：增加、修改、删去的条目和涉及的企业数")
  GuideEditions.Changes preview(@PathVariable String code, @RequestParam MultipartFile file) {
    Actor actor = person.get();
    refuseOthers(actor);
    return heavy.run(
        SheetReader.memory(file.getSize()),
        () -> editions.preview(code, bytes(file), file.getOriginalFilename()));
  }

  @PostMapping(path = "/{code}/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Operation(
      summary = "导入本市修改的检查指引（xlsx 或 CSV）",
      description = "有一处错误就全部不导入并返回422，逐一列出行、列和原因；还没有的指引须带上 name")
  ResponseEntity<Imported> take(
      @PathVariable String code,
      @RequestParam MultipartFile file,
      @RequestParam Optional<String> name) {
    Actor actor = person.get();
    refuseOthers(actor);
    int before = editions.isNew(code) ? 0 : guides.get(code).version().versionNumber();
    GuideEditions.Imported imported =
        once.inOne(
            "import guide " + code,
            bytes(file),
            GuideEditions.Imported.class,
            () ->
                heavy.run(
                    SheetReader.memory(file.getSize()),
                    () ->
                        editions.take(
                            code,
                            name.orElse(null),
                            bytes(file),
                            file.getOriginalFilename(),
                            actor.id())));
    if (!imported.problems().isEmpty()) {
      return ResponseEntity.status(HttpStatus.UNPROCESSABLE_ENTITY)
          .body(
              new Imported(
                  imported.version(),
                  "有 " + imported.problems().size() + " 处错误，没有导入任何内容，请改正后重新导入",
                  imported.problems()));
    }
    boolean fresh = imported.version().versionNumber() != before;
    return ResponseEntity.ok(
        new Imported(
            imported.version(),
            fresh
                ? "已导入为第 " + imported.version().versionNumber() + " 版，企业清单待企业确认后更新"
                : "内容与现行版相同，没有产生新版",
            List.of()));
  }

  private static void refuseOthers(Actor actor) {
    if (!mayImport(actor)) {
      throw Refusal.forbidden("只有市安委办和系统管理员可以修改检查指引，请向市安委办提出修改意见");
    }
  }
}
