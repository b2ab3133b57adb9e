package rectify.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our short cuts answer what the engine's own FEEL answers. */
class FeelOnceTest {

  private static final FeelEngine OURS = FeelOnce.factory().createInstance();
  private static final FeelEngine THEIRS = new ScalaFeelEngine(List.of());
  private static final List<Object> VALUES =
      Arrays.asList(null, "", "major", "general", "true", true, false, 3);

  static Stream<String> expressions() {
    return Stream.of(
        "level = \"major\"",
        "level != \"major\"",
        "level=\"major\"",
        "level = true",
        "level != true",
        "level = null",
        "level = \"major\" or other != true",
        "other = \"a or b\" or level = \"major\"",
        "other = null or not(other in [\"major\", \"general\"])",
        "level",
        "\"major\"");
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void a_condition_of_a_form_means_what_feel_says(String expression) {
    for (VariableContext variables : contexts()) {
      Object theirs = THEIRS.evaluateSimpleExpression(expression, variables);
      Object ours = OURS.evaluateSimpleExpression(expression, variables);
      assertThat(Boolean.TRUE.equals(ours))
          .as("%s with %s", expression, values(variables))
          .isEqualTo(Boolean.TRUE.equals(theirs));
    }
  }

  /** What a Java bean looks like to FEEL, if it got there. */
  public static final class Bean {
    public final List<String> calls = new ArrayList<>();

    public String getSecret() {
      calls.add("getSecret");
      return "secret";
    }

    public String run(String command) {
      calls.add(command);
      return command;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bean.run(\"x\")",
        "bean.secret",
        "held.bean.run(\"x\")",
        "some one in list satisfies one.run(\"x\") = \"x\"",
        "[bean][1].run(\"x\")",
        "{b: bean}.b.secret",
        "(function(x) external {java: {class: \"java.lang.System\","
            + " method signature: \"getProperty(java.lang.String)\"}})(\"user.home\")"
      })
  void no_expression_reaches_a_java_object(String expression) {
    Bean bean = new Bean();
    VariableContext variables =
        Variables.createVariables()
            .putValue("bean", bean)
            .putValue("held", Map.of("bean", bean))
            .putValue("list", List.of(bean))
            .asVariableContext();

    Object answer;
    try {
      answer = OURS.evaluateSimpleExpression(expression, variables);
    } catch (RuntimeException refused) {
      answer = null;
    }

    assertThat(bean.calls).isEmpty();
    assertThat(answer).isIn(null, false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"juel", "javascript", "groovy", "feel-scala", "feel-unary-tests"})
  void a_table_in_another_language_does_not_run(String language) {
    DmnEngine engine = FeelOnce.decisions().buildEngine();
    String table =
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="x">
          <decision id="old" name="old"><decisionTable id="t">
            <output id="o" name="o" typeRef="string" />
            <rule id="r"><outputEntry id="e" expressionLanguage="%s"><text>"x"</text></outputEntry></rule>
          </decisionTable></decision>
        </definitions>
        """;
    DmnDecision decision =
        engine.parseDecision(
            "old", new ByteArrayInputStream(table.formatted(language).getBytes(UTF_8)));

    assertThatThrownBy(() -> engine.evaluateDecisionTable(decision, Map.of()))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void values_of_every_kind_reach_an_expression() {
    VariableContext variables =
        Variables.createVariables()
            .putValue("text", "a")
            .putValue("number", 3)
            .putValue("day", LocalDate.of(2026, 11, 28))
            .putValue("list", List.of("a", "b"))
            .putValue("context", Map.of("key", "a"))
            .putValue("json", SpinValues.jsonValue("[{\"value\": \"a\"}]").create())
            .asVariableContext();

    assertThat(
            Stream.of(
                "text in list",
                "number + 1 = 4",
                "day > date(\"2026-01-01\")",
                "context.key = text",
                "json[1].value = text"))
        .allSatisfy(
            expression ->
                assertThat(OURS.<Object>evaluateSimpleExpression(expression, variables))
                    .isEqualTo(true));
  }

  private static List<VariableContext> contexts() {
    List<VariableContext> contexts = new ArrayList<>();
    contexts.add(Variables.createVariables().asVariableContext());
    for (Object level : VALUES) {
      for (Object other : VALUES) {
        Map<String, Object> values = new HashMap<>();
        values.put("level", level);
        values.put("other", other);
        contexts.add(Variables.fromMap(values).asVariableContext());
      }
    }
    return contexts;
  }

  private static Map<String, Object> values(VariableContext variables) {
    Map<String, Object> values = new HashMap<>();
    variables.keySet().forEach(name -> values.put(name, variables.resolve(name).getValue()));
    return values;
  }
}
