package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quartz.Job;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.evidence.Photos;
import rectify.identity.Certificate;
import rectify.identity.People;
import rectify.identity.Visitor;

/** What somebody has taken is theirs only as long as they belong to its unit. */
@WholeSystem
class MembershipIT {

  private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 9, 0);
  private static final String TOWN = "town350582103";
  private static final String OTHER_TOWN = "town350582104";
  private static final String COUNTY = "350582";
  private static final AtomicInteger NEXT = new AtomicInteger();

  @Autowired private JdbcTemplate jdbc;
  @Autowired private TransactionTemplate transaction;
  @Autowired private IdentityService identity;
  @Autowired private TaskService tasks;
  @Autowired private People people;
  @Autowired private Scheduler scheduler;
  @Autowired private AutowireCapableBeanFactory beans;
  @LocalServerPort private int port;

  private Worker enterprise;
  private Worker colleague;

  @BeforeEach
  void begin() {
    Jobs.itIs(MONDAY);
    enterprise = new Worker(port, "jjenterprise");
    colleague = new Worker(port, "chendai1");
  }

  @AfterEach
  void reset() {
    ClockUtil.reset();
    transaction.executeWithoutResult(status -> jdbc.update("delete from deputy"));
  }

  /** A way out of a unit. */
  private record Way(String name, Exit exit) {
    @Override
    public String toString() {
      return name;
    }
  }

  private interface Exit {
    void take(MembershipIT test, String person);
  }

  static Stream<Way> ways() {
    String member = "/group/" + TOWN + "/members/";
    String inTenant = "/tenant/" + COUNTY + "/user-members/";
    return Stream.of(
        new Way("REST, group", (test, person) -> test.restDelete(member + person)),
        new Way("REST, county", (test, person) -> test.restDelete(inTenant + person)),
        new Way("REST, account", (test, person) -> test.restDelete("/user/" + person)),
        new Way("Admin, group", (test, person) -> test.adminDelete(member + person)),
        new Way("Admin, county", (test, person) -> test.adminDelete(inTenant + person)),
        new Way("Admin, account", (test, person) -> test.adminDelete("/user/" + person)),
        new Way("Java, group", (test, person) -> test.identity.deleteMembership(person, TOWN)),
        new Way("Java, account", (test, person) -> test.identity.deleteUser(person)),
        new Way("our own, to another township", MembershipIT::move));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void who_leaves_by_any_door_loses_what_they_took_and_a_colleague_finishes_it(Way way) {
    String leaver = officer(TOWN);
    Worker gone = new Worker(port, leaver);
    String number = enterprise.report(Forms.corrected());
    String task = gone.task(number, "Activity_Verify");
    claim(leaver, task);
    assertThat(gone.upload(task, "scene", "现场.jpg", Photos.unique()).statusCode()).isEqualTo(201);
    save(gone, task);

    way.exit().take(this, leaver);

    assertThat(assignee(task)).isNull();
    assertThat(details(number)).containsExactly("“验收”原由演示调离人员签收，其已不在该单位，任务退回本单位待签收");
    assertThat(toldOfRelease(task)).containsExactly(TOWN);
    for (HttpResponse<String> refused :
        List.of(
            gone.get("/engine-rest/task/" + task),
            gone.get("/engine-rest/task/" + task + "/form-variables"),
            gone.get("/engine-rest/task/" + task + "/comment"),
            gone.upload(task, "scene", "现场.jpg", Photos.unique()),
            gone.post("/engine-rest/task/" + task + "/claim", Map.of("userId", leaver)),
            gone.post("/api/tasks/" + task + "/hand-over", Map.of("to", "chendai1", "note", "x")),
            gone.post("/api/tasks/" + task + "/take-over", Map.of()),
            gone.submit(task, Forms.verified("passed")))) {
      // who has no account any more has to wait between two passwords
      assertThat(refused.statusCode())
          .as(refused.request().uri().toString())
          .isIn(400, 401, 403, 404, 429);
    }
    if (!way.name().endsWith("county")) {
      // who is still of the township may look at its cases in the ledger
      assertThat(gone.get("/api/evidence/of-task/" + task).statusCode()).isIn(401, 404, 429);
      assertThat(gone.get("/api/evidence/of-case/" + number).statusCode()).isIn(401, 404, 429);
    }
    claim("chendai1", task);
    assertThat(colleague.get("/engine-rest/task/" + task + "/form-variables").body())
        .doesNotContain("只写了一半");
    assertThat(colleague.get("/api/evidence/of-task/" + task).body()).contains("现场.jpg");
    colleague.does(number, "Activity_Verify", Forms.verified("passed"));
    assertThat(closedBy(number)).isEqualTo("chendai1");
  }

  @Test
  void who_only_changes_posts_in_one_go_keeps_what_they_took() {
    String person = officer(TOWN);
    String task = taken(person);

    transaction.executeWithoutResult(
        status -> {
          people.leave(person, TOWN);
          people.join(person, OTHER_TOWN);
          people.join(person, TOWN);
        });

    assertThat(assignee(task)).isEqualTo(person);
  }

  @Test
  void what_is_rolled_back_releases_nothing() {
    String person = officer(TOWN);
    String task = taken(person);

    transaction.executeWithoutResult(
        status -> {
          people.leave(person, TOWN);
          status.setRollbackOnly();
        });

    assertThat(assignee(task)).isEqualTo(person);
  }

  @Test
  void a_group_that_is_deleted_leaves_nobody_holding_its_tasks() {
    String unit = "dept350582trial" + "abcdefghijklmnop".charAt(NEXT.getAndIncrement() % 16);
    people.ensureGroup(unit, "演示撤销单位");
    String person = officer(unit);
    String task = colleague.task(enterprise.report(Forms.corrected()), "Activity_Verify");
    tasks.addCandidateGroup(task, unit);
    claim(person, task);

    restDelete("/group/" + unit);

    assertThat(assignee(task)).isNull();
    claim("chendai1", task);
  }

  @Test
  void a_task_taken_in_the_moment_its_taker_left_holds_up_nobody() {
    String person = officer(OTHER_TOWN);
    String number = enterprise.report(Forms.corrected());
    String task = colleague.task(number, "Activity_Verify");
    tasks.setAssignee(task, person);

    claim("chendai1", task);

    assertThat(details(number)).hasSize(1);
    tasks.setAssignee(task, person);
    colleague.does(number, "Activity_Verify", Forms.verified("passed"));
    assertThat(closedBy(number)).isEqualTo("chendai1");
  }

  @Test
  void who_moves_to_where_they_may_read_the_case_takes_no_proof_out_of_it() {
    String person = officer(TOWN);
    String task = taken(person);
    Worker mover = new Worker(port, person);
    HttpResponse<String> photo = mover.upload(task, "scene", "现场.jpg", Photos.unique());
    String evidence = Worker.read(photo).path("id").asText();

    people.leave(person, TOWN);
    people.join(person, "office350582");

    assertThat(mover.get("/api/evidence/" + evidence + "/thumbnail").statusCode()).isEqualTo(200);
    HttpResponse<String> withdrawn = mover.delete("/api/evidence/" + evidence);
    assertThat(withdrawn.statusCode()).isEqualTo(403);
    assertThat(withdrawn.body()).contains("已不归您办理");
  }

  @Test
  void a_deputy_works_only_for_the_unit_they_share_with_the_absent() {
    String absent = officer(TOWN);
    people.join(absent, OTHER_TOWN);
    String deputy = officer(TOWN);
    String own = taken(absent);
    String elsewhere = colleague.task(enterprise.report(Forms.corrected()), "Activity_Verify");
    tasks.addCandidateGroup(elsewhere, OTHER_TOWN);
    tasks.deleteCandidateGroup(elsewhere, TOWN);
    claim(absent, elsewhere);
    Worker standIn = new Worker(port, deputy);
    assertThat(depute(absent, deputy).statusCode()).isEqualTo(204);

    assertThat(standIn.get("/api/tasks/absent").body()).contains(own).doesNotContain(elsewhere);
    assertThat(standIn.get("/engine-rest/task").body()).contains(own).doesNotContain(elsewhere);
    assertThat(standIn.get("/engine-rest/task/" + elsewhere).statusCode()).isBetween(403, 404);
    assertThat(takeOver(standIn, elsewhere)).isBetween(403, 404);
    assertThat(standIn.submit(elsewhere, Forms.verified("passed")).statusCode()).isEqualTo(403);

    people.leave(absent, TOWN);
    assertThat(assignee(own)).isNull();
    people.join(absent, TOWN);
    claim(absent, own);
    people.leave(deputy, TOWN);
    people.join(deputy, OTHER_TOWN);
    assertThat(takeOver(standIn, own)).isBetween(403, 404);
    assertThat(standIn.submit(own, Forms.verified("passed")).statusCode()).isEqualTo(403);
    assertThat(takeOver(standIn, elsewhere)).isEqualTo(204);
  }

  @Test
  void what_is_lent_to_a_deputy_is_the_deputys_own_once_the_absent_has_left() {
    String absent = officer(TOWN);
    String deputy = officer(TOWN);
    String task = taken(absent);
    depute(absent, deputy);
    Worker standIn = new Worker(port, deputy);
    assertThat(takeOver(standIn, task)).isEqualTo(204);

    people.leave(absent, TOWN);

    assertThat(
            new Worker(port, absent)
                .post("/api/tasks/" + task + "/take-over", Map.of())
                .statusCode())
        .isBetween(403, 404);
    assertThat(standIn.submit(task, Forms.verified("passed")).statusCode()).isEqualTo(204);
    assertThat(
            jdbc.queryForObject(
                "select actor_name from hazard_event where kind = 'CLOSED' and actor = ?",
                String.class,
                deputy))
        .isEqualTo("演示调离人员");
  }

  @Test
  void a_safety_officer_who_leaves_the_enterprise_leaves_its_tasks_behind() {
    String group =
        people.find("jjenterprise").orElseThrow().groups().stream()
            .filter(id -> id.matches("ent\\d+"))
            .findFirst()
            .orElseThrow();
    String person = officer(group);
    String number = enterprise.report(Forms.hazard());
    String task = enterprise.task(number, "Activity_Rectify");
    claim(person, task);

    restDelete("/group/" + group + "/members/" + person);

    assertThat(assignee(task)).isNull();
    assertThat(toldOfRelease(task)).containsExactly(group);
    enterprise.does(number, "Activity_Rectify", Forms.rectified(MONDAY.toLocalDate()));
  }

  @Test
  void an_inspection_left_half_done_is_finished_by_its_unit_and_begun_by_nobody_else() {
    String begun = inspector();
    String visit = new Worker(port, begun).open("inspection", opening());
    new Worker(port, begun).does(visit, "Activity_ChooseEnterprise", choice());
    String unbegun = inspector();
    String other = new Worker(port, unbegun).open("inspection", opening());

    people.leave(begun, TOWN);
    identity.deleteUser(unbegun);

    String record = colleague.task(visit, "Activity_Inspect");
    assertThat(assignee(record)).isNull();
    assertThat(toldOfRelease(record)).containsExactly(TOWN);
    colleague.finds(
        visit,
        Map.of(
            "location",
            "厂区",
            "description",
            "通道堵塞",
            "level",
            "general",
            "disposal",
            "ordered",
            "dueAt",
            "2026-03-12"));
    colleague.confirms(visit, Map.of("situation", "已现场检查", "siteRepresentative", "演示负责人"));
    assertThat(
            jdbc.queryForObject(
                "select status from inspection where id = ?",
                String.class,
                Long.valueOf(visit.replaceAll(".*-0*", ""))))
        .isEqualTo("DOCUMENTED");
    String choose = colleague.task(other, "Activity_ChooseEnterprise");
    HttpResponse<String> refused = colleague.submit(choose, choice());
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("开具检查的执法人员本人");
    assertThat(colleague.submit(choose, Map.of("enterpriseId", "none")).statusCode())
        .isEqualTo(204);
  }

  @Test
  void an_officer_whose_certificate_has_lapsed_begins_no_visit_they_opened() {
    String person = officer(TOWN);
    people.recordCertificate(new Certificate(person, "T-" + person, MONDAY.toLocalDate()));
    Worker inspector = new Worker(port, person);
    String visit = inspector.open("inspection", opening());
    Jobs.itIs(MONDAY.plusDays(1));

    String choose = inspector.task(visit, "Activity_ChooseEnterprise");
    HttpResponse<String> refused = inspector.submit(choose, choice());

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("执法证已失效");
  }

  @Test
  void who_is_given_the_id_of_a_deleted_account_finds_nothing_of_it() {
    String person = inspector();
    Worker earlier = new Worker(port, person);
    String number = enterprise.report(Forms.corrected());
    String task = earlier.task(number, "Activity_Verify");
    save(earlier, task);
    earlier.draft();
    depute(person, "chendai1");
    assertThat(earlier.put("/api/follows/" + number, Map.of()).statusCode()).isBetween(200, 204);

    restDelete("/user/" + person);
    people.createPerson(person, "演示同号新人", Visitor.PASSWORD);
    people.join(person, TOWN);
    people.joinTenant(person, COUNTY);

    Worker later = new Worker(port, person);
    assertThat(later.get("/engine-rest/task/" + task + "/form-variables").body())
        .doesNotContain("只写了一半");
    assertThat(later.get("/api/evidence/drafts").body()).isEqualTo("[]");
    assertThat(later.get("/api/deputies").body()).isEqualTo("[]");
    assertThat(later.get("/api/follows").body()).isEqualTo("[]");
    assertThat(people.certificateOf(person, MONDAY.toLocalDate())).isEmpty();
  }

  @Test
  void what_was_held_without_right_before_is_released_by_the_sweep() throws Exception {
    String gone = officer(OTHER_TOWN);
    String right = officer(TOWN);
    String held = colleague.task(enterprise.report(Forms.corrected()), "Activity_Verify");
    String theirs = taken(right);
    String orphan = colleague.task(enterprise.report(Forms.corrected()), "Activity_Verify");
    tasks.setAssignee(held, gone);
    tasks.setAssignee(orphan, "nobodyAnyMore");

    run("held-task-sweep");
    run("held-task-sweep");

    assertThat(assignee(held)).isNull();
    assertThat(assignee(orphan)).isNull();
    assertThat(assignee(theirs)).isEqualTo(right);
    assertThat(toldOfRelease(held)).containsExactly(TOWN);
  }

  private Map<String, Object> opening() {
    String credit =
        jdbc.queryForObject(
            "select credit_code from enterprise where id = ?", String.class, enterpriseId());
    return Map.of("enterpriseQuery", credit, "inspectionKind", "routine");
  }

  private Map<String, Object> choice() {
    return Map.of("enterpriseId", enterpriseId(), "secondOfficer", "chendai2");
  }

  private String enterpriseId() {
    return people.find("jjenterprise").orElseThrow().groups().stream()
        .filter(id -> id.matches("ent\\d+"))
        .findFirst()
        .orElseThrow()
        .substring(3);
  }

  private String inspector() {
    String person = officer(TOWN);
    people.recordCertificate(new Certificate(person, "T-" + person, LocalDate.of(2030, 1, 1)));
    return person;
  }

  /** Somebody new in a unit of the county. */
  private String officer(String group) {
    String id = "leaver" + NEXT.incrementAndGet();
    people.createPerson(id, "演示调离人员", Visitor.PASSWORD);
    people.join(id, group);
    people.joinTenant(id, COUNTY);
    return id;
  }

  private String taken(String person) {
    String task = colleague.task(enterprise.report(Forms.corrected()), "Activity_Verify");
    claim(person, task);
    return task;
  }

  /** Runs a scheduled job as the scheduler does. */
  private void run(String job) throws Exception {
    ((Job) beans.createBean(scheduler.getJobDetail(JobKey.jobKey(job)).getJobClass()))
        .execute(null);
  }

  private void move(String person) {
    transaction.executeWithoutResult(
        status -> {
          people.leave(person, TOWN);
          people.join(person, OTHER_TOWN);
        });
  }

  private void restDelete(String path) {
    assertThat(new Worker(port, "admin").delete("/engine-rest" + path).statusCode()).isEqualTo(204);
  }

  /** As the Admin web application does it: in a session, with both tokens. */
  private void adminDelete(String path) {
    Visitor admin = new Visitor(port).loggedIn("admin");
    admin.get("/camunda/app/admin/default/");
    HttpResponse<String> answer =
        admin.send(
            "DELETE",
            "/camunda/api/engine/engine/default" + path,
            "",
            "X-RECTIFY-XSRF-TOKEN",
            admin.cookie("RECTIFY-XSRF-TOKEN"),
            "X-XSRF-TOKEN",
            admin.cookie("XSRF-TOKEN"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
  }

  private HttpResponse<String> depute(String person, String deputy) {
    return new Worker(port, person)
        .post("/api/deputies", Map.of("deputy", deputy, "from", "2026-03-02", "to", "2026-03-06"));
  }

  private static int takeOver(Worker person, String task) {
    return person.post("/api/tasks/" + task + "/take-over", Map.of()).statusCode();
  }

  private void claim(String person, String task) {
    HttpResponse<String> answer =
        new Worker(port, person)
            .post("/engine-rest/task/" + task + "/claim", Map.of("userId", person));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
  }

  private static void save(Worker person, String task) {
    HttpResponse<String> saved =
        person.put("/api/tasks/" + task + "/draft", Map.of("verificationOpinion", "只写了一半"));
    assertThat(saved.statusCode()).as(saved.body()).isBetween(200, 204);
  }

  private String assignee(String task) {
    return tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
  }

  private List<String> details(String number) {
    return jdbc.queryForList(
        "select detail from hazard_event where hazard_id = ? and kind = 'RELEASED' order by seq",
        String.class,
        id(number));
  }

  private List<String> toldOfRelease(String task) {
    return jdbc.queryForList(
        "select recipient from notice where kind = 'RELEASED' and task_id = ?", String.class, task);
  }

  private String closedBy(String number) {
    return jdbc.queryForObject(
        "select closed_by from hazard where id = ?", String.class, id(number));
  }

  private static long id(String number) {
    return Long.parseLong(number.substring(14));
  }
}
