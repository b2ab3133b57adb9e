package rectify.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rectify.clean.CleanForm;
import rectify.refusal.Refusal;

class FormSchemaTest {

  private static final String FORM =
      """
      {"components": [
        {"type": "text", "text": "{{facts}}"},
        {"type": "radio", "key": "result", "label": "结论", "validate": {"required": true},
         "values": [{"value": "passed", "label": "合格"}, {"value": "failed", "label": "不合格"}]},
        {"type": "textarea", "key": "opinion", "label": "意见",
         "validate": {"required": true, "maxLength": 10}},
        {"type": "datetime", "subtype": "date", "key": "dueAt", "dateLabel": "期限",
         "validate": {"required": true}, "conditional": {"hide": "=result != \\"failed\\""}},
        {"type": "number", "key": "funds", "label": "资金", "validate": {"min": 0, "max": 100}},
        {"type": "checkbox", "key": "agreed", "label": "同意"},
        {"type": "select", "key": "colleague", "label": "同事", "valuesKey": "colleagues"},
        {"type": "checklist", "key": "items", "label": "事项",
         "values": [{"value": "a", "label": "甲"}, {"value": "b", "label": "乙"}]},
        {"type": "group", "components": [
          {"type": "textfield", "key": "inner", "label": "组内"}],
         "conditional": {"hide": "=agreed != true"}}
      ]}
      """;

  private static final Object COLLEAGUES = Spin.JSON("[{\"value\": \"zhang\", \"label\": \"张三\"}]");

  private final FormSchema form = schema();

  @Test
  void a_field_left_out_is_null_so_that_no_earlier_answer_stands_in_for_it() {
    Map<String, Object> values = check(Map.of("result", "passed", "opinion", "好"));

    assertThat(values)
        .containsOnlyKeys(
            "result", "opinion", "dueAt", "funds", "agreed", "colleague", "items", "inner")
        .containsEntry("funds", null);
  }

  @Test
  void every_problem_is_named_at_once() {
    assertThatThrownBy(() -> check(Map.of("hazardId", 7L, "funds", 101, "opinion", " ")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("没有“hazardId”这一项")
        .hasMessageContaining("请填写“结论”")
        .hasMessageContaining("请填写“意见”")
        .hasMessageContaining("“资金”不能大于100");
  }

  @Test
  void a_field_the_form_shows_under_a_condition_is_required_only_then() {
    assertThatThrownBy(() -> check(Map.of("result", "failed", "opinion", "差")))
        .hasMessageContaining("请填写“期限”");
    assertThat(check(Map.of("result", "failed", "opinion", "差", "dueAt", "2026-03-09")))
        .containsEntry("dueAt", "2026-03-09");
  }

  @Test
  void what_is_submitted_for_a_hidden_field_is_dropped() {
    Map<String, Object> values =
        check(Map.of("result", "passed", "opinion", "好", "dueAt", "2026-03-09", "inner", "x"));

    assertThat(values).containsEntry("dueAt", null).containsEntry("inner", null);
  }

  @ParameterizedTest
  @CsvSource({"'１２', 12", "' 7 ', 7", "'1 2.5', -", "12.50, 12.5", "'99,0', -", "1e1, -", "5元, -"})
  void a_number_is_read_from_the_text_that_was_typed_or_refused(String typed, String meant) {
    Map<String, Object> form = Map.of("result", "passed", "opinion", "好", "funds", typed);

    if (meant.equals("-")) {
      assertThatThrownBy(() -> check(form))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("“资金”应为数字，现为“" + typed.strip() + "”");
    } else {
      assertThat(check(form).get("funds")).hasToString(meant).isInstanceOf(Number.class);
    }
  }

  @Test
  void a_code_typed_in_groups_is_not_longer_than_it_may_be() throws Exception {
    FormSchema report =
        new FormSchema(new ObjectMapper().readTree(Path.of("forms/hazard-report.form").toFile()));
    Map<String, Object> form = new HashMap<>();
    form.put("location", "一号车间");
    form.put("description", "通道堵塞。");
    form.put("level", "GENERAL");
    form.put("creditCode", " ９１３５ 0582 00F0 0010 51\u200b ");

    Throwable refusal =
        catchThrowable(
            () -> report.check(CleanForm.of(form), name -> null, (condition, values) -> true));

    assertThat(String.valueOf(refusal)).doesNotContain("信用代码");
  }

  @Test
  void a_number_with_more_decimals_than_are_kept_or_off_its_steps_is_refused() throws Exception {
    FormSchema numbers =
        new FormSchema(
            new ObjectMapper()
                .readTree(
                    """
                    {"components": [
                      {"type": "number", "key": "funds", "label": "资金", "decimalDigits": 2},
                      {"type": "number", "key": "people", "label": "人数", "decimalDigits": 0},
                      {"type": "number", "key": "dozens", "label": "打", "increment": "12"}]}
                    """));

    assertThatThrownBy(
            () ->
                numbers.check(
                    Map.of("funds", 12.345, "people", "1.5", "dozens", 13),
                    name -> null,
                    (condition, values) -> false))
        .hasMessageContaining("“资金”最多2位小数")
        .hasMessageContaining("“人数”应为整数")
        .hasMessageContaining("“打”应为12的倍数");
    assertThat(
            numbers.check(
                Map.of("funds", "1,234.50", "people", "３", "dozens", "24"),
                name -> null,
                (condition, values) -> false))
        .containsEntry("funds", 1234.5)
        .containsEntry("people", 3)
        .containsEntry("dozens", 24);
  }

  @ParameterizedTest
  @CsvSource({
    "result, maybe, “结论”请从列出的选项中选择",
    "opinion, 一二三四五六七八九十一, “意见”最多10字",
    "funds, 许多, “资金”应为数字",
    "funds, -1, “资金”不能小于0",
    "colleague, li, “同事”请从列出的选项中选择",
    "agreed, yes, “同意”应为是或否",
    "items, a, “事项”应为一组选项",
  })
  void a_wrong_value_is_refused_by_its_label(String key, String value, String message) {
    Map<String, Object> submitted = new HashMap<>(Map.of("result", "passed", "opinion", "好"));
    submitted.put(key, value.matches("-?\\d+") ? Integer.valueOf(value) : value);

    assertThatThrownBy(() -> check(submitted)).hasMessageContaining(message);
  }

  @Test
  void a_value_of_another_type_than_its_fields_is_refused_before_any_condition_is_asked() {
    VariableMap typed =
        Variables.createVariables()
            .putValueTyped("result", Variables.integerValue(1))
            .putValueTyped("opinion", Variables.byteArrayValue(new byte[] {1}))
            .putValueTyped("funds", Variables.booleanValue(true))
            .putValueTyped(
                "agreed",
                Variables.serializedObjectValue("{}")
                    .objectTypeName("java.net.URL")
                    .serializationDataFormat("application/json")
                    .create())
            .putValueTyped("items", SpinValues.jsonValue("{").create())
            .putValueTyped("dueAt", SpinValues.xmlValue("<a").create());

    assertThatThrownBy(() -> check(CleanForm.of(typed)))
        .isInstanceOf(Refusal.class)
        .hasMessageContainingAll(
            "“结论”应为文字", "“意见”应为文字", "“资金”应为数字", "“同意”应为是或否", "“事项”应为一组选项", "“期限”应为文字");
  }

  @Test
  void a_date_that_is_none_is_refused() {
    assertThatThrownBy(
            () -> check(Map.of("result", "failed", "opinion", "差", "dueAt", "2026-02-30")))
        .hasMessageContaining("“期限”不是有效的日期");
  }

  @Test
  void options_may_come_from_a_variable_and_several_may_be_chosen() {
    Map<String, Object> values =
        check(
            Map.of(
                "result", "passed",
                "opinion", "好",
                "colleague", "zhang",
                "items", Spin.JSON("[\"a\", \"b\"]")));

    assertThat(values).containsEntry("colleague", "zhang");
    assertThatThrownBy(
            () -> check(Map.of("result", "passed", "opinion", "好", "items", Spin.JSON("[\"c\"]"))))
        .hasMessageContaining("“事项”请从列出的选项中选择");
  }

  private Map<String, Object> check(Map<String, Object> submitted) {
    return form.check(
        submitted,
        name -> name.equals("colleagues") ? COLLEAGUES : null,
        (condition, values) ->
            switch (condition) {
              case "result != \"failed\"" -> !"failed".equals(values.get("result"));
              case "agreed != true" -> !Boolean.TRUE.equals(values.get("agreed"));
              default -> throw new IllegalArgumentException(condition);
            });
  }

  private static FormSchema schema() {
    try {
      return new FormSchema(new ObjectMapper().readTree(FORM));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
