package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.engine.Trusted;
import rectify.identity.People;
import rectify.identity.Visitor;

/** What races are run on: the product, its people in browsers, and its tables. */
class RaceGround {

  final ApplicationContext product;
  final int port;
  final JdbcTemplate jdbc;
  final TransactionTemplate transaction;
  final ProcessEngine engine;
  final Worker enterprise;
  private final long enterpriseId;
  private final Set<String> running;
  private final Map<String, Racer> racers = new HashMap<>();

  RaceGround(ApplicationContext product, int port) {
    this.product = product;
    this.port = port;
    this.jdbc = product.getBean(JdbcTemplate.class);
    this.transaction = product.getBean(TransactionTemplate.class);
    this.engine = product.getBean(ProcessEngine.class);
    this.enterprise = new Worker(port, "jjenterprise");
    this.enterpriseId =
        jdbc.queryForObject(
            "select min(id) from enterprise where county_code = '350582' and subcategory_code ="
                + " '0414' and id <> ?",
            Long.class,
            demosEnterpriseId());
    this.running = running();
    join("chendai3", "演示陈埭镇安监员丙", "town350582103");
    join("jjracer", "演示参赛企业安全员", "ent" + enterpriseId);
  }

  private void join(String id, String name, String group) {
    People people = product.getBean(People.class);
    people.createPerson(id, name, Visitor.PASSWORD);
    people.join(id, group);
    people.joinTenant(id, "350582");
  }

  /** Leaves the product to the other tests as it was, but for its cases. */
  void clear() {
    IdentityService identity = engine.getIdentityService();
    List.of("chendai3", "jjracer").forEach(identity::deleteUser);
    running().stream()
        .filter(id -> !running.contains(id))
        .forEach(
            id ->
                Trusted.call(
                    () -> {
                      engine.getRuntimeService().deleteProcessInstance(id, "the race is over");
                      return null;
                    }));
    transaction.executeWithoutResult(
        status ->
            List.of(
                    "deputy",
                    "case_follow",
                    "holiday where date >= '2099-01-01'",
                    "statistic where period like '200%'",
                    "assessment_finding where period < '2026'",
                    "self_check_sheet where self_check_id in (select id from self_check where"
                        + " period like '2098%')",
                    "self_check where period like '2098%'",
                    "officer_certificate where certificate_number like 'RACE-%'",
                    "enterprise where name in ('演示·甲', '演示·乙', '演示·丙') or name like '演示·赛%'",
                    "guide_item where version_id in (select id from guide_version where"
                        + " guide_code = '1103' and origin = 'CITY')",
                    "guide_version where guide_code = '1103' and origin = 'CITY'")
                .forEach(rows -> jdbc.update("delete from " + rows)));
  }

  private Set<String> running() {
    return engine.getRuntimeService().createProcessInstanceQuery().list().stream()
        .filter(
            one -> one.getProcessDefinitionId().matches("(assessment|statistics|self-check)[-:].*"))
        .map(ProcessInstance::getId)
        .collect(Collectors.toSet());
  }

  /** Somebody's browser; the second of a name is another browser of theirs. */
  Racer racer(String name) {
    return racers.computeIfAbsent(name, key -> new Racer(port, key.replaceAll("#.*", "")));
  }

  /** A case that waits to be verified by 陈埭镇; its number. */
  String toVerify() {
    return enterprise.report(Forms.corrected());
  }

  /** The task of a case that waits to be verified. */
  String verification(String caseNumber) {
    return new Worker(port, "chendai1").task(caseNumber, "Activity_Verify");
  }

  void claim(String person, String task) {
    assertThat(
            racer(person)
                .ask("POST", "/engine-rest/task/" + task + "/claim", Map.of("userId", person))
                .statusCode())
        .isEqualTo(204);
  }

  int count(String sql, Object... arguments) {
    return jdbc.queryForObject("select count(*) from " + sql, Integer.class, arguments);
  }

  void write(String sql, Object... arguments) {
    transaction.executeWithoutResult(status -> jdbc.update(sql, arguments));
  }

  String text(String sql, Object... arguments) {
    List<String> found = jdbc.queryForList(sql, String.class, arguments);
    return found.isEmpty() ? null : found.get(0);
  }

  static long id(String caseNumber) {
    return Long.parseLong(caseNumber.substring(14));
  }

  long demosEnterpriseId() {
    return product
        .getBean(People.class)
        .find("jjenterprise")
        .orElseThrow()
        .standing()
        .enterprises()
        .iterator()
        .next();
  }

  /** In 晋江, another than the demo's. */
  long enterpriseId() {
    return enterpriseId;
  }
}
