package rectify.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RectificationDeadlineTest {

  private static final String ID = "rectification-deadline";
  private static final DecisionTable TABLE = DecisionTable.of(ID);

  static Stream<Map<String, String>> cases() {
    return Cases.of("/decisions/" + ID + ".csv").stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_case_has_so_many_days_and_says_by_which_row(Map<String, String> written) {
    DecisionTable.Answer answer = TABLE.decide(inputs(written));

    assertThat(answer.row()).isEqualTo(written.get("判定行"));
    assertThat(answer.outputs())
        .containsEntry("deadlineDays", Integer.valueOf(written.get("整改天数")))
        .containsEntry("maximumDays", Integer.valueOf(written.get("最长天数")));
    assertThat(answer.outputs().get("deadlineRule"))
        .asString()
        .startsWith(answer.row() + "：" + written.get("隐患来源").substring(2))
        .contains(written.get("整改天数") + "日内");
  }

  @Test
  void every_row_decides_a_case() {
    assertThat(TABLE.untested(inputs())).as("请为下列各行在 decisions/%s.csv 中补充案例", ID).isEmpty();
  }

  @Test
  void a_row_that_is_added_without_a_case_is_found() {
    assertThat(DecisionTable.withRowAdded(ID).untested(inputs())).containsExactly("第5行");
  }

  private static List<Map<String, Object>> inputs() {
    return cases().map(RectificationDeadlineTest::inputs).toList();
  }

  private static Map<String, Object> inputs(Map<String, String> written) {
    return Map.of(
        "source", Cases.source(written.get("隐患来源")), "level", Cases.level(written.get("隐患等级")));
  }
}
