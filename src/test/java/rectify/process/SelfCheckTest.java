package rectify.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static rectify.process.SelfCheckRun.CHECK;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import rectify.refusal.Refusal;
import rectify.selfcheck.SelfCheck;

/** Into the Qingming holiday of 2026: off from Saturday 4 to Monday 6 April. */
class SelfCheckTest {

  private static final String FIRST = "2026-03-01T00:10:00";
  private static final String LAST_DAY = "2026-03-31";

  @RegisterExtension static final Models MODELS = Models.covering(SelfCheck.KEY);

  private final SelfCheckRun check = new SelfCheckRun(MODELS);

  @Test
  void it_begins_with_what_its_facade_gives() {
    assertThat(SelfCheckRun.variables(LAST_DAY)).containsOnlyKeys(SelfCheck.VARIABLES);
  }

  @Test
  void its_clocks_are_counted_from_the_last_day() {
    check.opened(FIRST, LAST_DAY);

    assertThat(check.run().tasks()).isEqualTo(Map.of("Activity_Check", "2026-03-31T23:59:59"));
    assertThat(check.run().candidates("Activity_Check")).isEqualTo("enterprise");
    assertThat(check.run().timers())
        .isEqualTo(
            Map.of(
                "Event_NotBegun", "2026-03-21T09:00:00",
                "Event_LastDayPassed", "2026-03-31T23:59:59",
                "Event_GraceOver", "2026-04-07T23:59:59"));
  }

  @Test
  void a_zero_report_ends_the_check() {
    check.willFind().opened(FIRST, LAST_DAY).signs();

    verify(check.selfCheck).sign(CHECK, "陈安", "");
    assertThat(check.instance())
        .isEnded()
        .hasPassedInOrder("Activity_Check", "Activity_Submit", "Event_CheckReported")
        .hasNotPassed("Activity_DescribeFinding");
  }

  @Test
  void a_list_that_is_not_signed_for_is_not_accepted() {
    check.opened(FIRST, LAST_DAY);

    assertThatThrownBy(() -> check.run().complete("Activity_Check", Map.of()))
        .hasMessageContaining("请填写“签字人”");
    verify(check.selfCheck, never()).sign(anyLong(), any(), any());
    assertThat(check.instance()).isWaitingAt("Activity_Check");
  }

  @Test
  void a_list_the_domain_refuses_stays_open() {
    check.opened(FIRST, LAST_DAY);
    when(check.selfCheck.sign(anyLong(), any(), any())).thenThrow(new Refusal("还有1项没有回答"));

    assertThatThrownBy(check::signs).hasMessageContaining("还有1项没有回答");
    assertThat(check.instance()).isWaitingAt("Activity_Check");
  }

  @Test
  void each_failure_is_described_and_becomes_a_hazard() {
    check.willFind(81L).opened(FIRST, LAST_DAY).until("2026-03-05T10:00:00").signs();

    verify(check.selfCheck).sign(CHECK, "陈安", "");
    assertThat(check.run().tasks())
        .isEqualTo(Map.of("Activity_DescribeFinding", "2026-03-06T23:59:59"));
    assertThat(check.run().candidates("Activity_DescribeFinding")).isEqualTo("enterprise");
    assertThat(check.run().timers())
        .as("the clocks of the list have stopped")
        .isEqualTo(Map.of("Event_DescriptionOverdue", "2026-03-10T23:59:59"));

    check.describes();

    verify(check.selfCheck).raise(81L, "仓库", "通道堆放纸箱", "general", "", true, "已清理");
    assertThat(check.instance())
        .isEnded()
        .hasPassed("Activity_RaiseHazard", "Event_CheckReported")
        .hasNotPassed("Activity_RaiseAsListed");
  }

  @Test
  void two_failures_are_two_tasks() {
    check.willFind(81L, 82L).opened(FIRST, LAST_DAY).signs();

    assertThat(check.run().taskIds()).hasSize(2);

    check.describes();
    assertThat(check.instance()).isNotEnded();
    check.describes();

    verify(check.selfCheck).raise(eq(81L), any(), any(), any(), any(), any(), any());
    verify(check.selfCheck).raise(eq(82L), any(), any(), any(), any(), any(), any());
    assertThat(check.instance()).isEnded();
  }

  @Test
  void a_failure_nobody_describes_becomes_a_hazard_as_listed() {
    check.willFind(81L).opened(FIRST, LAST_DAY).until("2026-03-05T10:00:00").signs();

    check.until("2026-03-10T23:59:58");
    verify(check.selfCheck, never()).raiseAsListed(anyLong());
    check.until("2026-03-10T23:59:59");

    verify(check.selfCheck).raiseAsListed(81L);
    verify(check.selfCheck, never()).raise(anyLong(), any(), any(), any(), any(), any(), any());
    assertThat(check.instance()).isEnded().hasPassed("Event_RaisedAsListed");
  }

  @Test
  void who_has_not_begun_is_detected_and_the_task_stays() {
    check.opened(FIRST, LAST_DAY);
    String task = check.run().taskIds().get(0);

    check.until("2026-03-21T08:59:59");
    verify(check.selfCheck, never()).detect(anyLong());
    check.until("2026-03-21T09:00:00");

    verify(check.selfCheck).detect(CHECK);
    assertThat(check.run().taskIds()).containsExactly(task);
  }

  @Test
  void who_is_late_is_put_on_the_list_and_may_still_report() {
    check.willFind().opened(FIRST, LAST_DAY).until("2026-03-31T23:59:58");
    verify(check.selfChecks, never()).late(anyLong());

    check.until("2026-03-31T23:59:59");

    verify(check.selfChecks).late(CHECK);
    check.signs();
    assertThat(check.instance()).isEnded().hasPassed("Event_CheckReported");
    verify(check.selfChecks, never()).miss(anyLong());
  }

  @Test
  void after_the_days_of_grace_the_period_is_over() {
    check.opened(FIRST, LAST_DAY).until("2026-04-07T23:59:58");
    assertThat(check.instance()).isNotEnded();

    check.until("2026-04-07T23:59:59");

    verify(check.selfChecks).miss(CHECK);
    assertThat(check.instance())
        .isEnded()
        .hasPassed("Event_CheckMissed")
        .hasNotPassed("Activity_Submit");
  }
}
