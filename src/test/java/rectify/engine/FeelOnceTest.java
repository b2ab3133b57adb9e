package rectify.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
