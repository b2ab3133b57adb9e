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
import rectify.deadline.LegalCalendar;
import rectify.light.RedLightAttention;

/** A light that turns red on Monday, 2 March 2026. */
class RedLightAttentionTest {

  @RegisterExtension static final Models MODELS = Models.covering(RedLightAttention.KEY);

  private static final Map<String, Object> VARIABLES =
      Map.of(
          "redLightId", 4L,
          "caseTitle", "红灯企业：演示企业",
          "countyCode", "350582",
          "departmentGroup", "department",
          "beganAt", "2026-03-02T00:01:00");

  private final RedLightAttention redLights = mock();
  private ModelRun run;

  private void turned_red() {
    when(redLights.processKey()).thenReturn(RedLightAttention.KEY);
    ModelRun.at("2026-03-02T00:01:00");
    MODELS.with("deadlines", LegalCalendar.deadlines()).with("redLights", redLights);
    run = MODELS.start(RedLightAttention.KEY, "HD-0000004", VARIABLES);
  }

  @Test
  void it_begins_with_what_its_facade_gives() {
    assertThat(VARIABLES).containsOnlyKeys(RedLightAttention.VARIABLES);
  }

  @Test
  void the_department_attends_to_it() {
    turned_red();

    assertThat(run.tasks()).isEqualTo(Map.of("Activity_AttendRedLight", "2026-03-05T23:59:59"));
    assertThat(run.candidates("Activity_AttendRedLight")).isEqualTo("department");

    attend();

    verify(redLights).answer(4L, "talk", "已约见");
    verify(redLights, never()).noteOverdue(anyLong());
    assertThat(run.instance()).isEnded();
  }

  @Test
  void a_department_that_lets_its_time_pass_is_noted_and_still_has_its_task() {
    turned_red();

    run.until("2026-03-05T23:59:58");
    verify(redLights, never()).noteOverdue(anyLong());

    run.until("2026-03-05T23:59:59");

    verify(redLights).noteOverdue(4L);
    attend();
    assertThat(run.instance()).isEnded();
  }

  @Test
  void a_light_that_is_red_no_more_takes_the_task_back() {
    turned_red();

    run.receives("red-light-ended");

    assertThat(run.instance()).isEnded().hasPassed("Event_NoLongerRed");
    verify(redLights, never()).answer(anyLong(), any(), any());
  }

  private void attend() {
    run.complete(
        "Activity_AttendRedLight", Map.of("attentionMeasure", "talk", "attentionOpinion", "已约见"));
  }
}
