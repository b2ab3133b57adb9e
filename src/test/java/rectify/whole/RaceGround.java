package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
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
  private final Map<String, Racer> racers = new HashMap<>();

  RaceGround(ApplicationContext product, int port) {
    this.product = product;
    this.port = port;
    this.jdbc = product.getBean(JdbcTemplate.class);
    this.transaction = product.getBean(TransactionTemplate.class);
    this.engine = product.getBean(ProcessEngine.class);
    this.enterprise = new Worker(port, "jjenterprise");
    People people = product.getBean(People.class);
    if (people.find("chendai3").isEmpty()) {
      people.createPerson("chendai3", "演示陈埭镇安监员丙", Visitor.PASSWORD);
      people.join("chendai3", "town350582103");
      people.joinTenant("chendai3", "350582");
    }
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

  String text(String sql, Object... arguments) {
    List<String> found = jdbc.queryForList(sql, String.class, arguments);
    return found.isEmpty() ? null : found.get(0);
  }

  static long id(String caseNumber) {
    return Long.parseLong(caseNumber.substring(14));
  }

  long enterpriseId() {
    return product
        .getBean(People.class)
        .find("jjenterprise")
        .orElseThrow()
        .standing()
        .enterprises()
        .iterator()
        .next();
  }
}
