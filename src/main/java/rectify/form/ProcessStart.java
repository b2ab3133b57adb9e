package rectify.form;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import rectify.refusal.Refusal;

/**
 * The one way to start a process from its start form: the façade registers the case in our tables
 * first and then starts the instance with its number. A start that goes past it is refused.
 */
public interface ProcessStart {

  /** The process definition key this façade stands for. */
  String processKey();

  /** Whether the current person is offered the process in the list of what they may start. */
  default boolean offered() {
    return true;
  }

  /**
   * Starts the process for the current user.
   *
   * @param form the values of the start form, checked against it; a field left empty is null
   * @throws Refusal if the domain refuses
   */
  ProcessInstance start(Map<String, Object> form);
}
