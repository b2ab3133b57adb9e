package rectify.form;

import java.util.Map;
import java.util.function.Function;

/**
 * Composes what the forms of a process show, offer and propose beyond the process's variables, at
 * the moment a form is opened or handed in. Nothing is stored: a city's month of check lists would
 * otherwise be thousands of large variables.
 */
public interface FormContent {

  /** The process definition key whose forms it composes for. */
  String processKey();

  /**
   * What the form of a step knows.
   *
   * @param step the id of the user task in the diagram
   * @param variables reads a variable as the task sees it
   * @return by the names the form uses; a value under a field's own key is what the field opens
   *     with
   */
  Map<String, Object> of(String step, Function<String, Object> variables);
}
