package rectify.clean;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.SpinRuntimeException;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import rectify.refusal.Refusal;

/**
 * What was submitted, in clean text: a form may come from our own code, and a list within it as
 * JSON in a text, whose escapes no door has seen. A form has texts, numbers, yes or no, and lists
 * as JSON; any other value a request can name (an object, XML, bytes, a file) is not even read.
 */
public final class CleanForm {

  /** Stands for a value no field of a form can have, until the field says so by its label. */
  public enum Unfit {
    VALUE
  }

  private static final Set<String> PLAIN =
      Set.of("null", "string", "boolean", "short", "integer", "long", "double", "number", "json");

  private CleanForm() {}

  public static Map<String, Object> of(Map<String, Object> submitted) {
    Map<String, Object> clean = new HashMap<>();
    if (submitted != null) {
      submitted.keySet().forEach(name -> clean.put(name, cleaned(plain(submitted, name))));
    }
    return clean;
  }

  private static Object plain(Map<String, Object> submitted, String name) {
    Object value =
        submitted instanceof VariableMap typed ? typed.getValueTyped(name) : submitted.get(name);
    if (!(value instanceof TypedValue typed)) {
      return value;
    }
    if (typed.getType() != null && !PLAIN.contains(typed.getType().getName())) {
      return Unfit.VALUE;
    }
    try {
      return typed.getValue();
    } catch (SpinRuntimeException noJson) {
      return Unfit.VALUE;
    }
  }

  private static Object cleaned(Object value) {
    if (value instanceof String text) {
      return CleanText.of(text);
    }
    if (value instanceof SpinJsonNode json) {
      return json(json);
    }
    boolean isPlain = value == null || value instanceof Boolean || value instanceof Number;
    return isPlain ? value : Unfit.VALUE;
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
