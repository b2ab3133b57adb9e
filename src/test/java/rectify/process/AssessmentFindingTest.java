package rectify.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import rectify.assessment.AssessmentFinding;
import rectify.deadline.LegalCalendar;

/** A finding that its subject is asked about on Monday, 9 March 2026. */
class AssessmentFindingTest {

  @RegisterExtension static final Models MODELS = Models.covering(AssessmentFinding.KEY);

  static final Map<String, Object> VARIABLES =
      Map.of(
          "findingId", 12L,
          "caseTitle", "2026-02 整改照片重复使用：演示企业",
          "countyCode", "350582",
          "subjectGroup", "subject",
          "reviewerGroup", "reviewer",
          "askedAt", "2026-03-09T06:00:00");

  private final AssessmentFinding findings = mock();
  private ModelRun run;

  private void asked() {
    when(findings.processKey()).thenReturn(AssessmentFinding.KEY);
    when(findings.answer(12L, "照片传错")).thenReturn("2026-03-12T10:00:00");
    ModelRun.at("2026-03-09T06:00:00");
    MODELS.with("deadlines", LegalCalendar.deadlines()).with("assessmentFindings", findings);
    run = MODELS.start(AssessmentFinding.KEY, "KP-202602-0000012", VARIABLES);
  }

  @Test
  void it_begins_with_what_its_facade_gives() {
    assertThat(VARIABLES).containsOnlyKeys(AssessmentFinding.VARIABLES);
  }

  @Test
  void the_subject_explains_and_the_reviewer_decides() {
    asked();

    assertThat(run.tasks()).isEqualTo(Map.of("Activity_Explain", "2026-03-16T23:59:59"));
    assertThat(run.candidates("Activity_Explain")).isEqualTo("subject");
    ModelRun.at("2026-03-12T10:00:00");
    run.complete("Activity_Explain", Map.of("explanation", "照片传错"));

    assertThat(run.tasks()).isEqualTo(Map.of("Activity_Review", "2026-03-19T23:59:59"));
    assertThat(run.candidates("Activity_Review")).isEqualTo("reviewer");
    run.complete(
        "Activity_Review", Map.of("reviewResult", "withdrawn", "reviewOpinion", "属实，已补正确照片"));

    verify(findings).review(12L, "withdrawn", "属实，已补正确照片");
    verify(findings, never()).letStand(anyLong());
    assertThat(run.instance()).isEnded().hasPassed("Event_Reviewed");
  }

  @Test
  void what_nobody_explains_in_time_stands() {
    asked();

    run.until("2026-03-16T23:59:58");
    verify(findings, never()).letStand(anyLong());
    run.until("2026-03-16T23:59:59");

    verify(findings).letStand(12L);
    verify(findings, never()).answer(anyLong(), any());
    assertThat(run.instance()).isEnded().hasPassed("Event_Stands");
  }

  @Test
  void an_explanation_that_is_not_reviewed_in_time_is_told_and_waits_on() {
    asked();
    run.complete("Activity_Explain", Map.of("explanation", "照片传错"));

    run.until("2026-03-19T23:59:58");
    verify(findings, never()).noteReviewOverdue(anyLong());
    run.until("2026-06-30T12:00:00");

    verify(findings).noteReviewOverdue(12L);
    assertThat(run.instance()).isWaitingAt("Activity_Review").hasPassed("Event_ReviewOverdueNoted");
  }
}
