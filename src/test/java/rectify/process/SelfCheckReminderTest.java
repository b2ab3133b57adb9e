package rectify.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import rectify.deadline.LegalCalendar;
import rectify.reminder.SelfCheckReminder;

/** A list of Monday, 2 March 2026. */
class SelfCheckReminderTest {

  @RegisterExtension static final Models MODELS = Models.covering(SelfCheckReminder.KEY);

  private static final Map<String, Object> VARIABLES =
      Map.of(
          "reminderId", 7L,
          "caseTitle", "2026年2月未按时自查：陈埭镇（3家）",
          "countyCode", "350582",
          "townshipGroup", "town",
          "officeGroup", "office",
          "listedAt", "2026-03-02T07:30:00");

  private final SelfCheckReminder reminder = mock();
  private ModelRun run;

  private void listed() {
    when(reminder.processKey()).thenReturn(SelfCheckReminder.KEY);
    ModelRun.at("2026-03-02T07:30:00");
    MODELS.with("deadlines", LegalCalendar.deadlines()).with("selfCheckReminder", reminder);
    run = MODELS.start(SelfCheckReminder.KEY, "WB350582103-202602", VARIABLES);
  }

  @Test
  void it_begins_with_what_its_facade_gives() {
    assertThat(VARIABLES).containsOnlyKeys(SelfCheckReminder.VARIABLES);
  }

  @Test
  void the_township_checks_the_late_ones_up() {
    listed();

    assertThat(run.tasks()).isEqualTo(Map.of("Activity_CheckUp", "2026-03-05T23:59:59"));
    assertThat(run.candidates("Activity_CheckUp")).isEqualTo("town");

    run.complete("Activity_CheckUp", Map.of("checkUpMeasure", "visit", "checkUpOpinion", "已补报"));

    verify(reminder).answer(7L, "visit", "已补报");
    assertThat(run.instance()).isEnded().hasNotPassed("Activity_SuperviseTownship");
  }

  @Test
  void a_township_that_does_not_answer_is_supervised_and_still_has_its_task() {
    listed();

    run.until("2026-03-05T23:59:58");
    assertThat(run.tasks()).containsOnlyKeys("Activity_CheckUp");

    run.until("2026-03-05T23:59:59");

    assertThat(run.tasks())
        .isEqualTo(
            Map.of(
                "Activity_CheckUp", "2026-03-05T23:59:59",
                "Activity_SuperviseTownship", "2026-03-10T23:59:59"));
    assertThat(run.candidates("Activity_SuperviseTownship")).isEqualTo("office");
    verify(reminder).noteCheckUpOverdue(7L);

    run.complete("Activity_SuperviseTownship", Map.of("countyOpinion", "已督促陈埭镇"));
    verify(reminder).answerAsCounty(7L, "已督促陈埭镇");
    assertThat(run.tasks()).containsOnlyKeys("Activity_CheckUp");

    run.complete("Activity_CheckUp", Map.of("checkUpMeasure", "call", "checkUpOpinion", "已停产"));
    verify(reminder).answer(7L, "call", "已停产");
    assertThat(run.instance()).isEnded();
  }

  @Test
  void a_county_that_does_not_supervise_is_told_to_the_city_and_still_has_its_task() {
    listed();

    run.until("2026-03-10T23:59:58");
    verify(reminder, never()).noteOverdue(anyLong());

    run.until("2026-03-10T23:59:59");

    verify(reminder).noteOverdue(7L);
    assertThat(run.tasks()).containsOnlyKeys("Activity_CheckUp", "Activity_SuperviseTownship");
    assertThat(run.instance())
        .hasPassedInOrder(
            "Event_SupervisionOverdue",
            "Activity_NoteSupervisionOverdue",
            "Event_SupervisionOverdueNoted");
  }
}
