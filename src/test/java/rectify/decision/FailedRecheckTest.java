package rectify.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailedRecheckTest {

  private static final String ID = "failed-recheck";
  private static final DecisionTable TABLE = DecisionTable.of(ID);
  private static final List<String> UPWARDS =
      List.of("none", "township", "department", "office", "listing", "city");

  static Stream<Map<String, String>> cases() {
    return Cases.of("/decisions/" + ID + ".csv").stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void so_many_failures_lead_to_a_rung(Map<String, String> written) {
    DecisionTable.Answer answer = TABLE.decide(inputs(written));

    assertThat(answer.row()).isEqualTo(written.get("判定行"));
    assertThat(answer.outputs()).containsEntry("rung", written.get("升至"));
    assertThat(answer.outputs().get("rungRule"))
        .asString()
        .startsWith(answer.row() + "：")
        .contains("市级默认值");
  }

  @Test
  void more_failures_never_lead_lower_and_a_missed_deadline_never_helps() {
    for (boolean missed : new boolean[] {false, true}) {
      List<Integer> rungs =
          IntStream.rangeClosed(1, 8).mapToObj(failures -> rung(failures, missed)).toList();
      assertThat(rungs).isSorted();
    }
    IntStream.rangeClosed(1, 8)
        .forEach(
            failures ->
                assertThat(rung(failures, true)).isGreaterThanOrEqualTo(rung(failures, false)));
  }

  @Test
  void every_row_decides_a_case() {
    assertThat(TABLE.untested(cases().map(FailedRecheckTest::inputs).toList()))
        .as("请为下列各行在 decisions/%s.csv 中补充案例", ID)
        .isEmpty();
  }

  private static int rung(int failures, boolean missed) {
    Map<String, Object> asked = Map.of("failures", failures, "deadlineMissed", missed);
    return UPWARDS.indexOf((String) TABLE.decide(asked).outputs().get("rung"));
  }

  private static Map<String, Object> inputs(Map<String, String> written) {
    return Map.of(
        "failures",
        Integer.valueOf(written.get("不合格次数")),
        "deadlineMissed",
        written.get("期限已过").equals("是"));
  }
}
