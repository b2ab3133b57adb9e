package rectify.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;

/**
 * What was submitted, in clean text: a form may come from our own code, and a list within it as
 * JSON in a text, whose escapes no door has seen.
 */
final class CleanForm {

  private CleanForm() {}

  static Map<String, Object> of(Map<String, Object> submitted) {
    Map<String, Object> clean = new HashMap<>();
    if (submitted != null) {
      submitted.forEach((name, value) -> clean.put(name, cleaned(value)));
    }
    return clean;
  }

  private static Object cleaned(Object value) {
    if (value instanceof String text) {
      return CleanText.of(text);
    }
    return value instanceof SpinJsonNode json ? json(json) : value;
  }

  private static Object json(SpinJsonNode node) {
    byte[] before = node.toString().getBytes(StandardCharsets.UTF_8);
    try {
      byte[] clean = CleanJson.of(before);
      return clean == before
          ? node
          : SpinValues.jsonValue(new String(clean, StandardCharsets.UTF_8)).create().getValue();
    } catch (IOException tooDeep) {
      throw new Refusal("提交的内容嵌套过深或过长，请减少后重新提交。");
    }
  }
}
