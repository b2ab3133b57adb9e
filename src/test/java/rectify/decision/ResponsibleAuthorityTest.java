package rectify.decision;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResponsibleAuthorityTest {

  private static final String ID = "responsible-authority";
  private static final DecisionTable TABLE = DecisionTable.of(ID);
  private static final Map<String, String> AUTHORITIES =
      Map.of("县级行业主管部门", "department", "属地乡镇（街道、园区）", "township");

  static Stream<Map<String, String>> cases() {
    return Cases.of("/decisions/" + ID + ".csv").stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_case_goes_to_one_authority_and_says_by_which_row(Map<String, String> written) {
    DecisionTable.Answer answer = TABLE.decide(inputs(written));

    assertThat(answer.row()).isEqualTo(written.get("判定行"));
    assertThat(answer.outputs()).containsEntry("authority", AUTHORITIES.get(written.get("责任单位")));
    assertThat(answer.outputs().get("authorityRule")).asString().startsWith(answer.row() + "：");
  }

  @Test
  void every_row_decides_a_case() {
    assertThat(TABLE.untested(inputs())).as("请为下列各行在 decisions/%s.csv 中补充案例", ID).isEmpty();
  }

  @Test
  void a_row_that_is_added_without_a_case_is_found() {
    assertThat(DecisionTable.withRowAdded(ID).untested(inputs())).containsExactly("第5行");
  }

  @Test
  void every_trade_of_the_catalog_has_a_case_by_its_name() {
    assertThat(cases().map(row -> row.get("行业大类代码") + row.get("行业大类")).collect(toSet()))
        .isEqualTo(
            Cases.of("/catalog/industry-categories.csv").stream()
                .map(row -> row.get("code") + row.get("name"))
                .collect(toSet()));
  }

  private static List<Map<String, Object>> inputs() {
    return cases().map(ResponsibleAuthorityTest::inputs).toList();
  }

  private static Map<String, Object> inputs(Map<String, String> written) {
    return Map.of("level", Cases.level(written.get("隐患等级")), "categoryCode", written.get("行业大类代码"));
  }
}
