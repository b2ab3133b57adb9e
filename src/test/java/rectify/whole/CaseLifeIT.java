package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import rectify.identity.Certificate;
import rectify.identity.People;
import rectify.identity.Visitor;
import rectify.ledger.OfflineVerifier;

/** Cases from their report to their closing, done as people do them, judged by our tables. */
@WholeSystem
class CaseLifeIT {

  private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 9, 0);
  private static final LocalDate TODAY = MONDAY.toLocalDate();

  /** Seven days after the report: a Monday. */
  private static final LocalDate DUE = LocalDate.of(2026, 3, 9);

  @Autowired private JdbcTemplate jdbc;
  @Autowired private ManagementService management;
  @Autowired private RuntimeService runtime;
  @Autowired private People people;
  @LocalServerPort private int port;

  private Worker enterprise;
  private Worker township;
  private Worker department;
  private Worker office;
  private Jobs jobs;

  @BeforeEach
  void begin() {
    Jobs.itIs(MONDAY);
    enterprise = new Worker(port, "jjenterprise");
    township = new Worker(port, "chendai1");
    department = new Worker(port, "jjemergency1");
    office = new Worker(port, "jjoffice");
    jobs = new Jobs(management, runtime);
  }

  @AfterEach
  void reset_clock() {
    ClockUtil.reset();
  }

  @Test
  void a_self_reported_hazard_is_rectified_rejected_rectified_again_and_closed() {
    String number = enterprise.report(Forms.hazard());
    assertThat(hazard(number))
        .containsEntry("status", "RECTIFYING")
        .containsEntry("source", "SELF_REPORT")
        .containsEntry("authority_group", "town350582103");
    assertThat(day(number, "due_at")).isEqualTo(DUE);

    enterprise.does(number, "Activity_Rectify", Forms.rectified(TODAY));
    township.does(number, "Activity_Verify", Forms.verified("failed"));
    assertThat(hazard(number))
        .containsEntry("status", "RECTIFYING")
        .containsEntry("return_reason", "已现场核查");
    enterprise.does(number, "Activity_Rectify", Forms.rectified(TODAY));
    township.does(number, "Activity_Verify", Forms.verified("passed"));

    assertThat(hazard(number))
        .containsEntry("status", "CLOSED")
        .containsEntry("returned_times", 1)
        .containsEntry("reported_by", "jjenterprise")
        .containsEntry("closed_by", "chendai1");
    assertThat(day(number, "due_at")).isEqualTo(DUE);
    assertThat(events(number))
        .containsExactly(
            "REGISTERED",
            "AUTHORITY_ASSIGNED",
            "DEADLINE_SET",
            "EVIDENCE_ADDED",
            "RECTIFICATION_REPORTED",
            "RETURNED",
            "EVIDENCE_ADDED",
            "RECTIFICATION_REPORTED",
            "CLOSED");
    assertChainIntact(number);
    assertOver(number);
  }

  @Test
  void a_hazard_corrected_on_the_spot_goes_straight_to_verification() {
    String number = enterprise.report(Forms.corrected());

    township.does(number, "Activity_Verify", Forms.verified("passed"));

    assertThat(hazard(number)).containsEntry("status", "CLOSED");
    assertChainIntact(number);
  }

  @Test
  void an_extension_lengthens_and_never_shortens() {
    String number = enterprise.report(Forms.hazard());
    assertRefused(
        enterprise.submit(enterprise.task(number, "Activity_Rectify"), Forms.extension(DUE)),
        "应晚于现整改期限");
    enterprise.does(number, "Activity_Rectify", Forms.extension(DUE.plusDays(10)));
    String decision = township.task(number, "Activity_DecideExtension");

    assertRefused(township.submit(decision, Forms.granted(DUE.minusDays(1))), "延期不得缩短期限");
    assertThat(day(number, "due_at")).isEqualTo(DUE);
    township.does(number, "Activity_DecideExtension", Forms.granted(DUE.plusDays(5)));

    assertThat(day(number, "due_at")).isEqualTo(DUE.plusDays(5));
    assertThat(day(number, "original_due_at")).isEqualTo(DUE);
    assertThat(jdbc.queryForMap("select * from extension where hazard_id = ?", id(number)))
        .containsEntry("decision", "granted")
        .containsEntry("requested_by", "jjenterprise")
        .containsEntry("decided_by", "chendai1");

    enterprise.does(number, "Activity_Rectify", Forms.extension(DUE.plusDays(20)));
    township.does(
        number,
        "Activity_DecideExtension",
        Map.of("extensionDecision", "refused", "extensionOpinion", "理由不充分"));

    assertThat(day(number, "due_at")).isEqualTo(DUE.plusDays(5));
    enterprise.task(number, "Activity_Rectify");
    assertChainIntact(number);
  }

  @Test
  void an_overdue_case_climbs_every_rung_once_until_it_closes() {
    String number = enterprise.report(Forms.hazard());

    jobs.until(DUE.plusDays(2).atTime(9, 0), number);
    assertThat(rungs(number)).containsExactly("TOWNSHIP");
    township.does(number, "Activity_Township", action());
    jobs.until(LocalDateTime.of(2026, 4, 30, 9, 0), number);

    assertThat(rungs(number))
        .containsExactly("TOWNSHIP", "DEPARTMENT", "OFFICE", "LISTING", "CITY");
    department.does(number, "Activity_Department", action());
    office.does(
        number,
        "Activity_Office",
        Map.of("letterDemand", "请于五日内整改完毕", "letterDueAt", "2026-05-08"));
    office.does(
        number,
        "Activity_Listing",
        Map.of("listingMeasure", "interview", "listingOpinion", "约谈主要负责人"));
    new Worker(port, "cityoffice").does(number, "Activity_City", action());
    assertThat(
            jdbc.queryForList(
                "select answered_by from rung where hazard_id = ? order by climbed_at",
                String.class,
                id(number)))
        .containsExactly("chendai1", "jjemergency1", "jjoffice", "jjoffice", "cityoffice");
    assertThat(
            jdbc.queryForObject(
                "select count(*) from document where kind = 'SUPERVISION_LETTER' and case_id = ?",
                Integer.class,
                id(number)))
        .isOne();
    enterprise.does(number, "Activity_Rectify", Forms.rectified(LocalDate.of(2026, 4, 29)));
    township.does(number, "Activity_Verify", Forms.verified("passed"));

    assertThat(hazard(number)).containsEntry("status", "CLOSED");
    assertThat(
            jdbc.queryForObject(
                "select running from supervision where hazard_id = ?", Boolean.class, id(number)))
        .isFalse();
    assertThat(events(number))
        .containsOnlyOnce("SUPERVISION_STARTED", "SUPERVISION_ENDED", "REMINDED");
    assertChainIntact(number);
    assertOver(number);
  }

  @Test
  void a_major_hazard_is_planned_reviewed_and_closed_by_the_department_and_no_township() {
    String number = enterprise.report(Forms.major());
    assertThat(hazard(number))
        .containsEntry("status", "PLANNING")
        .containsEntry("authority_group", "dept350582emergency");
    assertThat(events(number)).contains("MAJOR_REPORTED");

    department.does(
        number,
        "Activity_AcknowledgeMajor",
        Map.of("acknowledgement", "已派员核实", "suspensionOrdered", true));
    enterprise.does(number, "Activity_SubmitPlan", Forms.plan());
    department.does(
        number, "Activity_ReviewPlan", Map.of("planDecision", "rejected", "planOpinion", "经费未落实"));
    assertThat(hazard(number)).containsEntry("status", "PLANNING");
    enterprise.does(number, "Activity_SubmitPlan", Forms.plan());
    department.does(
        number, "Activity_ReviewPlan", Map.of("planDecision", "approved", "planOpinion", "可行"));
    assertThat(
            jdbc.queryForList(
                "select decision from treatment_plan where hazard_id = ? order by id",
                String.class,
                id(number)))
        .containsExactly("rejected", "approved");
    enterprise.does(number, "Activity_Rectify", Forms.rectified(TODAY));

    String verification = department.task(number, "Activity_Verify");
    assertThat(township.tasks(number, "Activity_Verify")).isEmpty();
    assertThat(township.submit(verification, Forms.verified("passed")).statusCode()).isEqualTo(403);
    assertThat(hazard(number)).doesNotContainEntry("status", "CLOSED");
    department.does(number, "Activity_Verify", Forms.verified("passed"));

    assertThat(hazard(number))
        .containsEntry("status", "CLOSED")
        .containsEntry("closed_by", "jjemergency1");
    assertChainIntact(number);
    assertOver(number);
  }

  @Test
  void a_major_hazard_whose_plan_is_never_filed_climbs_the_ladder() {
    String number = enterprise.report(Forms.major());
    String authority = "dept350582emergency";

    jobs.until(LocalDateTime.of(2026, 3, 10, 9, 0), number);
    assertThat(events(number)).containsOnlyOnce("DUTY_OVERDUE", "PLAN_OVERDUE");
    assertThat(details(number, "DUTY_OVERDUE"))
        .containsExactly(people.groupName(authority) + "未按时办理接收重大隐患报告");
    assertThat(told(number, "%未按时办理接收重大隐患报告")).containsExactly(authority);
    assertThat(told(number, "%未按时报送治理方案")).containsExactly(authority, group("jjenterprise", "ent"));
    assertThat(rungs(number)).isEmpty();

    LocalDate due = day(number, "due_at");
    assertThat(due).isEqualTo(LocalDate.of(2026, 5, 6));
    jobs.until(LocalDateTime.of(2026, 5, 8, 9, 0), number);
    assertThat(rungs(number)).containsExactly("TOWNSHIP");
    township.does(number, "Activity_Township", action());

    enterprise.does(number, "Activity_SubmitPlan", Forms.plan());
    jobs.until(LocalDateTime.of(2026, 5, 18, 9, 0), number);
    assertThat(rungs(number)).containsExactly("TOWNSHIP", "DEPARTMENT");
    assertThat(details(number, "DUTY_OVERDUE"))
        .endsWith(people.groupName(authority) + "未按时办理审查治理方案");
    department.does(
        number, "Activity_ReviewPlan", Map.of("planDecision", "rejected", "planOpinion", "经费未落实"));
    jobs.until(LocalDateTime.of(2026, 5, 18, 10, 0), number);
    enterprise.does(number, "Activity_SubmitPlan", Forms.plan());
    department.does(
        number, "Activity_ReviewPlan", Map.of("planDecision", "approved", "planOpinion", "可行"));
    jobs.until(LocalDateTime.of(2026, 5, 18, 11, 0), number);
    enterprise.does(number, "Activity_Rectify", Forms.rectified(LocalDate.of(2026, 5, 18)));
    department.does(number, "Activity_Verify", Forms.verified("passed"));

    assertThat(events(number))
        .containsOnlyOnce("PLAN_OVERDUE", "SUPERVISION_STARTED", "SUPERVISION_ENDED");
    assertChainIntact(number);
    assertOver(number);
  }

  @Test
  void a_transfer_nobody_takes_over_climbs_the_ladder() {
    String visit = opened();
    township.does(visit, "Activity_ChooseEnterprise", choice());
    township.finds(
        visit,
        finding(
            "储罐超期未检", "general", Map.of("disposal", "transferred", "transferRole", "emergency")));
    township.confirms(visit, confirmation());
    String number = casesOf(visit).get(0);
    assertThat(day(number, "due_at")).isEqualTo(LocalDate.of(2026, 3, 17));

    jobs.until(LocalDateTime.of(2026, 3, 19, 9, 0), number);

    assertThat(rungs(number)).containsExactly("TOWNSHIP");
    department.does(
        number,
        "Activity_AcceptTransfer",
        Map.of("transferDecision", "returned", "transferOpinion", "不属本局职责"));
    jobs.until(LocalDateTime.of(2026, 3, 24, 9, 0), number);
    assertThat(rungs(number)).containsExactly("TOWNSHIP", "DEPARTMENT");
    assertThat(details(number, "DUTY_OVERDUE"))
        .containsExactly(
            people.groupName("dept350582emergency") + "未按时办理接收移送",
            people.groupName("office350582") + "未按时办理指定承办单位");
    assertThat(told(number, "%未按时办理接收移送")).containsExactly("dept350582emergency");
    assertThat(told(number, "%未按时办理指定承办单位")).containsExactly("office350582");

    office.does(
        number,
        "Activity_DesignateAuthority",
        Map.of("designatedRole", "emergency", "designationOpinion", "由应急部门承办"));
    assertThat(hazard(number)).containsEntry("authority_group", "dept350582emergency");
    jobs.until(LocalDateTime.of(2026, 3, 24, 10, 0), number);
    department.does(
        number,
        "Activity_Recheck",
        Forms.with(recheck("passed"), Map.of("secondOfficer", "jjemergency2")));

    assertThat(hazard(number)).containsEntry("status", "CLOSED");
    assertThat(events(number))
        .containsOnlyOnce("SUPERVISION_STARTED", "EXPIRED", "SUPERVISION_ENDED");
    assertChainIntact(number);
    assertOver(number);
  }

  @Test
  void an_extension_nobody_decides_is_noted_against_the_authority() {
    String number = enterprise.report(Forms.hazard());
    enterprise.does(number, "Activity_Rectify", Forms.extension(DUE.plusDays(10)));

    jobs.until(DUE.plusDays(1).atTime(9, 0), number);

    assertThat(details(number, "DUTY_OVERDUE"))
        .containsExactly(people.groupName("town350582103") + "未按时办理审批延期申请");
    assertThat(told(number, "%未按时办理审批延期申请")).containsExactly("town350582103");
    township.does(number, "Activity_DecideExtension", Forms.granted(DUE.plusDays(5)));
    assertThat(day(number, "due_at")).isEqualTo(DUE.plusDays(5));
  }

  @Test
  void an_inspection_left_half_recorded_is_told_once_to_its_unit_and_the_office() {
    String visit = opened();
    township.does(visit, "Activity_ChooseEnterprise", choice());
    jobs.until(MONDAY.plusDays(3), visit);
    township.finds(
        visit, finding("通道堵塞", "general", Map.of("disposal", "ordered", "dueAt", "2026-03-12")));
    jobs.until(MONDAY.plusDays(4), visit);

    assertThat(
            jdbc.queryForList(
                "select recipient from notice where kind = 'OVERDUE' and title like ?"
                    + " order by recipient",
                String.class,
                "检查" + visit + "%"))
        .containsExactly("office350582", "town350582103");
    township.confirms(visit, confirmation());
    assertThat(casesOf(visit)).hasSize(1);
  }

  @Test
  void whoever_reported_a_rectification_does_not_verify_it() {
    people.createPerson("jjboth", "演示身兼两职", Visitor.PASSWORD);
    people.join("jjboth", group("jjenterprise", "ent"));
    people.join("jjboth", "town350582103");
    people.joinTenant("jjboth", "350582");
    Worker both = new Worker(port, "jjboth");
    String number = enterprise.report(Forms.hazard());
    both.does(number, "Activity_Rectify", Forms.rectified(TODAY));

    for (String result : List.of("passed", "failed")) {
      HttpResponse<String> answer =
          both.submit(both.task(number, "Activity_Verify"), Forms.verified(result));
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("不能由您验收");
    }
    both.submit(both.task(number, "Activity_Verify"), Map.of());

    assertThat(hazard(number)).doesNotContainEntry("status", "CLOSED");
    township.does(number, "Activity_Verify", Forms.verified("passed"));
    assertThat(
            jdbc.queryForObject(
                "select count(*) from hazard where closed_by = reported_by", Integer.class))
        .isZero();
  }

  @Test
  void an_inspection_with_three_findings_ends_when_all_are_closed() {
    String visit = opened();
    String chosen = group("jjenterprise", "ent").substring(3);
    String choice = township.task(visit, "Activity_ChooseEnterprise");
    assertRefused(
        township.submit(choice, Map.of("enterpriseId", chosen, "secondOfficer", "chendai1")),
        "请从列出的选项中选择");
    assertRefused(
        township.submit(choice, Map.of("enterpriseId", chosen, "secondOfficer", "shuitou1")),
        "请从列出的选项中选择");
    township.does(
        visit,
        "Activity_ChooseEnterprise",
        Map.of("enterpriseId", chosen, "secondOfficer", "chendai2"));
    assertRefused(
        township.writes(
            visit, finding("重大", "major", Map.of("majorBasis", "标准第四条", "disposal", "ordered"))),
        "超出乡镇");
    township.finds(
        visit,
        finding("灭火器失压", "general", Map.of("disposal", "corrected", "onSpotMeasures", "当场更换")));
    township.finds(
        visit, finding("通道堵塞", "general", Map.of("disposal", "ordered", "dueAt", DUE.toString())));
    township.finds(
        visit,
        finding(
            "储罐超期未检", "general", Map.of("disposal", "transferred", "transferRole", "emergency")));
    township.confirms(visit, Map.of("situation", "已现场检查", "siteRepresentative", "演示负责人"));

    List<String> numbers = casesOf(visit);
    assertThat(numbers).hasSize(3);
    String corrected = numbers.get(0);
    String ordered = numbers.get(1);
    String transferred = numbers.get(2);
    assertThat(hazard(corrected)).containsEntry("status", "CLOSED");
    enterprise.does(ordered, "Activity_Rectify", Forms.rectified(TODAY));
    String recheck = township.task(ordered, "Activity_Recheck");
    township.prove(recheck, recheck("passed"));
    assertRefused(
        township.submit(
            recheck, Forms.with(recheck("passed"), Map.of("secondOfficer", "chendai1"))),
        "请从列出的选项中选择");
    township.does(
        ordered,
        "Activity_Recheck",
        Forms.with(recheck("passed"), Map.of("secondOfficer", "chendai2")));
    department.does(
        transferred,
        "Activity_AcceptTransfer",
        Map.of("transferDecision", "accepted", "transferOpinion", "属本局职责"));
    enterprise.does(transferred, "Activity_Rectify", Forms.rectified(TODAY));
    department.does(
        transferred,
        "Activity_Recheck",
        Forms.with(recheck("passed"), Map.of("secondOfficer", "jjemergency2")));

    assertThat(numbers)
        .allSatisfy(number -> assertThat(hazard(number)).containsEntry("status", "CLOSED"));
    numbers.forEach(this::assertChainIntact);
    numbers.forEach(this::assertOver);
    long inspection = ((Number) hazard(ordered).get("inspection_id")).longValue();
    assertThat(jdbc.queryForMap("select * from inspection where id = ?", inspection))
        .containsEntry("status", "FINISHED");
    assertThat(
            jdbc.queryForList(
                "select concat(place, count(distinct serial)) from document"
                    + " where inspection_id = ? and kind <> 'RECTIFICATION_REPORT'"
                    + " group by place order by place",
                String.class,
                inspection))
        .as("each authority keeps to one serial of its own")
        .containsExactlyInAnyOrder("晋陈埭1", "晋1");
    assertThat(
            jdbc.queryForObject(
                """
                select count(*) from document opinion where opinion.inspection_id = ?
                and opinion.kind = 'RECHECK_OPINION' and not exists (
                  select 1 from document o where o.kind = 'RECTIFICATION_ORDER'
                  and o.place = opinion.place and o.series_year = opinion.series_year
                  and o.serial = opinion.serial)
                """,
                Integer.class,
                inspection))
        .as("opinions that do not share the serial of their order")
        .isZero();
    assertThat(
            jdbc.queryForList(
                "select kind from document where inspection_id = ?", String.class, inspection))
        .containsExactlyInAnyOrder(
            "INSPECTION_RECORD",
            "RECTIFICATION_ORDER",
            "RECTIFICATION_REPORT",
            "RECHECK_OPINION",
            "TRANSFER_LETTER",
            "RECTIFICATION_ORDER",
            "RECTIFICATION_REPORT",
            "RECHECK_OPINION");
    assertThat(
            jdbc.queryForObject(
                "select count(*) from recheck where officer = second_officer or officer_certificate"
                    + " = second_certificate",
                Integer.class))
        .isZero();
  }

  @Test
  void a_report_sent_twice_under_one_key_is_one_case() throws Exception {
    Map<String, Object> report = Forms.with(Forms.hazard(), Map.of("clientKey", "twice"));
    String first = enterprise.report(report);
    assertThat(again(report)).isEqualTo(first);

    Map<String, Object> atOnce = Forms.with(Forms.hazard(), Map.of("clientKey", "at-once"));
    Callable<HttpResponse<String>> send =
        () -> new Worker(port, "jjenterprise").post("/api/hazards", atOnce);
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      for (Future<HttpResponse<String>> answer : both.invokeAll(List.of(send, send))) {
        assertThat(answer.get().statusCode()).isIn(200, 201, 409);
      }
    } finally {
      both.shutdown();
    }

    String number = again(atOnce);
    assertThat(jdbc.queryForList("select id from hazard where client_key = 'at-once'", Long.class))
        .containsExactly(id(number));
    assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).count())
        .isOne();
  }

  @Test
  void rare_characters_of_a_name_survive_everywhere() {
    String id = group("jjenterprise", "ent").substring(3);
    ObjectNode details = (ObjectNode) Worker.read(enterprise.get("/api/enterprises/" + id));
    String name = details.path("name").asText();
    rename(id, details, "演示𠮷祥鞋业😀有限公司");
    try {
      String number =
          enterprise.report(Forms.with(Forms.hazard(), Map.of("description", "𠮷字招牌松动😀")));

      assertThat(hazard(number))
          .containsEntry("enterprise_name", "演示𠮷祥鞋业😀有限公司")
          .containsEntry("description", "𠮷字招牌松动😀");
      JsonNode facts =
          Worker.read(
              enterprise.get(
                  "/engine-rest/task/"
                      + enterprise.task(number, "Activity_Rectify")
                      + "/form-variables"));
      assertThat(facts.path("facts").path("value").asText()).contains("演示𠮷祥鞋业😀有限公司", "𠮷字招牌松动😀");
      assertThat(
              Worker.read(enterprise.get("/api/hazards/" + number)).path("enterpriseName").asText())
          .isEqualTo("演示𠮷祥鞋业😀有限公司");
      assertChainIntact(number);
    } finally {
      rename(id, details, name);
    }
  }

  @Test
  void whatever_the_rules_refuse_is_refused_in_chinese() {
    assertRefused(enterprise.post("/api/hazards", Map.of()), "隐患等级");
    assertRefused(
        enterprise.post("/api/hazards", Forms.with(Forms.hazard(), Map.of("level", "huge"))), "");
    assertRefused(
        enterprise.post(
            "/api/hazards", Forms.with(Forms.hazard(), Map.of("location", "部".repeat(101)))),
        "最多100字");
    assertRefused(
        enterprise.post("/api/hazards", Forms.with(Forms.major(), Map.of("majorBasis", ""))),
        "判定依据");
    assertRefused(
        enterprise.post(
            "/api/hazards",
            Forms.with(Forms.major(), Map.of("rectifiedOnSpot", true, "onSpotMeasures", "x"))),
        "治理方案");
    assertRefused(
        enterprise.post(
            "/api/hazards", Forms.with(Forms.hazard(), Map.of("creditCode", "91350583MA00000000"))),
        "校验位");
    assertRefused(township.post("/api/hazards", Forms.hazard()), "由企业安全员上报");
    assertRefused(enterprise.get("/api/hazards?page=-1"), "页码");
    assertRefused(enterprise.get("/api/hazards?size=100000"), "每页");
    assertRefused(enterprise.get("/api/hazards/nonsense"), "案件编号的格式");
    assertRefused(enterprise.get("/api/hazards/YH350582-2026-9999999"), "没有编号为");
    assertRefused(enterprise.get("/api/hazards?page=x"), "");
    assertRefused(enterprise.get("/api/no/such/thing"), "不存在");

    String number = enterprise.report(Forms.hazard());
    String rectify = enterprise.task(number, "Activity_Rectify");
    assertRefused(enterprise.submit(rectify, Map.of()), "提交的内容有误");
    enterprise.prove(rectify, Forms.rectified(TODAY));
    assertRefused(enterprise.submit(rectify, Forms.rectified(TODAY.plusDays(1))), "不能晚于今天");
    assertRefused(enterprise.submit(rectify, Forms.rectified(TODAY.minusDays(1))), "不能早于隐患登记日期");
    assertRefused(
        enterprise.submit(rectify, Forms.with(Forms.rectified(TODAY), Map.of("funds", -1))),
        "不能小于0");
    assertRefused(
        enterprise.submit(
            rectify, Forms.with(Forms.rectified(TODAY), Map.of("dueAt", "2099-01-01"))),
        "表单中没有“dueAt”");
    enterprise.does(number, "Activity_Rectify", Forms.rectified(TODAY));
    assertRefused(enterprise.submit(rectify, Forms.rectified(TODAY)), "办结");
    assertRefused(
        township.post(
            "/engine-rest/process-definition/key/inspection/submit-form",
            Map.of(
                "variables",
                Map.of(
                    "enterpriseQuery", Map.of("value", "没有这家企业"),
                    "inspectionKind", Map.of("value", "routine")))),
        "没有与");
    String rest = "/engine-rest/task/" + township.task(number, "Activity_Verify");
    assertRefused(township.post(rest + "/bpmnError", Map.of("errorCode", "x")), "没有对您的岗位开放");
    assertRefused(township.post(rest + "/resolve", Map.of()), "没有对您的岗位开放");
    new Worker(port, "chendai2").post(rest + "/claim", Map.of("userId", "chendai2"));
    assertRefused(township.post(rest + "/submit-form", Map.of()), "已由");
  }

  private void assertRefused(HttpResponse<String> answer, String why) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
    assertThat(answer.body()).contains(why).containsPattern("[\\u4e00-\\u9fff]{4}");
  }

  private void rename(String id, ObjectNode details, String name) {
    details.put("name", name);
    HttpResponse<String> answer =
        new Visitor(port).as("jjoffice").send("PUT", "/api/enterprises/" + id, details.toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private String again(Map<String, Object> report) {
    HttpResponse<String> answer = enterprise.post("/api/hazards", report);
    assertThat(answer.statusCode()).isEqualTo(200);
    return Worker.read(answer).path("caseNumber").asText();
  }

  private static Map<String, Object> action() {
    return Map.of("supervisionMeasure", "visit", "supervisionOpinion", "已上门督促");
  }

  private static Map<String, Object> recheck(String result) {
    return Map.of("recheckResult", result, "recheckOpinion", "已逐项复查");
  }

  private static Map<String, Object> finding(
      String description, String level, Map<String, Object> more) {
    return Forms.with(Map.of("location", "厂区", "description", description, "level", level), more);
  }

  /** Opens an inspection of the enterprise by the township; its number. */
  @Test
  void what_the_city_orders_in_a_county_is_the_countys_to_rectify() {
    String role =
        jdbc.queryForObject(
            """
            select t.lead_role from industry_subcategory t
            join enterprise e on e.subcategory_code = t.code where concat('ent', e.id) = ?
            """,
            String.class,
            group("jjenterprise", "ent"));
    for (String id : List.of("city1", "city2")) {
      people.createPerson(id, "演示市级" + id, Visitor.PASSWORD);
      people.join(id, "dept350500" + role);
      List.of("350500", "350582").forEach(tenant -> people.joinTenant(id, tenant));
      people.recordCertificate(new Certificate(id, "T-" + id, LocalDate.of(2030, 1, 1)));
    }
    Worker city = new Worker(port, "city1");
    String visit = opened(city);
    city.does(
        visit, "Activity_ChooseEnterprise", Forms.with(choice(), Map.of("secondOfficer", "city2")));
    city.finds(visit, finding("储罐超期未检", "general", Map.of("disposal", "ordered")));
    city.confirms(visit, confirmation());
    String number = casesOf(visit).get(0);
    assertThat(
            runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).singleResult())
        .extracting(ProcessInstance::getTenantId)
        .isEqualTo("350582");

    enterprise.does(number, "Activity_Rectify", Forms.rectified(TODAY));
    city.does(
        number,
        "Activity_Recheck",
        Forms.with(recheck("passed"), Map.of("secondOfficer", "city2")));

    assertThat(hazard(number)).containsEntry("status", "CLOSED");
    assertThat(
            jdbc.queryForList(
                "select distinct TENANT_ID_ from ACT_HI_PROCINST where BUSINESS_KEY_ = ?",
                String.class,
                number))
        .containsExactly("350582");
  }

  private String opened() {
    return opened(township);
  }

  private String opened(Worker officer) {
    String credit =
        jdbc.queryForObject(
            "select credit_code from enterprise where concat('ent', id) = ?",
            String.class,
            group("jjenterprise", "ent"));
    return officer.open(
        "inspection", Map.of("enterpriseQuery", credit, "inspectionKind", "routine"));
  }

  private Map<String, Object> choice() {
    return Map.of(
        "enterpriseId", group("jjenterprise", "ent").substring(3), "secondOfficer", "chendai2");
  }

  private static Map<String, Object> confirmation() {
    return Map.of("situation", "已现场检查", "siteRepresentative", "演示负责人");
  }

  private List<String> casesOf(String visit) {
    return jdbc
        .queryForList(
            "select county_code, year(found_at) y, id from hazard where inspection_id = ? order by"
                + " id",
            Long.valueOf(visit.replaceAll(".*-0*", "")))
        .stream()
        .map(row -> "YH%s-%s-%07d".formatted(row.get("county_code"), row.get("y"), row.get("id")))
        .toList();
  }

  private String group(String userId, String prefix) {
    return people.find(userId).orElseThrow().groups().stream()
        .filter(group -> group.matches(prefix + "\\d+"))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, Object> hazard(String number) {
    return jdbc.queryForMap("select * from hazard where id = ?", id(number));
  }

  private LocalDate day(String number, String column) {
    return jdbc.queryForObject(
        "select " + column + " from hazard where id = ?", LocalDate.class, id(number));
  }

  private List<String> events(String number) {
    return jdbc.queryForList(
        "select kind from hazard_event where hazard_id = ? order by seq", String.class, id(number));
  }

  private List<String> details(String number, String kind) {
    return jdbc.queryForList(
        "select detail from hazard_event where hazard_id = ? and kind = ? order by seq",
        String.class,
        id(number),
        kind);
  }

  /** Who was told of something overdue in a case. */
  private List<String> told(String number, String detail) {
    return jdbc.queryForList(
        "select recipient from notice where case_id = ? and kind = 'OVERDUE' and detail like ?"
            + " order by recipient",
        String.class,
        id(number),
        detail);
  }

  private List<String> rungs(String number) {
    return jdbc.queryForList(
        "select level from rung where hazard_id = ? order by climbed_at", String.class, id(number));
  }

  private static long id(String number) {
    return Long.parseLong(number.substring(14));
  }

  private void assertOver(String number) {
    assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).count())
        .isZero();
  }

  /** Lets the auditor's own program verify it, with the key. */
  private void assertChainIntact(String number) {
    HttpResponse<String> proof =
        new Visitor(port).as("citymanager").get("/api/hazards/" + number + "/proof");
    assertThat(OfflineVerifier.verify(proof.body()))
        .satisfies(
            said -> {
              assertThat(said.text()).contains("核验通过", "全部封印已用密钥核验");
              assertThat(said.code()).isZero();
            });
  }
}
