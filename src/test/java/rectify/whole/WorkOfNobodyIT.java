package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.engine.Trusted;

/** Whatever way a case loses its process, its task or its clock, the audit names it. */
@WholeSystem
class WorkOfNobodyIT {

  private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 9, 0);

  @Autowired private JdbcTemplate jdbc;
  @Autowired private ManagementService management;
  @Autowired private RuntimeService runtime;
  @Autowired private TransactionTemplate transaction;
  @LocalServerPort private int port;

  private Worker enterprise;
  private Worker township;
  private Worker administrator;
  private Jobs jobs;

  @BeforeEach
  void begin() {
    Jobs.itIs(MONDAY);
    enterprise = new Worker(port, "jjenterprise");
    township = new Worker(port, "chendai1");
    administrator = new Worker(port, "admin");
    jobs = new Jobs(management, runtime);
  }

  @AfterEach
  void reset_clock() {
    ClockUtil.reset();
  }

  @Test
  void a_case_whose_instance_was_deleted_is_named_and_put_back_with_its_dates() {
    String number = enterprise.report(Forms.hazard());
    Map<String, Object> before = hazard(number);
    List<Map<String, Object>> clocks = clocks(number);
    assertThat(gaps(number)).isEmpty();

    delete(number, "hazard-rectification");

    assertThat(gaps(number)).containsExactly("NO_PROCESS");
    assertThat(new Worker(port, "jjmanager").post(restart(number), Map.of()).statusCode())
        .isEqualTo(403);
    assertThat(administrator.post(restart(number), Map.of()).statusCode()).isEqualTo(200);
    assertThat(gaps(number)).isEmpty();
    assertThat(clocks(number)).isEqualTo(clocks);
    assertThat(hazard(number))
        .containsEntry("due_at", before.get("due_at"))
        .containsEntry("original_due_at", before.get("original_due_at"))
        .containsEntry("status", "RECTIFYING");
    assertThat(instance(number, "hazard-rectification").getTenantId()).isEqualTo("350582");
    assertThat(administrator.post(restart(number), Map.of()).statusCode()).isEqualTo(409);
    enterprise.does(number, "Activity_Rectify", Forms.rectified(MONDAY.toLocalDate()));

    delete(number, "hazard-rectification");
    assertThat(administrator.post(restart(number), Map.of()).statusCode()).isEqualTo(200);
    township.does(number, "Activity_Verify", Forms.verified("passed"));

    assertThat(hazard(number)).containsEntry("status", "CLOSED");
    assertThat(events(number)).contains("RESTARTED");
    assertThat(administrator.post(restart(number), Map.of()).statusCode()).isEqualTo(409);
  }

  @Test
  void every_phase_of_a_major_hazard_can_be_put_back() {
    Worker department = new Worker(port, "jjemergency1");
    String number = enterprise.report(Forms.major());
    deleteAndRestart(number);
    department.task(number, "Activity_AcknowledgeMajor");
    enterprise.does(number, "Activity_SubmitPlan", Forms.plan());
    deleteAndRestart(number);
    department.task(number, "Activity_ReviewPlan");
    department.does(
        number, "Activity_ReviewPlan", Map.of("planDecision", "approved", "planOpinion", "方案可行"));
    enterprise.does(number, "Activity_Rectify", Forms.extension(dueAt(number).plusDays(10)));
    deleteAndRestart(number);
    department.task(number, "Activity_DecideExtension");
  }

  @Test
  void a_lost_ladder_is_named_and_climbs_on_from_where_it_was() {
    String number = enterprise.report(Forms.hazard());
    jobs.until(MONDAY.plusDays(30), number);
    assertThat(gaps(number)).isEmpty();
    List<String> climbed = rungs(number);
    assertThat(climbed).isNotEmpty();

    delete(number, "supervision");

    assertThat(gaps(number)).containsExactly("NO_PROCESS");
    assertThat(administrator.post(restart(number), Map.of()).statusCode()).isEqualTo(200);
    assertThat(gaps(number)).isEmpty();
    township.task(number, "Activity_Township");
    jobs.until(MONDAY.plusDays(31), number);
    assertThat(rungs(number)).isEqualTo(climbed);
  }

  @Test
  void a_task_whose_timers_are_gone_has_no_clock() {
    String number = enterprise.report(Forms.hazard());

    jobsOf(number).forEach(job -> byHand(() -> management.deleteJob(job.getId())));

    assertThat(gaps(number)).containsExactly("NO_CLOCK");
  }

  @Test
  void stopped_and_failed_clocks_are_named() {
    String stopped = enterprise.report(Forms.hazard());
    runtime.suspendProcessInstanceById(instance(stopped, "hazard-rectification").getId());
    String failed = enterprise.report(Forms.hazard());
    jobsOf(failed).forEach(job -> management.setJobRetries(job.getId(), 0));

    assertThat(gaps(stopped)).containsExactly("SUSPENDED");
    assertThat(gaps(failed)).containsExactly("FAILED");
    runtime.activateProcessInstanceById(instance(stopped, "hazard-rectification").getId());
    jobsOf(failed).forEach(job -> management.setJobRetries(job.getId(), 3));
    assertThat(gaps(stopped)).isEmpty();
    assertThat(gaps(failed)).isEmpty();
  }

  @Test
  void a_task_held_by_somebody_gone_or_moved_is_named() {
    String number = enterprise.report(Forms.corrected());
    String task = township.task(number, "Activity_Verify");

    hold(task, "goneForGood");
    assertThat(gaps(number)).containsExactly("GONE_HOLDER");
    hold(task, "shuitou1");
    assertThat(gaps(number)).containsExactly("GONE_HOLDER");
    hold(task, "chendai2");
    assertThat(gaps(number)).isEmpty();
  }

  @Test
  void a_task_offered_to_nobody_or_to_an_empty_group_is_named() {
    String number = enterprise.report(Forms.corrected());
    String task = township.task(number, "Activity_Verify");

    update("update ACT_RU_IDENTITYLINK set GROUP_ID_ = 'nobody' where TASK_ID_ = ?", task);
    assertThat(gaps(number)).containsExactly("EMPTY_GROUP");
    update("delete from ACT_RU_IDENTITYLINK where TASK_ID_ = ?", task);
    assertThat(gaps(number)).containsExactly("NO_CANDIDATE");
  }

  @Test
  void staff_of_a_county_are_told_of_its_own_work_only() {
    String number = enterprise.report(Forms.hazard());
    delete(number, "hazard-rectification");

    assertThat(gaps(new Worker(port, "jjoffice"), number)).containsExactly("NO_PROCESS");
    assertThat(gaps(new Worker(port, "naoffice"), number)).isEmpty();
  }

  private void deleteAndRestart(String number) {
    List<Map<String, Object>> clocks = clocks(number);
    delete(number, "hazard-rectification");
    HttpResponse<String> answer = administrator.post(restart(number), Map.of());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(gaps(number)).isEmpty();
    assertThat(clocks(number)).isEqualTo(clocks);
  }

  private void hold(String task, String person) {
    update("update ACT_RU_TASK set ASSIGNEE_ = ? where ID_ = ?", person, task);
  }

  private void update(String sql, Object... values) {
    transaction.executeWithoutResult(status -> jdbc.update(sql, values));
  }

  private void delete(String number, String process) {
    String lost = instance(number, process).getId();
    byHand(() -> runtime.deleteProcessInstance(lost, "by hand"));
  }

  /** Past the guard that keeps people from it, as an accident in the engine would be. */
  private static void byHand(Runnable accident) {
    Trusted.call(
        () -> {
          accident.run();
          return null;
        });
  }

  private ProcessInstance instance(String number, String process) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(number)
        .processDefinitionKey(process)
        .singleResult();
  }

  private List<Job> jobsOf(String number) {
    return management
        .createJobQuery()
        .processInstanceId(instance(number, "hazard-rectification").getId())
        .list();
  }

  /** Due dates of tasks and timers, by step. */
  private List<Map<String, Object>> clocks(String number) {
    String instance = instance(number, "hazard-rectification").getId();
    return jdbc.queryForList(
        """
        select TASK_DEF_KEY_ as step, DUE_DATE_ as due from ACT_RU_TASK where PROC_INST_ID_ = ?
        union all
        select d.ACT_ID_, j.DUEDATE_ from ACT_RU_JOB j
        join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_ where j.PROCESS_INSTANCE_ID_ = ?
        order by step, due
        """,
        instance,
        instance);
  }

  private List<String> gaps(String number) {
    return gaps(administrator, number);
  }

  /** What the audit finds wrong with a case. */
  private static List<String> gaps(Worker reader, String number) {
    HttpResponse<String> answer = reader.get("/api/responsibility-audit?all=true");
    assertThat(answer.statusCode()).isEqualTo(200);
    List<String> kinds = new ArrayList<>();
    for (JsonNode gap : Worker.read(answer)) {
      if (gap.path("advice").asText().contains(number)) {
        kinds.add(gap.path("kind").asText());
      }
    }
    return kinds;
  }

  private static String restart(String number) {
    return "/api/cases/" + number + "/restart";
  }

  private Map<String, Object> hazard(String number) {
    return jdbc.queryForMap("select * from hazard where id = ?", id(number));
  }

  private LocalDate dueAt(String number) {
    return jdbc.queryForObject(
        "select due_at from hazard where id = ?", LocalDate.class, id(number));
  }

  private List<String> events(String number) {
    return jdbc.queryForList(
        "select kind from hazard_event where hazard_id = ? order by seq", String.class, id(number));
  }

  private List<String> rungs(String number) {
    return jdbc.queryForList(
        "select level from rung where hazard_id = ? order by level", String.class, id(number));
  }

  private static long id(String number) {
    return Long.parseLong(number.substring(14));
  }
}
