package rectify.form;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.beans.factory.ObjectProvider;
import rectify.once.OnceOnly;
import rectify.refusal.Refusal;

/** Lets a form that was opened once be handed in once: {@link OnceOnly} for the engine's forms. */
class KeyedForms {

  private final ObjectProvider<OnceOnly> once;

  KeyedForms(ObjectProvider<OnceOnly> once) {
    this.once = once;
  }

  /** The instance a start form started, now or when it was first handed in. */
  ProcessInstance start(
      CommandContext context,
      String process,
      Map<String, Object> form,
      Supplier<ProcessInstance> start) {
    String key = OnceOnly.keyOfRequest();
    if (key == null) {
      return start.get();
    }
    AtomicReference<ProcessInstance> fresh = new AtomicReference<>();
    String id =
        once.getObject()
            .inOne(
                key,
                "start " + process,
                plain(form),
                String.class,
                () -> {
                  fresh.set(start.get());
                  return new OnceOnly.Outcome<>(fresh.get().getId(), fresh.get().getBusinessKey());
                });
    return fresh.get() == null ? known(context, id) : fresh.get();
  }

  /** The variables a task was completed with; none when its form had been handed in before. */
  VariableMap complete(String taskId, Map<String, Object> form, Supplier<VariableMap> complete) {
    String key = OnceOnly.keyOfRequest();
    if (key == null) {
      return complete.get();
    }
    AtomicReference<VariableMap> fresh = new AtomicReference<>();
    once.getObject()
        .inOne(
            key,
            "task " + taskId,
            plain(form),
            String.class,
            () -> {
              fresh.set(complete.get());
              return new OnceOnly.Outcome<>(taskId, null);
            });
    return fresh.get() == null ? Variables.createVariables() : fresh.get();
  }

  private static Map<String, String> plain(Map<String, Object> form) {
    Map<String, String> plain = new TreeMap<>();
    if (form != null) {
      form.forEach(
          (name, value) ->
              plain.put(
                  name,
                  String.valueOf(value instanceof TypedValue typed ? typed.getValue() : value)));
    }
    return plain;
  }

  private static ProcessInstance known(CommandContext context, String id) {
    ExecutionEntity running = context.getExecutionManager().findExecutionById(id);
    if (running != null) {
      return running;
    }
    HistoricProcessInstance past =
        context.getDbEntityManager().selectById(HistoricProcessInstanceEntity.class, id);
    if (past == null) {
      throw Refusal.conflict("这张表单早已提交，其案件已不在系统中，没有再次办理；确需另行提交的，请重新打开表单填写。");
    }
    return new Ended(past);
  }

  /** An instance that has come to its end since. */
  private record Ended(HistoricProcessInstance past) implements ProcessInstance {

    @Override
    public String getId() {
      return past.getId();
    }

    @Override
    public String getProcessInstanceId() {
      return past.getId();
    }

    @Override
    public String getRootProcessInstanceId() {
      return past.getRootProcessInstanceId();
    }

    @Override
    public String getProcessDefinitionId() {
      return past.getProcessDefinitionId();
    }

    @Override
    public String getProcessDefinitionKey() {
      return past.getProcessDefinitionKey();
    }

    @Override
    public String getBusinessKey() {
      return past.getBusinessKey();
    }

    @Override
    public String getCaseInstanceId() {
      return past.getCaseInstanceId();
    }

    @Override
    public String getTenantId() {
      return past.getTenantId();
    }

    @Override
    public boolean isSuspended() {
      return false;
    }

    @Override
    public boolean isEnded() {
      return true;
    }
  }
}
