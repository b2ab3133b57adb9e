package rectify.ledger;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import rectify.chain.Verdict;
import rectify.identity.People;
import rectify.identity.Standing;
import rectify.refusal.Refusal;

@RestController
@RequestMapping("/api/ledger")
@Tag(name = "案件存证")
class LedgerController {

  private static final int MOST = 60;

  private final LedgerMapper mapper;
  private final ChainFindings findings;
  private final AnchorSheet sheet;
  private final People people;
  private final Clock clock;

  LedgerController(
      LedgerMapper mapper, ChainFindings findings, AnchorSheet sheet, People people, Clock clock) {
    this.mapper = mapper;
    this.findings = findings;
    this.sheet = sheet;
    this.people = people;
    this.clock = clock;
  }

  @GetMapping
  @Operation(summary = "案件存证的状况：何时核对、何时锚定、改动最长多久可能不被发现")
  LedgerStatus status() {
    trusted();
    AuditRun run = mapper.lastRun();
    Anchor newest = mapper.newestAnchor();
    Anchor outside = mapper.newestAnchorOutside();
    Long hours =
        outside == null ? null : Math.max(0, Duration.between(outside.drawnAt(), now()).toHours());
    return new LedgerStatus(
        run == null ? null : run.endedAt(),
        run == null ? null : run.chains(),
        run == null ? null : run.events(),
        run == null ? null : run.papers(),
        findings.count(),
        newest == null ? null : newest.drawnAt(),
        outside == null ? null : outside.drawnAt(),
        hours,
        hours == null
            ? "还没有锚定送出系统之外：同时掌握数据库和密钥的人所作的改动可能一直不被发现。请每日打印锚定页存档，或设置邮件、消息网关。"
            : "最近一次送出的锚定是%s的，距今%d小时：同时掌握数据库和密钥的人，只有这%d小时内的记录改动了还可能不被发现。"
                .formatted(outside.day(), hours, hours));
  }

  @GetMapping("/findings")
  @Operation(summary = "核对发现的异常", description = "县（市、区）安委办和领导看本地的，市级和系统管理员看全部")
  List<Said> findings() {
    Standing standing = trusted();
    return findings.open(1000).stream()
        .filter(
            finding ->
                standing.administrator()
                    || standing.isCityLevel()
                    || finding.countyCode() != null
                        && (standing.offices().contains(finding.countyCode())
                            || standing.manages(finding.countyCode())))
        .map(Said::of)
        .toList();
  }

  /** A finding in words. */
  record Said(
      String caseNumber,
      Verdict verdict,
      int seq,
      String words,
      String detail,
      LocalDateTime foundAt) {

    static Said of(ChainFinding finding) {
      return new Said(
          finding.caseNumber(),
          finding.verdict(),
          finding.seq(),
          finding.verdict().chinese(finding.seq()),
          finding.detail(),
          finding.foundAt());
    }
  }

  /**
   * An anchor and by which ways it has left.
   *
   * @param departures none while it has not
   */
  record Drawn(Anchor anchor, List<Departure> departures) {}

  @GetMapping("/anchors")
  @Operation(summary = "最近60次锚定及其送出情况")
  List<Drawn> anchors() {
    trusted();
    return mapper.newestAnchors(MOST).stream()
        .map(anchor -> new Drawn(anchor, mapper.departures(anchor.id())))
        .toList();
  }

  @GetMapping("/anchors/{day}/page.pdf")
  @Operation(summary = "锚定页（PDF），打印签字后在系统之外保管")
  ResponseEntity<byte[]> page(@PathVariable LocalDate day) {
    trusted();
    Anchor anchor = anchor(day);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline()
                .filename(AnchorSheet.fileName(anchor), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(sheet.pdf(anchor));
  }

  /** What a person says who has printed a page. */
  record Kept(String where) {}

  @PostMapping("/anchors/{day}/kept")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "登记锚定页已打印并存放何处")
  void kept(@PathVariable LocalDate day, @RequestBody Kept kept) {
    trusted();
    if (kept.where() == null || kept.where().isBlank() || kept.where().length() > 100) {
      throw new Refusal("请填写锚定页存放在何处，最多100字。");
    }
    String whom = people.current().name() + "打印，存于" + kept.where().strip();
    mapper.saveDeparture(new Departure(anchor(day).id(), "PAPER", now(), whom, null));
  }

  @GetMapping("/Verifier.java")
  @Operation(summary = "存证文件的核验程序，只需要Java")
  ResponseEntity<Resource> verifier() {
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("Verifier.java").build().toString())
        .body(new ClassPathResource("rectify/ledger/Verifier.java"));
  }

  private Anchor anchor(LocalDate day) {
    Anchor anchor = mapper.anchorOf(day);
    if (anchor == null) {
      throw Refusal.notFound("没有" + day + "的锚定，请从锚定列表中选择。");
    }
    return anchor;
  }

  private Standing trusted() {
    Standing standing = people.current().standing();
    if (standing.offices().isEmpty() && !standing.manager() && !standing.administrator()) {
      throw Refusal.forbidden("案件存证由安委办、领导和系统管理员查看，如有需要请联系本地安委办。");
    }
    return standing;
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
