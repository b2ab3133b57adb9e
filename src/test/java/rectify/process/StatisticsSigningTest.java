package rectify.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import rectify.deadline.LegalCalendar;
import rectify.statistics.Statistics;
import rectify.statistics.StatisticsSigning;

/** The tables of the first quarter of 2026, drawn on 1 April. */
class StatisticsSigningTest {

  @RegisterExtension static final Models MODELS = Models.covering(StatisticsSigning.KEY);

  private static final Map<String, Object> COUNTY =
      Map.of(
          "statisticId", 7L,
          "caseTitle", "2026年第1季度隐患排查治理情况统计表：晋江市",
          "countyCode", "350582",
          "officeGroup", "office",
          "cityOfficeGroup", "city",
          "countyLevel", true,
          "dueFrom", "2026-03-31");

  private static final Map<String, Object> SIGNED =
      Map.of("signingDecision", "sign", "signatory", "王主任", "preparer", "李某", "preparerPhone", "1");

  private final Statistics statistics = mock();
  private final StatisticsSigning signing = mock();
  private ModelRun run;

  private void drawn(Map<String, Object> variables) {
    when(signing.processKey()).thenReturn(StatisticsSigning.KEY);
    ModelRun.at("2026-04-01T06:40:00");
    MODELS
        .with("deadlines", LegalCalendar.deadlines())
        .with("statistics", statistics)
        .with("statisticsSigning", signing);
    run = MODELS.start(StatisticsSigning.KEY, "ZL350582-2026Q1", variables);
  }

  private static Map<String, Object> with(String name, Object value) {
    Map<String, Object> variables = new HashMap<>(COUNTY);
    variables.put(name, value);
    return variables;
  }

  @Test
  void it_begins_with_what_its_facade_gives() {
    assertThat(COUNTY).containsOnlyKeys(StatisticsSigning.VARIABLES);
  }

  @Test
  void the_office_signs_by_the_15th() {
    drawn(COUNTY);

    assertThat(run.tasks()).isEqualTo(Map.of("Activity_Sign", "2026-04-15T23:59:59"));
    assertThat(run.candidates("Activity_Sign")).isEqualTo("office");

    run.complete("Activity_Sign", SIGNED);

    verify(statistics).sign(7L, "王主任", "李某", "1");
    assertThat(run.instance()).isEnded().hasPassed("Event_Signed").hasNotPassed("Activity_Redraw");
  }

  @Test
  void a_15th_that_is_a_rest_day_rolls_to_the_next_working_day() {
    drawn(with("dueFrom", "2026-01-31"));

    assertThat(run.tasks()).isEqualTo(Map.of("Activity_Sign", "2026-02-24T23:59:59"));
  }

  @Test
  void figures_that_are_wrong_are_drawn_anew_and_the_clock_runs_on() {
    drawn(COUNTY);
    Map<String, String> timers = run.timers();

    run.complete("Activity_Sign", Map.of("signingDecision", "redraw"));

    verify(statistics).redraw(7L);
    assertThat(run.tasks()).isEqualTo(Map.of("Activity_Sign", "2026-04-15T23:59:59"));
    assertThat(run.timers()).isEqualTo(timers);

    run.until("2026-04-13T23:59:59");
    run.complete("Activity_Sign", Map.of("signingDecision", "redraw"));
    run.until("2026-04-14T09:00:00");
    verify(signing, times(1)).remind(7L);

    run.complete("Activity_Sign", SIGNED);
    assertThat(run.instance()).isEnded();
  }

  @Test
  void the_office_is_reminded_before_the_15th() {
    drawn(COUNTY);

    run.until("2026-04-13T23:59:58");
    verify(signing, never()).remind(7L);

    run.until("2026-04-13T23:59:59");
    verify(signing).remind(7L);
    assertThat(run.tasks()).containsOnlyKeys("Activity_Sign");
  }

  @Test
  void a_county_that_does_not_sign_is_urged_by_the_city_and_still_has_its_task() {
    drawn(COUNTY);

    run.until("2026-04-15T23:59:58");
    assertThat(run.tasks()).containsOnlyKeys("Activity_Sign");

    run.until("2026-04-15T23:59:59");

    verify(signing).noteOverdue(7L);
    assertThat(run.tasks())
        .isEqualTo(
            Map.of(
                "Activity_Sign", "2026-04-15T23:59:59",
                "Activity_Supervise", "2026-04-20T23:59:59"));
    assertThat(run.candidates("Activity_Supervise")).isEqualTo("city");

    run.complete("Activity_Supervise", Map.of("supervisionOpinion", "已电话督促"));
    verify(statistics).supervise(7L, "已电话督促");
    assertThat(run.tasks()).containsOnlyKeys("Activity_Sign");

    run.complete("Activity_Sign", SIGNED);
    assertThat(run.instance()).isEnded();
  }

  @Test
  void a_county_that_signs_late_need_not_be_urged_any_more() {
    drawn(COUNTY);
    run.until("2026-04-16T09:00:00");
    assertThat(run.tasks()).containsOnlyKeys("Activity_Sign", "Activity_Supervise");

    run.complete("Activity_Sign", SIGNED);

    assertThat(run.instance()).isEnded().hasNotPassed("Activity_RecordSupervision");
  }

  @Test
  void nobody_stands_above_the_city() {
    drawn(with("countyLevel", false));

    run.until("2026-04-16T09:00:00");

    verify(signing).noteOverdue(7L);
    assertThat(run.tasks()).containsOnlyKeys("Activity_Sign");
    assertThat(run.instance()).hasPassed("Event_CityOverdue");
  }
}
