package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.assessment.Assessments;
import rectify.engine.Trusted;
import rectify.identity.GroupIds;
import rectify.model.DrawnClocks;
import rectify.supervision.Rung;
import rectify.supervision.Supervision;
import rectify.supervision.UnansweredRung;

/** A designer draws one more rung above the city's, in the diagram alone. */
@WholeSystem
class SixthRungIT {

  private static final String END = "  </bpmn:process>";

  @Autowired private JdbcTemplate jdbc;
  @Autowired private ManagementService management;
  @Autowired private RuntimeService runtime;
  @Autowired private RepositoryService repository;
  @Autowired private Supervision supervision;
  @Autowired private Assessments assessments;
  @Autowired private TransactionTemplate transaction;
  @LocalServerPort private int port;

  private Worker enterprise;
  private Worker city;
  private Jobs jobs;
  private List<String> before;

  @BeforeEach
  void begin() throws IOException {
    Jobs.itIs(LocalDateTime.of(2026, 3, 2, 9, 0));
    before = deployments();
    enterprise = new Worker(port, "jjenterprise");
    city = new Worker(port, "cityoffice");
    jobs = new Jobs(management, runtime);
    deploySixthRung();
  }

  @AfterEach
  void reset_clock_and_diagrams() {
    ClockUtil.reset();
    deployments().stream()
        .filter(id -> !before.contains(id))
        .forEach(
            id ->
                Trusted.call(
                    () -> {
                      repository.deleteDeployment(id, true);
                      return null;
                    }));
  }

  @Test
  void it_is_climbed_shown_and_if_nobody_answers_assessed() {
    String number = enterprise.report(Forms.hazard());
    long hazard = Long.parseLong(number.substring(14));

    jobs.until(LocalDateTime.of(2026, 8, 3, 9, 0), number);

    city.task(number, "Activity_Sixth");
    List<Rung> rungs = supervision.rungs(hazard);
    assertThat(rungs).extracting(Rung::code).endsWith("city", "again").hasSize(6);
    assertThat(supervision.highestRungs(List.of(hazard)).get(hazard).chinese()).isEqualTo("市级再督办");
    assertThat(details(hazard)).last().asString().contains("升级至市级再督办：整改期限");

    UnansweredRung late =
        supervision
            .unanswered(LocalDateTime.of(2026, 3, 1, 0, 0), LocalDateTime.of(2026, 8, 1, 0, 0))
            .stream()
            .filter(rung -> rung.caseNumber().equals(number))
            .filter(rung -> rung.level().code().equals("again"))
            .findFirst()
            .orElseThrow();
    assertThat(late.level().chinese()).isEqualTo("市级再督办");
    assertThat(late.group()).isEqualTo(GroupIds.office(GroupIds.CITY));
    transaction.executeWithoutResult(
        status -> {
          assertThat(assessments.assess(YearMonth.from(late.dueAt()))).isPositive();
          assertThat(
                  jdbc.queryForList(
                      "select evidence from assessment_finding where kind = 'RUNG_UNANSWERED'",
                      String.class))
              .anyMatch(facts -> facts.contains(number) && facts.contains("市级再督办"));
          status.setRollbackOnly();
        });

    city.does(
        number,
        "Activity_Sixth",
        Map.of("supervisionMeasure", "phone", "supervisionOpinion", "已约谈主要负责人"));
    assertThat(supervision.rungs(hazard))
        .filteredOn(rung -> rung.code().equals("again"))
        .allMatch(rung -> rung.opinion().equals("已约谈主要负责人"));
  }

  private List<String> details(long hazard) {
    return jdbc.queryForList(
        "select detail from hazard_event where hazard_id = ? and kind = 'SUPERVISION_CLIMBED'"
            + " order by seq",
        String.class,
        hazard);
  }

  /** Through the gate, as whatever a designer sends. */
  private void deploySixthRung() throws IOException {
    String diagram = DrawnClocks.without(Files.readString(Path.of("processes/supervision.bpmn")));
    String sixth = Files.readString(Path.of("src/test/resources/models/sixth-rung.xml"));
    DeploymentBuilder deployment =
        repository
            .createDeployment()
            .addString(
                "supervision.bpmn",
                diagram
                    .replace(END, sixth + END)
                    .replaceFirst("versionTag=\"(\\d+\\.\\d+)\\.\\d+\"", "versionTag=\"$1.99\""));
    for (String form :
        List.of("supervision-action", "supervision-letter", "listing-or-interview")) {
      deployment.addString(form + ".form", Files.readString(Path.of("forms", form + ".form")));
    }
    deployment.deploy();
  }

  private List<String> deployments() {
    return repository.createDeploymentQuery().list().stream().map(Deployment::getId).toList();
  }
}
