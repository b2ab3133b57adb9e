package rectify.checklist;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rectify.refusal.Refusal;

/** The register of documents, and what cites each. */
@RestController
@RequestMapping("/api/standards")
@Tag(name = "依据目录")
class StandardController {

  /** A document and all that would have to be looked at if it changed. */
  record Citing(Standard standard, List<Citations.Cited> items, List<Criterion> criteria) {

    /** How many guides have such items. */
    public long guides() {
      return items.stream().map(Citations.Cited::guide).distinct().count();
    }
  }

  private final Standards standards;
  private final Citations citations;
  private final Clock clock;

  StandardController(Standards standards, Citations citations, Clock clock) {
    this.standards = standards;
    this.citations = citations;
    this.clock = clock;
  }

  @GetMapping
  @Operation(summary = "依据目录：指引和判定标准引用的法律、规章、标准；可只看某日有效的")
  List<Standard> list(@RequestParam Optional<LocalDate> on) {
    return standards.all().stream().filter(it -> on.isEmpty() || it.isInForce(on.get())).toList();
  }

  @GetMapping("/citing")
  @Operation(summary = "引用某一文件的指引条目和判定条款", description = "name 为名称加编号，如《喷漆室安全技术要求》（GB 14444-2025）")
  Citing citing(@RequestParam String name) {
    Standard standard =
        standards.find(name).orElseThrow(() -> Refusal.notFound("依据目录中没有“" + name + "”，请从依据目录中选择"));
    return new Citing(standard, citations.items(standard), citations.criteria(standard));
  }

  Map<String, Long> counts() {
    return citations.counts();
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }
}
