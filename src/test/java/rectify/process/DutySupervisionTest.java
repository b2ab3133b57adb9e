package rectify.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import rectify.deadline.LegalCalendar;
import rectify.supervision.DutySupervision;

/** A township has let its five days for a verification pass on Monday, 9 March 2026. */
class DutySupervisionTest {

  @RegisterExtension static final Models MODELS = Models.covering(DutySupervision.KEY);

  private static final long LATE = 4;
  private static final Map<String, Object> VARIABLES =
      Map.of(
          "hazardId", 9L,
          "lateDutyId", LATE,
          "caseTitle", "陈埭镇逾期未验收：演示企业 二号车间",
          "countyCode", "350582",
          "lateAt", "2026-03-09T23:59:59",
          "superiorGroup", "department",
          "topGroup", "office");
  private static final Map<String, Object> ANSWER =
      Map.of("supervisionMeasure", "phone", "supervisionOpinion", "已催办");

  private final DutySupervision duties = mock();
  private ModelRun run;

  private void late() {
    when(duties.climb(anyLong(), any())).thenReturn(true);
    when(duties.askedAt(anyLong(), any())).thenAnswer(call -> ModelRun.now().toString());
    when(duties.urge(anyLong(), any())).thenAnswer(call -> ModelRun.now().toString());
    when(duties.answer(anyLong(), any(), any(), any()))
        .thenAnswer(call -> ModelRun.now().toString());
    ModelRun.at("2026-03-09T23:59:59");
    when(duties.processKey()).thenReturn(DutySupervision.KEY);
    MODELS.with("deadlines", LegalCalendar.deadlines()).with("dutySupervision", duties);
    run = MODELS.start(DutySupervision.KEY, "YH350582-2026-0000009", VARIABLES);
  }

  @Test
  void it_begins_with_what_its_facade_gives() {
    assertThat(VARIABLES).containsOnlyKeys(DutySupervision.VARIABLES);
  }

  @Test
  void the_superior_is_asked_first_and_then_the_office() {
    late();
    assertThat(run.tasks()).isEmpty();
    assertThat(run.timers())
        .isEqualTo(
            Map.of(
                "Event_SuperiorDue", "2026-03-11T23:59:59", "Event_TopDue", "2026-03-16T23:59:59"));

    run.until("2026-03-11T23:59:59");

    verify(duties).climb(LATE, "superior");
    assertThat(run.tasks()).isEqualTo(Map.of("Activity_DutySuperior", "2026-03-16T23:59:59"));
    assertThat(run.candidates("Activity_DutySuperior")).isEqualTo("department");

    run.until("2026-03-16T23:59:59");

    verify(duties).climb(LATE, "office");
    assertThat(run.tasks())
        .isEqualTo(
            Map.of(
                "Activity_DutySuperior", "2026-03-16T23:59:59",
                "Activity_DutyOffice", "2026-03-23T23:59:59"));
    assertThat(run.candidates("Activity_DutyOffice")).isEqualTo("office");

    run.complete("Activity_DutySuperior", ANSWER);

    verify(duties).answer(LATE, "superior", "phone", "已催办");
    assertThat(run.instance())
        .hasPassed("Event_SuperiorAnswered")
        .isWaitingAt("Activity_DutyOffice");
  }

  @Test
  void where_there_is_no_superior_the_office_is_asked() {
    late();
    when(duties.climb(LATE, "superior")).thenReturn(false);

    run.until("2026-03-17T09:00:00");

    assertThat(run.tasks()).containsOnlyKeys("Activity_DutyOffice");
    assertThat(run.instance()).hasPassed("Event_NoSuperior");
  }

  @Test
  void an_office_that_does_not_answer_is_urged_every_five_working_days() {
    late();
    run.until("2026-03-16T23:59:59");
    List<String> tasks = run.taskIds();

    run.until("2026-04-10T09:00:00");

    verify(duties, times(3)).urge(LATE, "office");
    assertThat(run.taskIds()).isEqualTo(tasks);
    assertThat(run.timers()).isEqualTo(Map.of("Event_UrgeTopDue", "2026-04-14T23:59:59"));
  }

  @Test
  void a_duty_still_not_done_after_the_answer_is_put_before_the_office_again() {
    late();
    run.until("2026-03-17T09:00:00").complete("Activity_DutyOffice", ANSWER);
    assertThat(run.timers()).isEqualTo(Map.of("Event_DutyStillOpen", "2026-03-24T23:59:59"));
    verify(duties, never()).askAgain(anyLong(), any());

    run.until("2026-03-24T23:59:59");

    verify(duties).askAgain(LATE, "office");
    assertThat(run.tasks()).containsEntry("Activity_DutyOffice", "2026-03-31T23:59:59");
  }

  @Test
  void a_duty_that_is_done_ends_everything() {
    late();
    run.until("2026-03-17T09:00:00").receives("duty-done");

    assertThat(run.instance()).isEnded().hasPassed("Event_DutyDone");
    assertThat(run.tasks()).isEmpty();
    assertThat(run.timers()).isEmpty();
  }
}
