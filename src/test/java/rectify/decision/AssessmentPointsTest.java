package rectify.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rectify.suspicion.Kind;

class AssessmentPointsTest {

  private static final String ID = "assessment-points";
  private static final DecisionTable TABLE = DecisionTable.of(ID);

  static Stream<Map<String, String>> cases() {
    return Cases.of("/decisions/" + ID + ".csv").stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_finding_costs_so_much_and_says_by_which_row(Map<String, String> written) {
    DecisionTable.Answer answer = TABLE.decide(inputs(written));

    assertThat(answer.row()).isEqualTo(written.get("判定行"));
    assertThat(answer.outputs())
        .containsEntry("points", Double.valueOf(written.get("扣分")))
        .containsEntry("everyWorkingDays", Integer.valueOf(written.get("每几个工作日")))
        .containsEntry("cap", Double.valueOf(written.get("封顶")));
    assertThat(answer.outputs().get("pointsRule"))
        .asString()
        .startsWith(answer.row() + "：")
        .contains("扣" + written.get("扣分") + "分")
        .endsWith("（市级默认值）");
  }

  @Test
  void every_row_decides_a_case() {
    assertThat(TABLE.untested(inputs())).as("请为下列各行在 decisions/%s.csv 中补充案例", ID).isEmpty();
  }

  @Test
  void every_kind_of_finding_has_its_row() {
    assertThat(cases().map(row -> row.get("种类")))
        .containsExactlyElementsOf(Stream.of(Kind.values()).map(Kind::name).toList());
  }

  private static List<Map<String, Object>> inputs() {
    return cases().map(AssessmentPointsTest::inputs).toList();
  }

  private static Map<String, Object> inputs(Map<String, String> written) {
    return Map.of("kind", written.get("种类"));
  }
}
