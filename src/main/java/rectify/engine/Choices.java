package rectify.engine;

import java.util.List;
import java.util.Map;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/** The options of a select in a form, as the JSON variable its {@code valuesKey} names. */
public final class Choices {

  private Choices() {}

  /**
   * @param labels what a person reads, by the value it stands for, in the order shown
   */
  public static Object of(Map<String, String> labels) {
    List<Map<String, String>> options =
        labels.entrySet().stream()
            .map(option -> Map.of("value", option.getKey(), "label", option.getValue()))
            .toList();
    return Spin.JSON(options);
  }

  /** What a person ticks in a check list: some of the values it offers. */
  public static Object ticked(List<String> values) {
    return Spin.JSON(values);
  }

  /** The values a form offers, in the order shown; empty if it is no such variable. */
  public static List<String> values(Object options) {
    return options instanceof SpinJsonNode json && json.isArray()
        ? json.elements().stream().map(option -> option.prop("value").stringValue()).toList()
        : List.of();
  }
}
