package rectify.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rectify.assessment.AssessmentFinding;
import rectify.deadline.LegalCalendar;
import rectify.form.ModelEngine;

/**
 * A diagram from before the clock was the deadline (version 1.0.0 of the assessment's), whose tasks
 * repeat their timer's date, works as it did, and what runs under it can be taken to the new one.
 */
class EarlierDeadlinesTest {

  private static final Path EARLIER = Path.of("src/test/resources/earlier/assessment-finding.bpmn");
  private static final Path NOW = Path.of("processes/assessment-finding.bpmn");

  private final AssessmentFinding findings = mock();
  private ProcessEngine engine;
  private ModelRun run;
  private ProcessDefinition earlier;

  @BeforeEach
  void begin_under_the_earlier_diagram() throws IOException {
    when(findings.processKey()).thenReturn(AssessmentFinding.KEY);
    when(findings.answer(12L, "照片传错")).thenReturn("2026-03-12T10:00:00");
    engine =
        ModelEngine.configuration(
                "deadlines",
                new HashMap<>(
                    Map.of("assessmentFindings", findings, "deadlines", LegalCalendar.deadlines())))
            .buildProcessEngine();
    earlier = deploy(EARLIER);
    ModelRun.at("2026-03-09T06:00:00");
    run =
        ModelRun.of(
            engine,
            engine
                .getRuntimeService()
                .startProcessInstanceById(
                    earlier.getId(), "KP-202602-0000012", AssessmentFindingTest.VARIABLES));
  }

  @AfterEach
  void shut_down() {
    engine.close();
  }

  @Test
  void a_written_due_date_is_kept() {
    assertThat(run.tasks()).isEqualTo(Map.of("Activity_Explain", "2026-03-16T23:59:59"));

    ModelRun.at("2026-03-12T10:00:00");
    run.complete("Activity_Explain", Map.of("explanation", "照片传错"));

    assertThat(run.tasks()).isEqualTo(Map.of("Activity_Review", "2026-03-19T23:59:59"));
  }

  @Test
  void what_runs_is_taken_to_the_new_diagram_with_its_dates() throws IOException {
    ProcessDefinition now = deploy(NOW);
    engine
        .getRuntimeService()
        .newMigration(
            engine
                .getRuntimeService()
                .createMigrationPlan(earlier.getId(), now.getId())
                .mapEqualActivities()
                .build())
        .processInstanceIds(run.instance().getId())
        .execute();

    assertThat(run.tasks()).isEqualTo(Map.of("Activity_Explain", "2026-03-16T23:59:59"));
    assertThat(run.timers()).isEqualTo(Map.of("Event_ExplanationOver", "2026-03-16T23:59:59"));

    ModelRun.at("2026-03-12T10:00:00");
    run.complete("Activity_Explain", Map.of("explanation", "照片传错"));

    assertThat(run.tasks()).isEqualTo(Map.of("Activity_Review", "2026-03-19T23:59:59"));
    assertThat(run.timers()).isEqualTo(Map.of("Event_ReviewOverdue", "2026-03-19T23:59:59"));
  }

  @Test
  void a_number_that_a_designer_moves_at_the_clock_moves_the_task() throws IOException {
    String drawn = Files.readString(NOW);
    String moved = drawn.replace("workingDaysAfter(askedAt, 5)", "workingDaysAfter(askedAt, 8)");
    assertThat(moved).isNotEqualTo(drawn);
    ProcessDefinition now = deploy(moved);

    ModelRun other =
        ModelRun.of(
            engine,
            engine
                .getRuntimeService()
                .startProcessInstanceById(
                    now.getId(), "KP-202602-0000013", AssessmentFindingTest.VARIABLES));

    assertThat(other.tasks()).isEqualTo(Map.of("Activity_Explain", "2026-03-19T23:59:59"));
    assertThat(other.timers()).isEqualTo(Map.of("Event_ExplanationOver", "2026-03-19T23:59:59"));
  }

  private ProcessDefinition deploy(Path diagram) throws IOException {
    return deploy(Files.readString(diagram));
  }

  private ProcessDefinition deploy(String diagram) throws IOException {
    return engine
        .getRepositoryService()
        .createDeployment()
        .addString("assessment-finding.bpmn", diagram)
        .addString(
            "finding-explanation.form", Files.readString(Path.of("forms/finding-explanation.form")))
        .addString("finding-review.form", Files.readString(Path.of("forms/finding-review.form")))
        .deployWithResult()
        .getDeployedProcessDefinitions()
        .get(0);
  }
}
