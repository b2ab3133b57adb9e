package rectify.form;

import java.util.List;
import java.util.Map;
import org.camunda.spin.Spin;

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
}
