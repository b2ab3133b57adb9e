package rectify.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import rectify.once.OnceOnly;
import rectify.paper.Table;
import rectify.paper.Tables;

@RestController
@RequestMapping("/api/statistics")
@Tag(name = "统计报表")
class StatisticController {

  private final Statistics statistics;
  private final StatisticsSigning signing;
  private final Tables tables;
  private final OnceOnly once;

  StatisticController(
      Statistics statistics, StatisticsSigning signing, Tables tables, OnceOnly once) {
    this.statistics = statistics;
    this.signing = signing;
    this.tables = tables;
    this.once = once;
  }

  /**
   * A version of a table; times are China time.
   *
   * @param stateName 未签发, 已签发 or 已被取代
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Row(
      long id,
      String number,
      String title,
      StatisticKind kind,
      String period,
      String area,
      int version,
      Statistic.State state,
      String stateName,
      LocalDateTime cutOff,
      LocalDateTime drawnAt,
      String reason,
      String signatory,
      String preparer,
      LocalDateTime signedAt,
      String sha256) {}

  /** A version with its figures. */
  record Details(Row statistic, Table table) {}

  /** What nobody has signed. */
  record Live(String stateName, Table table) {}

  record Correction(String reason) {}

  @GetMapping
  @Operation(summary = "本地区的统计表，最近的在前", description = "未签发的只列给填报单位、领导和市安委办")
  List<Row> list(
      @RequestParam(required = false) StatisticKind kind,
      @RequestParam(required = false) String period,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    List<Statistic> found = statistics.page(kind, period, page, size);
    Map<Long, Integer> replaced = statistics.replaced(found);
    return found.stream().map(it -> row(it, replaced.get(it.id()))).toList();
  }

  @GetMapping("/live")
  @Operation(
      summary = "即时统计（未签发）",
      description = "自查报送情况表按月；隐患排查治理情况统计表可按月（1月起累计）、季度或年度；不指定地区时为本人所在地区")
  Live live(
      @RequestParam StatisticKind kind,
      @RequestParam String period,
      @RequestParam(required = false) String area) {
    return new Live("未签发", statistics.live(kind, period, area));
  }

  @GetMapping("/{id}")
  @Operation(summary = "一份统计表")
  Details get(@PathVariable long id) {
    Statistic statistic = statistics.read(id);
    return new Details(row(statistic), statistic.table());
  }

  @GetMapping("/{id}/export.xlsx")
  @Operation(summary = "导出统计表（xlsx）")
  void xlsx(@PathVariable long id, HttpServletResponse response) throws IOException {
    Statistic statistic = statistics.read(id);
    tables.downloadXlsx(
        statistic.table(),
        statistics.imprint(statistic),
        statistics.title(statistic) + ".xlsx",
        response);
  }

  @GetMapping("/{id}/export.pdf")
  @Operation(summary = "打开统计表（PDF）")
  void pdf(@PathVariable long id, HttpServletResponse response) throws IOException {
    Statistic statistic = statistics.read(id);
    tables.downloadPdf(
        statistic.table(),
        statistics.imprint(statistic),
        statistics.title(statistic) + ".pdf",
        response);
  }

  @PostMapping("/{id}/corrections")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "更正已签发的统计表", description = "由填报单位提出；重新提取数据形成新的一版，签发后取代原版，原版保留")
  Row correct(@PathVariable long id, @RequestBody Correction correction) {
    long draft =
        once.inOne(
            "correct statistic " + id,
            correction,
            Long.class,
            () -> signing.correct(id, correction.reason()).id());
    return row(statistics.get(draft));
  }

  private Row row(Statistic statistic) {
    return row(statistic, statistics.replaced(List.of(statistic)).get(statistic.id()));
  }

  private Row row(Statistic statistic, Integer replacedBy) {
    String signed = replacedBy == null ? "已签发" : "已被第" + replacedBy + "版取代";
    return new Row(
        statistic.id(),
        statistic.number(),
        statistics.title(statistic),
        statistic.kind(),
        statistic.period(),
        statistic.areaCode(),
        statistic.version(),
        statistic.state(),
        statistic.isSigned() ? signed : "未签发",
        statistic.cutOff(),
        statistic.drawnAt(),
        statistic.reason(),
        statistic.signatory(),
        statistic.preparer(),
        statistic.signedAt(),
        statistic.sha256());
  }
}
