package rectify.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SelfCheckFrequencyTest {

  private static final String ID = "self-check-frequency";
  private static final DecisionTable TABLE = DecisionTable.of(ID);

  static Stream<Map<String, String>> cases() {
    return Cases.of("/decisions/" + ID + ".csv").stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void an_enterprise_checks_itself_every_so_many_months(Map<String, String> written) {
    DecisionTable.Answer answer = TABLE.decide(inputs(written));

    assertThat(answer.row()).isEqualTo(written.get("判定行"));
    assertThat(answer.outputs()).containsEntry("everyMonths", Integer.valueOf(written.get("间隔月数")));
    assertThat(answer.outputs().get("frequencyRule"))
        .asString()
        .startsWith(answer.row() + "：")
        .contains(written.get("安全等级"))
        .contains("每" + written.get("间隔月数") + "个月");
  }

  @Test
  void every_row_decides_a_case() {
    assertThat(TABLE.untested(inputs())).as("请为下列各行在 decisions/%s.csv 中补充案例", ID).isEmpty();
  }

  private static List<Map<String, Object>> inputs() {
    return cases().map(SelfCheckFrequencyTest::inputs).toList();
  }

  private static Map<String, Object> inputs(Map<String, String> written) {
    String grade = written.get("安全等级");
    return Map.of("grade", grade.equals("未评级") ? "" : grade);
  }
}
