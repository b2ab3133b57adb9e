package rectify.whole;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.identity.Actor;
import rectify.identity.People;
import rectify.identity.Visitor;

/**
 * Two counties with a case in the hands of each kind of person, and the people who reach for them:
 * the demo's, and some more who stand just outside.
 */
class AccessFixture {

  private final int port;
  private final ProcessEngine engine;
  private final People people;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  AccessFixture(
      int port,
      ProcessEngine engine,
      People people,
      JdbcTemplate jdbc,
      TransactionTemplate transaction) {
    this.port = port;
    this.engine = engine;
    this.people = people;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  List<Person> people() {
    more("jjneighbour", "ent" + otherEnterprise(), "350582");
    more("jjqingyang", "town350582001", "350582");
    more("jjhousing", "dept350582housing", "350582");
    more("cityemergency", "dept350500emergency", "350500", "350582", "350583");
    List<Person> all = new ArrayList<>();
    all.add(person("jjenterprise", "enterprise"));
    all.add(person("jjneighbour", "enterprise"));
    all.add(person("naenterprise", "enterprise"));
    all.add(person("chendai1", "township"));
    all.add(person("jjqingyang", "township"));
    all.add(person("shuitou1", "township"));
    all.add(person("jjemergency1", "department"));
    all.add(person("jjhousing", "department"));
    all.add(person("naemergency1", "department"));
    all.add(person("cityemergency", "department"));
    all.add(person("jjoffice", "office"));
    all.add(person("naoffice", "office"));
    all.add(person("cityoffice", "office"));
    all.add(person("jjmanager", "manager"));
    all.add(person("namanager", "manager"));
    all.add(person("citymanager", "manager"));
    all.add(person("designer", "designer"));
    all.add(person("admin", "admin"));
    all.add(Person.stranger(port));
    return all;
  }

  private void more(String id, String group, String... tenants) {
    people.createPerson(id, "演示" + id, Visitor.PASSWORD);
    people.join(id, group);
    for (String tenant : tenants) {
      people.joinTenant(id, tenant);
    }
  }

  private Person person(String id, String kind) {
    Actor actor = people.find(id).orElseThrow();
    return new Person(
        id,
        kind,
        Set.copyOf(actor.groups()),
        Set.copyOf(actor.tenants()),
        new Visitor(port).loggedIn(id));
  }

  private String otherEnterprise() {
    return jdbc.queryForObject(
        "select max(id) from enterprise where county_code = '350582' and id <> ?",
        String.class,
        enterpriseOf("jjenterprise"));
  }

  private String enterpriseOf(String safetyOfficer) {
    return people.find(safetyOfficer).orElseThrow().groups().stream()
        .filter(group -> group.matches("ent\\d+"))
        .findFirst()
        .orElseThrow()
        .substring(3);
  }

  /** A case in each hand: enterprise, township, department, office and city office, per county. */
  List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    for (String enterprise : List.of("jjenterprise", "naenterprise")) {
      Worker reporter = new Worker(port, enterprise);
      targets.add(target(reporter.report(Forms.hazard()), "Activity_Rectify"));
      targets.add(target(reporter.report(Forms.corrected()), "Activity_Verify"));
      targets.add(target(reporter.report(Forms.major()), "Activity_AcknowledgeMajor"));
    }
    return targets;
  }

  /** The same case late: its rungs are in the hands of the offices. */
  List<Target> lateTargets(LocalDateTime until) {
    List<Target> targets = new ArrayList<>();
    Jobs jobs = new Jobs(engine.getManagementService(), engine.getRuntimeService());
    List<String> cases = new ArrayList<>();
    for (String enterprise : List.of("jjenterprise", "naenterprise")) {
      cases.add(new Worker(port, enterprise).report(Forms.hazard()));
    }
    jobs.until(until, cases.toArray(String[]::new));
    for (String late : cases) {
      targets.add(target(late, "Activity_Office"));
      targets.add(target(late, "Activity_City"));
    }
    return targets;
  }

  private Target target(String caseNumber, String step) {
    Task task =
        engine
            .getTaskService()
            .createTaskQuery()
            .processInstanceBusinessKey(caseNumber)
            .taskDefinitionKey(step)
            .singleResult();
    String group =
        engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
            .map(IdentityLink::getGroupId)
            .findFirst()
            .orElseThrow();
    Map<String, Object> row =
        jdbc.queryForMap(
            "select * from hazard where id = ?", Long.valueOf(caseNumber.substring(14)));
    String county = (String) row.get("county_code");
    String instance = task.getProcessInstanceId();
    Map<String, String> facts = new HashMap<>();
    facts.put("case", caseNumber);
    facts.put("guide", "general");
    facts.put("task", task.getId());
    facts.put("instance", instance);
    facts.put("execution", task.getExecutionId());
    facts.put("definition", task.getProcessDefinitionId());
    facts.put("key", task.getProcessDefinitionId().split(":")[0]);
    facts.put("group", group);
    facts.put("tenant", county);
    facts.put("document", "0");
    facts.put("deputy", "0");
    facts.put("month", "2031-01");
    facts.put("process", "x");
    facts.put("enterprise", String.valueOf(row.get("enterprise_id")));
    facts.put(
        "credit",
        jdbc.queryForObject(
            "select credit_code from enterprise where id = ?",
            String.class,
            row.get("enterprise_id")));
    facts.put(
        "deployment",
        engine
            .getRepositoryService()
            .getProcessDefinition(task.getProcessDefinitionId())
            .getDeploymentId());
    engine.getManagementService().createJobQuery().processInstanceId(instance).list().stream()
        .findFirst()
        .ifPresent(job -> withJob(facts, job));
    facts.put("finding", finding(row));
    jdbc
        .queryForList("select id from evidence where case_number = ?", String.class, caseNumber)
        .stream()
        .findFirst()
        .ifPresent(evidence -> facts.put("evidence", evidence));
    String variable =
        engine
            .getHistoryService()
            .createHistoricVariableInstanceQuery()
            .processInstanceId(instance)
            .variableName("hazardId")
            .list()
            .stream()
            .map(HistoricVariableInstance::getId)
            .findFirst()
            .orElseThrow();
    facts.put("variable", variable);
    Set<String> scope = new LinkedHashSet<>();
    scope.add("ent" + row.get("enterprise_id"));
    scope.add("town" + row.get("township_code"));
    scope.add((String) row.get("department_group"));
    scope.add("dept350500" + row.get("department_role"));
    scope.add("office" + county);
    scope.add("office350500");
    return new Target(
        county,
        group,
        facts.get("enterprise"),
        scope,
        facts,
        List.of(caseNumber, (String) row.get("enterprise_name"), facts.get("credit")),
        Stream.of(task.getId(), instance, task.getExecutionId(), variable, facts.get("job"))
            .filter(Objects::nonNull)
            .toList());
  }

  /** What is held against the case's enterprise; its explanation is being waited for. */
  private String finding(Map<String, Object> row) {
    String subject = "ent" + row.get("enterprise_id");
    transaction.executeWithoutResult(
        status ->
            jdbc.update(
                """
                insert ignore into assessment_finding (kind, subject, enterprise_id, subject_name,
                  county_code, township_code, subcategory_code, reviewer_group, period, occurrences,
                  evidence, points, points_rule, found_at, sweep, status, asked_at)
                values ('CONTRADICTED', ?, ?, ?, ?, ?, ?, ?, '2026-02', 1, '', 5, '', '2026-03-09',
                  '', 'OPEN', '2026-03-09')
                """,
                subject,
                row.get("enterprise_id"),
                row.get("enterprise_name"),
                row.get("county_code"),
                row.get("township_code"),
                row.get("subcategory_code"),
                row.get("department_group")));
    return jdbc.queryForObject(
        "select id from assessment_finding where subject = ?", String.class, subject);
  }

  private static void withJob(Map<String, String> facts, Job job) {
    facts.put("job", job.getId());
    facts.put("jobDefinition", job.getJobDefinitionId());
  }

  /** What a person is to a case in the engine's own doors. */
  static String inEngine(Person person, Target target) {
    return switch (person.kind()) {
      case "anonymous", "designer", "admin" -> person.kind();
      case "manager" -> person.counties().contains(target.county()) ? "manager" : "outsider";
      default -> person.groups().contains(target.group()) ? "candidate" : "outsider";
    };
  }

  /** What a person is to a case in our own doors. */
  static String inLedger(Person person, Target target) {
    return switch (person.kind()) {
      case "anonymous", "designer", "admin" -> person.kind();
      case "manager" -> person.counties().contains(target.county()) ? "manager" : "outsider";
      default ->
          person.groups().stream().anyMatch(target.scope()::contains) ? person.kind() : "outsider";
    };
  }
}
