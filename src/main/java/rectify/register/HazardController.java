package rectify.register;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rectify.hazard.Extension;
import rectify.hazard.Extensions;
import rectify.hazard.Hazard;
import rectify.hazard.HazardChains;
import rectify.hazard.HazardEvent;
import rectify.hazard.HazardRectification;
import rectify.hazard.Hazards;
import rectify.hazard.Report;
import rectify.ledger.Check;
import rectify.ledger.Checks;
import rectify.ledger.ProofFiles;
import rectify.once.OnceOnly;

@RestController
@RequestMapping("/api/hazards")
@Tag(name = "隐患台账")
class HazardController {

  private final HazardRectification rectification;
  private final Hazards hazards;
  private final Extensions extensions;
  private final Ledger ledger;
  private final LedgerExport export;
  private final OnceOnly once;
  private final Checks checks;
  private final HazardChains chains;
  private final ProofFiles proofs;

  HazardController(
      HazardRectification rectification,
      Hazards hazards,
      Extensions extensions,
      Ledger ledger,
      LedgerExport export,
      OnceOnly once,
      Checks checks,
      HazardChains chains,
      ProofFiles proofs) {
    this.rectification = rectification;
    this.hazards = hazards;
    this.extensions = extensions;
    this.ledger = ledger;
    this.export = export;
    this.once = once;
    this.checks = checks;
    this.chains = chains;
    this.proofs = proofs;
  }

  /**
   * What a reporting system sends.
   *
   * @param clientKey its own key of the hazard; sent again it gives the same case
   * @param evidence ids of what was uploaded for it; a hazard rectified on the spot needs a photo
   */
  record Intake(
      String clientKey,
      String creditCode,
      String location,
      String description,
      String level,
      String majorBasis,
      boolean rectifiedOnSpot,
      String onSpotMeasures,
      List<Long> evidence) {}

  @PostMapping
  @Operation(
      summary = "上报隐患",
      description = "同一用户以同一clientKey（或请求头Idempotency-Key）重复上报，返回同一案件；内容不同的，不予受理")
  ResponseEntity<LedgerRow> report(@RequestBody Intake intake) {
    if (intake.clientKey() != null) {
      Hazards.requireText(intake.clientKey(), "clientKey", 100);
    }
    AtomicBoolean begun = new AtomicBoolean();
    String number =
        once.inOne(
            intake.clientKey() == null ? OnceOnly.keyOfRequest() : "hazard " + intake.clientKey(),
            "report",
            intake,
            String.class,
            () -> {
              Optional<Hazard> known = rectification.reported(intake.clientKey());
              begun.set(known.isEmpty());
              String given = known.orElseGet(() -> fresh(intake)).caseNumber();
              return new OnceOnly.Outcome<>(given, given);
            });
    return ResponseEntity.status(begun.get() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(row(ledger.get(number)));
  }

  private Hazard fresh(Intake intake) {
    return rectification.report(
        new Report(
            intake.location(),
            intake.description(),
            intake.level(),
            intake.majorBasis(),
            intake.rectifiedOnSpot(),
            intake.onSpotMeasures(),
            intake.clientKey()),
        intake.creditCode(),
        intake.evidence() == null ? List.of() : intake.evidence());
  }

  @GetMapping
  @Operation(summary = "查询台账")
  LedgerPage page(
      @ParameterObject LedgerFilter filter,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size) {
    Ledger.Page found = ledger.page(filter, page, size);
    Map<Long, Check> checked = checks.of(found.rows().stream().map(Hazard::id).toList());
    return new LedgerPage(
        found.rows().stream().map(one -> LedgerRow.of(one, checked.get(one.id()))).toList(),
        page,
        size,
        found.total());
  }

  record LedgerPage(List<LedgerRow> rows, int page, int size, long total) {}

  @GetMapping("/{caseNumber}")
  @Operation(summary = "案件详情")
  LedgerRow get(@PathVariable String caseNumber) {
    return row(ledger.get(caseNumber));
  }

  private LedgerRow row(Hazard hazard) {
    return LedgerRow.of(hazard, checks.of(List.of(hazard.id())).get(hazard.id()));
  }

  @GetMapping("/{caseNumber}/events")
  @Operation(summary = "案件经过")
  List<HazardEvent> events(@PathVariable String caseNumber) {
    return hazards.events(ledger.get(caseNumber).id());
  }

  @GetMapping("/{caseNumber}/proof")
  @Operation(summary = "案件的存证文件，可用Verifier.java核验")
  ResponseEntity<Map<String, Object>> proof(@PathVariable String caseNumber) {
    long id = ledger.get(caseNumber).id();
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(caseNumber + "-proof.json").build().toString())
        .body(proofs.of(chains.chains(List.of(id)).get(0)));
  }

  @GetMapping("/{caseNumber}/extensions")
  @Operation(summary = "延期申请")
  List<Extension> extensions(@PathVariable String caseNumber) {
    return extensions.of(ledger.get(caseNumber).id());
  }

  @GetMapping("/export.csv")
  @Operation(summary = "导出台账（CSV），筛选条件与查询相同")
  void csv(@ParameterObject LedgerFilter filter, HttpServletResponse response) throws IOException {
    export.of(ledger.all(filter)).downloadCsv(response);
  }

  @GetMapping("/export.xlsx")
  @Operation(summary = "导出台账（xlsx），筛选条件与查询相同")
  void xlsx(@ParameterObject LedgerFilter filter, HttpServletResponse response) throws IOException {
    export.of(ledger.all(filter)).downloadXlsx(response);
  }
}
