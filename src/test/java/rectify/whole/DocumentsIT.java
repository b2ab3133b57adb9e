package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import rectify.document.Pdfs;
import rectify.identity.Visitor;
import rectify.paper.Forged;
import rectify.seal.Algorithm;
import rectify.seal.Written;

/** The documents of whole cases, opened by those who may; the PDFs stay in target/documents. */
@WholeSystem
class DocumentsIT {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final Path PICTURES = Path.of("target", "documents");

  @LocalServerPort private int port;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private TransactionTemplate transaction;
  @Autowired private ManagementService management;
  @Autowired private RuntimeService runtime;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  private Worker enterprise;
  private Worker township;
  private Worker department;

  @BeforeEach
  void begins_on_a_monday_morning() {
    Jobs.itIs(TODAY.atTime(9, 0));
    enterprise = new Worker(port, "jjenterprise");
    township = new Worker(port, "chendai1");
    department = new Worker(port, "jjemergency1");
  }

  @AfterEach
  void gives_the_clock_back() {
    ClockUtil.reset();
  }

  @Test
  void an_inspection_with_a_refused_signature_leaves_record_measures_order_and_opinion() {
    List<String> cases = inspected();
    String ordered = cases.get(0);

    List<JsonNode> issued = documents(department, ordered);
    assertThat(issued)
        .extracting(document -> document.path("title").asText())
        .containsExactly("现场检查记录", "现场处理措施决定书", "责令限期整改指令书");
    assertThat(serials(issued)).hasSize(1);
    assertThat(text(department, issued.get(0)))
        .contains("晋江市应急管理局", "检查时间", "2026年3月2日7时40分至2026年3月2日8时50分", "执法证号", "检查情况")
        .contains("拒绝签字（现场负责人拒绝签字", "见证人演示见证人（签名）")
        .contains("1．2号车间：箱门缺失", "2．涂装车间：报警装置停用");
    assertThat(text(department, issued.get(1)))
        .contains("重大事故隐患", "撤出作业人员，停用涂装线", "第六十五条", "晋江市人民政府申请行政复议", "向晋江市人民法院提起行政诉讼")
        .doesNotContain("箱门缺失");
    assertThat(text(department, issued.get(2)))
        .contains("第1项，于2026年3月20日前整改完毕", "拒绝签字（", "其中第2项属于重大事故隐患", "依法予以处罚");

    enterprise.does(ordered, "Activity_Rectify", Forms.rectified(TODAY));
    department.does(
        ordered,
        "Activity_Recheck",
        Map.of(
            "recheckResult", "failed",
            "recheckOpinion", "导线仍裸露",
            "secondOfficer", "jjemergency2",
            "newDueAt", "2026-03-27"));

    List<JsonNode> again = documents(department, ordered);
    assertThat(again).hasSize(5);
    assertThat(serials(again)).hasSize(1);
    String orderNumber = issued.get(2).path("number").asText();
    assertThat(text(department, again.get(3)))
        .contains("本机关于2026年3月2日作出了责令限期整改的决定", orderNumber, "整改不合格", "导线仍裸露");
    assertThat(text(department, again.get(4))).contains("于2026年3月27日前整改完毕");
    assertThat(text(department, issued.get(2))).contains("第1项，于2026年3月20日前整改完毕");
    assertThat(documents(department, cases.get(1))).hasSize(3);
  }

  @Test
  void an_inspection_record_takes_a_slip_of_the_pen_and_no_new_facts() {
    JsonNode record = documents(department, inspected().get(0)).get(0);
    String id = record.path("id").asText();
    String path = "/api/documents/" + id + "/corrections";
    List<JsonNode> pieces = pieces(department, id);
    assertThat(pieces)
        .extracting(piece -> piece.path("label").asText())
        .containsExactlyInAnyOrder("单位地址", "法定代表人或负责人", "联系电话", "现场负责人", "检查情况");
    int situation =
        pieces.stream()
            .filter(piece -> piece.path("label").asText().equals("检查情况"))
            .findFirst()
            .orElseThrow()
            .path("block")
            .asInt();

    assertThat(new Worker(port, "jjenterprise").post(path, correction(situation, "x")).statusCode())
        .isEqualTo(403);
    assertThat(department.post(path, correction(situation, "对生产车间和仓库进行检查，未查阅隐患排查台账。")).body())
        .contains("不能作为笔误更正");
    assertThat(department.post(path, correction(situation, "现场未发现问题。")).body()).contains("最多改动");
    assertThat(department.post(path, correction(situation, "对生产车间和仓库进行检察，查阅了隐患排查台账。")).statusCode())
        .isEqualTo(201);
    assertThat(text(department, record)).contains("进行检察", "更正第2版");
  }

  @Test
  void a_report_leaves_the_decision_on_its_extension_and_the_rectification_report() {
    String number =
        enterprise.report(Forms.with(Forms.hazard(), Map.of("description", "𠮷字招牌松动😀")));
    enterprise.does(number, "Activity_Rectify", Forms.extension(LocalDate.of(2026, 3, 20)));
    township.does(number, "Activity_DecideExtension", Forms.granted(LocalDate.of(2026, 3, 20)));
    enterprise.does(number, "Activity_Rectify", Forms.rectified(TODAY));
    township.does(number, "Activity_Verify", Forms.verified("passed"));

    List<JsonNode> issued = documents(township, number);

    assertThat(issued)
        .extracting(document -> document.path("title").asText())
        .containsExactly("整改延期审批表", "隐患整改报告");
    assertThat(text(township, issued.get(0)))
        .contains("晋江市陈埭镇人民政府", "准予延期", "2026年3月20日前", "配件须外地调货", "𠮷字招牌松动〓（U+1F600）");
    assertThat(text(enterprise, issued.get(1)))
        .contains(number + "报告", "更换箱门，重新敷设导线", "1200", "演示责任人", "整改期间断电挂牌", "已现场核查");
    change("update hazard set measures = 'x', enterprise_name = 'y' where id = ?", id(number));
    assertThat(text(enterprise, issued.get(1))).contains("更换箱门，重新敷设导线").doesNotContain("y");
    assertThat(eventOf(number, "EXTENSION_GRANTED"))
        .contains(issued.get(0).path("number").asText());
  }

  @Test
  void an_approved_plan_and_a_letter_of_supervision_are_documents() {
    String major = enterprise.report(Forms.major());
    department.does(
        major,
        "Activity_AcknowledgeMajor",
        Map.of("acknowledgement", "已收悉", "suspensionOrdered", true));
    enterprise.does(
        major,
        "Activity_SubmitPlan",
        Map.of(
            "planGoals", "恢复报警装置",
            "planMeasures", "更换探头并校验",
            "planFunds", "3万元",
            "planStaff", "设备部，演示负责人",
            "planSchedule", "三月底前",
            "planSafeguards", "停用涂装线，专人值守"));
    department.does(
        major, "Activity_ReviewPlan", Map.of("planDecision", "approved", "planOpinion", "措施可行"));
    assertThat(eventOf(major, "PLAN_FILED"))
        .as("the chain covers all six items, not the first alone")
        .contains("恢复报警装置", digest(major));
    assertThat(eventOf(major, "PLAN_REVIEWED")).contains("治理方案通过", digest(major), "措施可行");
    String proof = "/api/hazards/" + major + "/proof";
    assertThat(department.get(proof).body()).contains("未被改动");
    change("update treatment_plan set measures = '不换' where hazard_id = ?", id(major));
    assertThat(department.get(proof).body()).contains("校验值的照片、文件或方案已被更换或删除");
    change("update treatment_plan set measures = '更换探头并校验' where hazard_id = ?", id(major));
    assertThat(department.get(proof).body()).contains("未被改动");
    List<JsonNode> issued = documents(department, major);
    assertThat(text(department, issued.get(0)))
        .contains("重大事故隐患治理方案", "一、治理的目标和任务", "恢复报警装置", "六、安全措施和应急预案", "停用涂装线，专人值守", "措施可行");

    String late = enterprise.report(Forms.hazard());
    new Jobs(management, runtime).until(LocalDateTime.of(2026, 3, 27, 9, 0), late);
    new Worker(port, "jjoffice")
        .does(
            late,
            "Activity_Office",
            Map.of("letterDemand", "请督促企业限期完成整改。", "letterDueAt", "2026-04-10"));
    assertThat(text(township, documents(township, late).get(0)))
        .contains("督办函", "安办督〔2026〕", "晋江市陈埭镇人民政府：", "请督促企业限期完成整改", "2026年4月10日前办结");
  }

  @Test
  void a_document_opens_to_those_of_its_case_and_to_nobody_else() {
    String number = closed();
    String id = documents(township, number).get(0).path("id").asText();

    for (String person :
        List.of(
            "jjenterprise", "chendai1", "jjemergency1", "jjoffice", "cityoffice", "jjmanager")) {
      Worker worker = new Worker(port, person);
      assertThat(worker.get("/api/documents?case=" + number).statusCode())
          .as(person)
          .isEqualTo(200);
      assertThat(worker.get("/api/documents/" + id).statusCode()).as(person).isEqualTo(200);
      assertThat(pdf(person, id, "").statusCode()).as(person).isEqualTo(200);
    }
    for (String person :
        List.of("naenterprise", "shuitou1", "naemergency1", "naoffice", "namanager", "designer")) {
      Worker worker = new Worker(port, person);
      assertThat(worker.get("/api/documents?case=" + number).statusCode())
          .as(person)
          .isEqualTo(404);
      assertThat(worker.get("/api/documents?case=" + id(number)).statusCode())
          .as(person)
          .isEqualTo(404);
      assertThat(worker.get("/api/documents/" + id).statusCode()).as(person).isEqualTo(404);
      assertThat(pdf(person, id, "").statusCode()).as(person).isEqualTo(404);
      assertThat(
              worker.post("/api/documents/" + id + "/corrections", correction(1, "x")).statusCode())
          .as(person)
          .isEqualTo(404);
      assertThat(worker.get("/api/documents").body()).doesNotContain(number);
    }
  }

  @Test
  void a_slip_of_the_pen_is_corrected_by_whoever_wrote_the_document_and_leaves_its_trace() {
    String number = closed();
    JsonNode document = documents(township, number).get(0);
    String id = document.path("id").asText();
    String path = "/api/documents/" + id;
    String firstToken = token(id, 1);
    assertThat(document.path("correctable").asBoolean())
        .as("an officer accepted the enterprise's report, and did not write it")
        .isFalse();
    List<JsonNode> pieces = pieces(enterprise, id);
    assertThat(pieces)
        .extracting(piece -> piece.path("label").asText())
        .as("facts, days, level and measures are on no list")
        .containsExactly("整改责任人");
    int block = pieces.get(0).path("block").asInt();

    HttpResponse<String> stranger =
        township.post(path + "/corrections", correction(block, "演示责任员"));
    assertThat(stranger.statusCode()).isEqualTo(403);
    assertThat(stranger.body()).contains("文书由出具单位的人员更正");
    for (int other = 0; other < 20; other++) {
      if (other != block) {
        HttpResponse<String> refused =
            enterprise.post(path + "/corrections", correction(other, "2026年4月1日"));
        assertThat(refused.statusCode()).as("block " + other).isEqualTo(400);
        assertThat(refused.body()).contains("不能更正");
      }
    }
    assertThat(enterprise.post(path + "/corrections", correction(999, "x")).statusCode())
        .isEqualTo(400);
    assertThat(enterprise.post(path + "/corrections", correction(block, "李四")).body())
        .contains("换人不是笔误");
    assertThat(enterprise.post(path + "/corrections", correction(block, "演示责任人")).body())
        .contains("与原内容相同");
    assertThat(
            enterprise
                .post(path + "/corrections", Map.of("block", block, "text", "演示责任员", "reason", " "))
                .body())
        .contains("请填写更正理由");
    assertThat(enterprise.post(path + "/corrections", correction(block, "演示责任员")).statusCode())
        .isEqualTo(201);

    JsonNode row = documents(enterprise, number).get(0);
    assertThat(row.path("version").asInt()).isEqualTo(2);
    assertThat(row.path("number").asText()).isEqualTo(document.path("number").asText());
    assertThat(text(township, row)).contains("演示责任员", "更正第2版", "更正记录", "笔误", "演示晋江企业安全员");
    assertThat(Pdfs.text(pdf("jjenterprise", id, "?version=1").body()))
        .contains("演示责任人", "本版已被更正第2版取代");
    assertThat(pdf("jjenterprise", id, "?version=3").statusCode()).isEqualTo(404);
    assertThat(eventOf(number, "DOCUMENT_CORRECTED")).contains("演示责任员", "笔误");
    assertThat(verified(firstToken).body()).contains("本文书真实，但您手中的第1版已被更正第2版取代");
    assertThat(verified(token(id, 2)).body()).contains("本文书真实有效（更正第2版）");

    change("update document_correction set reason = '改过' where document_id = ?", Long.valueOf(id));
    assertThat(enterprise.get(path).statusCode()).isEqualTo(409);
    assertThat(verified(token(id, 2)).statusCode()).isEqualTo(404);

    change("delete from document_correction where document_id = ?", Long.valueOf(id));
    assertThat(verified(firstToken).body())
        .as("it was corrected, and nobody can make that undone")
        .contains("暂不能确认真伪");
    assertThat(enterprise.get(path).statusCode()).isEqualTo(409);
  }

  @Test
  void whoever_changes_a_document_and_its_check_value_in_the_database_is_not_believed() {
    String number = closed();
    JsonNode document = documents(township, number).get(0);
    long id = document.path("id").asLong();
    String token = token(document.path("id").asText(), 1);
    assertThat(verified(token).body()).contains("本文书真实有效");

    transaction.executeWithoutResult(
        status -> Forged.document(jdbc, id, "content = replace(content, '2号车间', '3号车间')"));

    assertThat(verified(token).statusCode()).isEqualTo(404);
    assertThat(verified(token).body()).contains("暂不能确认真伪").doesNotContain("真实有效");
    assertThat(township.get("/api/documents/" + id).statusCode()).isEqualTo(409);
    assertThat(township.get("/api/documents/" + id + "/pdf").statusCode()).isEqualTo(409);
  }

  @Test
  void whoever_holds_the_paper_learns_that_it_is_genuine_and_nothing_else() {
    String number = closed();
    JsonNode document = documents(township, number).get(0);

    HttpResponse<String> genuine = verified(token(document.path("id").asText(), 1));

    assertThat(genuine.statusCode()).isEqualTo(200);
    assertThat(genuine.body())
        .contains("本文书真实有效", "隐患整改报告", number + "报告", "2026年3月2日")
        .contains(document.path("party").asText())
        .doesNotContain("箱门", "2号车间", "演示责任人", "1200");
    for (String wrong :
        List.of("x", "A".repeat(22), "..%2F", "A".repeat(5000), "%00", "' or 1=1")) {
      HttpResponse<String> answer = verified(wrong.replace(" ", "%20"));
      assertThat(answer.statusCode()).as(wrong).isIn(400, 404);
      assertThat(answer.body()).as(wrong).doesNotContain("真实有效");
    }
    assertThat(verified("A".repeat(22)).body()).contains("没有查到这份文书");
  }

  @Test
  void the_confirming_page_is_the_only_door_without_login_beside_the_login_page() {
    Visitor stranger = new Visitor(port);
    Set<String> open =
        mappings.getHandlerMethods().keySet().stream()
            .flatMap(mapping -> mapping.getPatternValues().stream())
            .filter(pattern -> !pattern.startsWith("${") && !pattern.equals("/error"))
            .filter(
                pattern -> {
                  HttpResponse<String> answer =
                      stranger.get(pattern.replaceAll("\\{[^}]*}", "0").replace("**", "x"));
                  boolean toLogin =
                      answer.statusCode() == 302
                          && answer.headers().firstValue("Location").orElse("").endsWith("/login");
                  return answer.statusCode() != 401 && !toLogin;
                })
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(open).containsExactly("/login", "/verify/{token}");
  }

  @Test
  void a_township_advises_and_hands_on_what_it_has_no_power_to_order() {
    String visit =
        township.open("inspection", Map.of("enterpriseQuery", "佳禾", "inspectionKind", "routine"));
    String enterpriseId =
        jdbc.queryForObject(
            "select min(id) from enterprise where name like '演示·晋江佳禾%'", String.class);
    township.does(
        visit,
        "Activity_ChooseEnterprise",
        Map.of("enterpriseId", enterpriseId, "secondOfficer", "chendai2"));
    township.finds(
        visit,
        Map.of(
            "location", "3号车间",
            "description", "配电箱前堆物",
            "level", "general",
            "disposal", "ordered",
            "dueAt", "2026-03-20"));
    township.finds(
        visit,
        Map.of(
            "location", "仓库二层",
            "description", "安全出口上锁",
            "level", "general",
            "disposal", "transferred",
            "transferRole", "fire",
            "dueAt", "2026-03-20"));
    township.confirms(
        visit,
        Map.of(
            "inspectedFrom", "2026-03-02T07:40",
            "inspectedUntil", "2026-03-02T08:50",
            "situation", "对生产车间和仓库进行检查。",
            "siteRepresentative", "演示负责人",
            "signatureRefused", false));
    String number =
        "YH350582-2026-%07d"
            .formatted(
                jdbc.queryForObject(
                    "select min(id) from hazard where inspection_id = ?",
                    Long.class,
                    Long.valueOf(visit.replaceAll(".*-0*", ""))));

    List<JsonNode> issued = documents(township, number);

    assertThat(issued)
        .extracting(document -> document.path("title").asText())
        .containsExactly("安全生产检查记录", "限期整改意见书", "移送函");
    assertThat(issued)
        .extracting(document -> document.path("number").asText())
        .allMatch(it -> it.startsWith("（晋陈埭）"));
    assertThat(text(township, issued.get(1)))
        .contains("第九条", "要求你单位按下列期限整改完毕", "报告负有安全生产监督管理职责的部门查处", "本市自拟")
        .doesNotContain("第六十五条", "责令", "行政复议");
    assertThat(text(township, issued.get(2)))
        .contains("晋江市消防救援大队：", "第六十九条", "仓库二层：安全出口上锁")
        .doesNotContain("配电箱前堆物");
  }

  private List<String> inspected() {
    String visit =
        department.open("inspection", Map.of("enterpriseQuery", "佳禾", "inspectionKind", "routine"));
    String enterpriseId =
        jdbc.queryForObject(
            "select min(id) from enterprise where name like '演示·晋江佳禾%'", String.class);
    department.does(
        visit,
        "Activity_ChooseEnterprise",
        Map.of("enterpriseId", enterpriseId, "secondOfficer", "jjemergency2"));
    department.finds(
        visit,
        Map.of(
            "location", "2号车间",
            "description", "箱门缺失，导线裸露",
            "level", "general",
            "disposal", "ordered",
            "dueAt", "2026-03-20"));
    department.finds(
        visit,
        Map.of(
            "location", "涂装车间",
            "description", "报警装置停用",
            "level", "major",
            "majorBasis", "《重大事故隐患判定标准》第四条",
            "disposal", "measures",
            "onSpotMeasures", "撤出作业人员，停用涂装线",
            "dueAt", "2026-03-31"));
    department.confirms(
        visit,
        Map.of(
            "inspectedFrom", "2026-03-02T07:40",
            "inspectedUntil", "2026-03-02T08:50",
            "situation", "对生产车间和仓库进行检查，查阅了隐患排查台账。",
            "siteRepresentative", "演示负责人",
            "signatureRefused", true,
            "refusalRemark", "现场负责人拒绝签字，已当场说明",
            "witness", "演示见证人"));
    return jdbc
        .queryForList(
            "select id from hazard where inspection_id = ? order by id",
            Long.class,
            Long.valueOf(visit.replaceAll(".*-0*", "")))
        .stream()
        .map("YH350582-2026-%07d"::formatted)
        .toList();
  }

  private String closed() {
    String number = enterprise.report(Forms.hazard());
    enterprise.does(number, "Activity_Rectify", Forms.rectified(TODAY));
    township.does(number, "Activity_Verify", Forms.verified("passed"));
    return number;
  }

  private static Map<String, Object> correction(int block, String text) {
    return Map.of("block", block, "text", text, "reason", "笔误");
  }

  private static List<JsonNode> pieces(Worker worker, String id) {
    List<JsonNode> pieces = new ArrayList<>();
    Worker.read(worker.get("/api/documents/" + id)).path("pieces").forEach(pieces::add);
    return pieces;
  }

  private static List<JsonNode> documents(Worker worker, String caseNumber) {
    List<JsonNode> rows = new ArrayList<>();
    Worker.read(worker.get("/api/documents?case=" + caseNumber)).forEach(rows::add);
    return rows;
  }

  private static Set<String> serials(List<JsonNode> documents) {
    return documents.stream()
        .map(document -> document.path("number").asText().replaceAll(".*〕(\\d+).*", "$1"))
        .collect(Collectors.toSet());
  }

  private String token(String documentId, int version) {
    return version == 1
        ? jdbc.queryForObject("select token from document where id = ?", String.class, documentId)
        : jdbc.queryForObject(
            "select token from document_correction where document_id = ? and version = ?",
            String.class,
            documentId,
            version);
  }

  private HttpResponse<String> verified(String token) {
    return new Visitor(port).get("/verify/" + token);
  }

  private String text(Worker worker, JsonNode document) {
    assertThat(worker.get("/api/documents/" + document.path("id").asText()).statusCode())
        .isEqualTo(200);
    byte[] pdf = pdf("jjemergency1", document.path("id").asText(), "").body();
    keep(document.path("title").asText() + document.path("id").asText(), pdf);
    return Pdfs.text(pdf);
  }

  private HttpResponse<byte[]> pdf(String person, String id, String query) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(
                      URI.create(
                          "http://localhost:" + port + "/api/documents/" + id + "/pdf" + query))
                  .header(
                      "Authorization",
                      "Basic "
                          + Base64.getEncoder()
                              .encodeToString(
                                  (person + ":" + Visitor.PASSWORD)
                                      .getBytes(StandardCharsets.UTF_8)))
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void keep(String name, byte[] pdf) {
    try {
      Files.createDirectories(PICTURES);
      Files.write(PICTURES.resolve(name + ".pdf"), pdf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of the plan as it is stored. */
  private String digest(String number) {
    Map<String, Object> plan =
        jdbc.queryForMap(
            "select goals, measures, funds, staff, schedule, safeguards from treatment_plan"
                + " where hazard_id = ?",
            id(number));
    return Algorithm.SHA_256.digest(
        Written.of(
            plan.get("goals"),
            plan.get("measures"),
            plan.get("funds"),
            plan.get("staff"),
            plan.get("schedule"),
            plan.get("safeguards")));
  }

  private String eventOf(String number, String kind) {
    return jdbc.queryForObject(
        "select detail from hazard_event where hazard_id = ? and kind = ?",
        String.class,
        id(number),
        kind);
  }

  /** As somebody with the database's password would. */
  private void change(String sql, Object... values) {
    Integer rows = transaction.execute(status -> jdbc.update(sql, values));
    assertThat(rows).isOne();
  }

  private static long id(String number) {
    return Long.parseLong(number.substring(14));
  }
}
