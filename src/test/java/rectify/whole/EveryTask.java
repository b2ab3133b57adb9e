package rectify.whole;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import rectify.assessment.Assessments;
import rectify.identity.People;
import rectify.light.Lights;
import rectify.reminder.SelfCheckReminder;
import rectify.selfcheck.MonthOpening;
import rectify.selfcheck.SelfChecks;
import rectify.statistics.StatisticsSigning;

/**
 * Brings the demo's people in 晋江 to a day on which every step of every process has an open task,
 * through the doors they use.
 */
public final class EveryTask {

  private static final LocalDateTime SPRING = LocalDateTime.of(2026, 3, 2, 9, 0);

  /** The day on which all of them are open. */
  public static final LocalDateTime TODAY = LocalDateTime.of(2026, 7, 1, 9, 0);

  private final ApplicationContext product;
  private final JdbcClient database;
  private final Jobs jobs;
  private final Worker enterprise;
  private final Worker township;
  private final Worker department;

  /**
   * @param product the running demo, its job executor off
   */
  public EveryTask(ApplicationContext product, int port) {
    this.product = product;
    database = product.getBean(JdbcClient.class);
    jobs =
        new Jobs(product.getBean(ManagementService.class), product.getBean(RuntimeService.class));
    enterprise = new Worker(port, "jjenterprise");
    township = new Worker(port, "chendai1");
    department = new Worker(port, "jjemergency1");
  }

  /** Opens them; the clock then stands at {@link #TODAY}. */
  public void open() {
    Jobs.itIs(SPRING);
    String late = enterprise.report(hazard("成品仓库西侧消防通道"));
    jobs.until(SPRING.plusDays(60), late);
    unverified();
    selfChecks();
    Jobs.itIs(TODAY);
    product.getBean(Lights.class).sweep();
    reports();
    majorHazards();
    inspections();
    assessments();
    statistics();
  }

  /** The names of the steps, as the diagrams have them. */
  public Set<String> steps() {
    RepositoryService repository = product.getBean(RepositoryService.class);
    Set<String> names = new TreeSet<>();
    for (ProcessDefinition process :
        repository.createProcessDefinitionQuery().latestVersion().list()) {
      repository
          .getBpmnModelInstance(process.getId())
          .getModelElementsByType(UserTask.class)
          .forEach(task -> names.add(task.getName()));
    }
    return names;
  }

  /** A verification nobody did: its township's superior and the office are set on it. */
  private void unverified() {
    String number = enterprise.report(hazard("包装车间货梯"));
    enterprise.does(number, "Activity_Rectify", Forms.rectified(SPRING.plusDays(60).toLocalDate()));
    jobs.until(SPRING.plusDays(80), number);
  }

  private void selfChecks() {
    month(YearMonth.of(2026, 5));
    jobs.until(LocalDateTime.of(2026, 6, 1, 7, 30), selfCheck("2026-05"));
    product.getBean(SelfCheckReminder.class).sweep();
    String list =
        product
            .getBean(TaskService.class)
            .createTaskQuery()
            .taskDefinitionKey("Activity_CheckUp")
            .list()
            .stream()
            .map(this::businessKey)
            .filter(key -> key.contains("350582103"))
            .findFirst()
            .orElseThrow();
    jobs.until(LocalDateTime.of(2026, 6, 8, 9, 0), list);
    month(YearMonth.of(2026, 6));
    String june = selfCheck("2026-06");
    String task = enterprise.task(june, "Activity_Check");
    SheetAnswers sheet = new SheetAnswers(enterprise, task);
    sheet.all(List.of(sheet.keys().get(0)));
    HttpResponse<String> answer = sheet.sign("林厂长");
    if (answer.statusCode() != 204) {
      throw new AssertionError(answer.body());
    }
    month(YearMonth.of(2026, 7));
  }

  private void month(YearMonth period) {
    Jobs.itIs(period.atDay(1).atTime(0, 10));
    product.getBean(MonthOpening.class).open(period);
  }

  private String selfCheck(String period) {
    long check =
        database
            .sql("select id from self_check where enterprise_id = ? and period = ?")
            .params(enterpriseId(), period)
            .query(Long.class)
            .single();
    return product.getBean(SelfChecks.class).get(check).number();
  }

  private long enterpriseId() {
    return product
        .getBean(People.class)
        .find("jjenterprise")
        .orElseThrow()
        .standing()
        .enterprises()
        .iterator()
        .next();
  }

  private String businessKey(Task task) {
    return product
        .getBean(RuntimeService.class)
        .createProcessInstanceQuery()
        .processInstanceId(task.getProcessInstanceId())
        .singleResult()
        .getBusinessKey();
  }

  private void reports() {
    enterprise.report(hazard("二号车间配电箱"));
    String extended = enterprise.report(hazard("空压机房安全阀"));
    enterprise.does(extended, "Activity_Rectify", Forms.extension(LocalDate.of(2026, 7, 20)));
    String rectified = enterprise.report(hazard("冲压车间防护罩"));
    enterprise.does(rectified, "Activity_Rectify", Forms.rectified(TODAY.toLocalDate()));
  }

  private void majorHazards() {
    enterprise.report(Forms.major());
    String acknowledged = enterprise.report(Forms.major());
    String planned = enterprise.report(Forms.major());
    for (String major : List.of(acknowledged, planned)) {
      department.does(
          major,
          "Activity_AcknowledgeMajor",
          Map.of("acknowledgement", "已派员核实", "suspensionOrdered", true));
    }
    enterprise.does(
        planned,
        "Activity_SubmitPlan",
        Map.of(
            "planGoals", "恢复报警装置",
            "planMeasures", "更换探头并校验",
            "planFunds", "3万元",
            "planStaff", "设备部，演示负责人",
            "planSchedule", "七月底前",
            "planSafeguards", "停用涂装线，专人值守"));
  }

  private void inspections() {
    visit();
    choose(visit());
    String unconfirmed = visit();
    choose(unconfirmed);
    find(unconfirmed, "一号车间疏散门", "ordered");

    String visit = visit();
    choose(visit);
    find(visit, "刷胶车间通风", "ordered");
    find(visit, "原料仓库堆放", "ordered");
    find(visit, "裁断车间护栏", "ordered");
    find(visit, "储罐区围堰", "transferred");
    find(visit, "锅炉房水位计", "transferred");
    township.confirms(visit, Map.of("situation", "已现场检查", "siteRepresentative", "演示负责人"));
    List<String> cases = casesOf(visit);
    enterprise.does(cases.get(1), "Activity_Rectify", Forms.extension(LocalDate.of(2026, 7, 30)));
    enterprise.does(cases.get(2), "Activity_Rectify", Forms.rectified(TODAY.toLocalDate()));
    department.does(
        cases.get(4),
        "Activity_AcceptTransfer",
        Map.of("transferDecision", "returned", "transferOpinion", "不属本局职责"));
  }

  /** What was held against the late case's authorities: one has explained, the others have not. */
  private void assessments() {
    product.getBean(Assessments.class).assess(YearMonth.of(2026, 3));
    long finding =
        database
            .sql("select min(id) from assessment_finding where subject = 'town350582103'")
            .query(Long.class)
            .single();
    township.does(
        "KP-202603-%07d".formatted(finding), "Activity_Explain", Map.of("explanation", "已电话催办"));
  }

  /** The last quarter's table, and that of May, which should have been signed long ago. */
  private void statistics() {
    product.getBean(StatisticsSigning.class).sweep();
    jobs.until(TODAY, "BS350582-202605");
  }

  private String visit() {
    return township.open(
        "inspection", Map.of("enterpriseQuery", "佳禾", "inspectionKind", "routine"));
  }

  private void choose(String visit) {
    township.does(
        visit,
        "Activity_ChooseEnterprise",
        Map.of("enterpriseId", String.valueOf(enterpriseId()), "secondOfficer", "chendai2"));
  }

  private void find(String visit, String place, String disposal) {
    Map<String, Object> finding = Forms.with(hazard(place), Map.of("disposal", disposal));
    if (disposal.equals("transferred")) {
      finding.put("transferRole", "emergency");
    }
    township.finds(visit, finding);
  }

  private List<String> casesOf(String visit) {
    return database
        .sql("select county_code, id from hazard where inspection_id = ? order by id")
        .param(Long.valueOf(visit.replaceAll(".*-0*", "")))
        .query(
            (row, n) -> "YH%s-2026-%07d".formatted(row.getString("county_code"), row.getLong("id")))
        .list();
  }

  private static Map<String, Object> hazard(String place) {
    return Map.of("location", place, "description", "现场存在安全隐患，可能造成人员伤害。", "level", "general");
  }
}
