package rectify.form;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.springframework.stereotype.Component;
import rectify.engine.RefusalInterceptor;
import rectify.refusal.Refusal;

/** The forms of processes and tasks as the current person opens them and hands them in. */
@Component
public class TaskForms {

  private final FormService forms;
  private final RepositoryService repository;

  TaskForms(ProcessEngine engine) {
    this.forms = engine.getFormService();
    this.repository = engine.getRepositoryService();
  }

  /**
   * Hands in the start form of a process, through the same door as everybody.
   *
   * @throws Refusal if the form or the domain refuses, or the process is not theirs to start
   */
  public void start(String processKey, Map<String, Object> form) {
    String definition =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(processKey)
            .latestVersion()
            .singleResult()
            .getId();
    try {
      forms.submitStartForm(definition, form);
    } catch (RefusalInterceptor.RefusedByRule refused) {
      throw (Refusal) refused.getCause();
    } catch (AuthorizationException forbidden) {
      throw Refusal.forbidden("您不能发起该流程，请联系系统管理员。");
    }
  }

  /** What the form of a task opens with under a name, such as options; null if nothing. */
  public Object open(String taskId, String name) {
    TypedValue value = forms.getTaskFormVariables(taskId, List.of(name), true).getValueTyped(name);
    return value instanceof JsonValue json
        ? Spin.JSON(json.getValueSerialized())
        : value == null ? null : value.getValue();
  }
}
