package rectify.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cmd.GetDeployedStartFormCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import rectify.clean.CleanForm;
import rectify.engine.TaskPast;
import rectify.task.HeldTasks;
import rectify.task.TaskLock;
import rectify.task.TaskScope;

/**
 * Stands before every completion and every start, whatever door it came through: only the fields of
 * the form may be submitted, and they must obey its rules, and the proof the diagram asks for must
 * be there. A field left out is null, so that no value of an earlier round passes for an answer of
 * this one.
 */
class FormGate {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Supplier<Optional<TaskDrafts>> drafts;
  private final StandIns standIns;
  private final HeldTasks held;

  /** Keyed by definition id: a form is bound to its deployment and never changes within it. */
  private final Map<String, FormSchema> schemas = new ConcurrentHashMap<>();

  private final Proofs proofs;
  private final Supplier<Stream<FormContent>> contents;

  /**
   * @param contents asked for each form, so that who composes one may itself need the engine
   */
  FormGate(
      Proofs proofs,
      Supplier<Optional<TaskDrafts>> drafts,
      Supplier<Stream<FormContent>> contents,
      StandIns standIns,
      HeldTasks held) {
    this.proofs = proofs;
    this.drafts = drafts;
    this.contents = contents;
    this.standIns = standIns;
    this.held = held;
  }

  Map<String, Object> checkTask(
      CommandContext context, String taskId, Map<String, Object> submitted) {
    TaskLock.take(context, taskId);
    TaskEntity task = context.getTaskManager().findTaskById(taskId);
    if (task == null) {
      throw TaskPast.gone(context, taskId);
    }
    for (CommandChecker checker : context.getProcessEngineConfiguration().getCommandCheckers()) {
      checker.checkTaskWork(task);
    }
    takeOverOrRefuse(context, task);
    if (task.getAssignee() == null && context.getAuthentication() != null) {
      task.setAssignee(context.getAuthentication().getUserId());
    }
    Map<String, Object> composed = composed(task);
    Map<String, Object> form =
        schema(context, task)
            .check(
                CleanForm.of(submitted),
                name -> composed.containsKey(name) ? composed.get(name) : task.getVariable(name),
                (condition, values) -> holds(context, condition, values));
    proofs.check(context, task, form);
    drafts.get().ifPresent(kept -> kept.forget(taskId));
    return form;
  }

  Map<String, Object> checkStart(
      CommandContext context, String processDefinitionId, Map<String, Object> submitted) {
    FormSchema schema =
        schema(
            processDefinitionId,
            () -> new GetDeployedStartFormCmd(processDefinitionId).execute(context));
    return schema.check(
        CleanForm.of(submitted),
        name -> null,
        (condition, values) -> holds(context, condition, values));
  }

  /** A start form has been sent off: what its writer had begun is done. */
  void started(CommandContext context, String process) {
    if (context.getAuthentication() != null) {
      String person = context.getAuthentication().getUserId();
      drafts.get().ifPresent(kept -> kept.forgetStart(process, person));
    }
  }

  /**
   * What a form opens with: everything it may show, but no answer that was given under the same
   * name in an earlier round or by another office, unless it is known to hold still. Whoever
   * answers, answers anew, or goes on with what they themselves have begun to write.
   */
  VariableMap unanswered(
      CommandContext context,
      String taskId,
      VariableMap variables,
      Function<Set<String>, Map<String, Object>> known) {
    TaskEntity task = context.getTaskManager().findTaskById(taskId);
    if (task.getTaskDefinition() != null
        && task.getTaskDefinition().getCamundaFormDefinitionKey() != null) {
      Set<String> asked = schema(context, task).asked();
      variables.keySet().removeAll(asked);
      variables.putAll(known.apply(asked));
      if (context.getAuthentication() != null) {
        Map<String, Object> draft =
            drafts
                .get()
                .map(kept -> kept.of(taskId, context.getAuthentication().getUserId()))
                .orElse(Map.of());
        draft.forEach(
            (field, value) -> {
              if (asked.contains(field)) {
                variables.putValue(field, value);
              }
            });
      }
    }
    composed(task).forEach((name, value) -> variables.putValue(name, transportable(value)));
    return variables;
  }

  private Map<String, Object> composed(TaskEntity task) {
    if (task.getProcessDefinitionId() == null) {
      return Map.of();
    }
    String process = task.getProcessDefinition().getKey();
    return contents
        .get()
        .filter(content -> content.processKey().equals(process))
        .findFirst()
        .map(content -> content.of(task.getTaskDefinitionKey(), task::getVariable))
        .orElse(Map.of());
  }

  private static Object transportable(Object value) {
    return value instanceof SpinJsonNode json
        ? SpinValues.jsonValue(json.toString()).create()
        : value;
  }

  private FormSchema schema(CommandContext context, TaskEntity task) {
    return schema(
        task.getProcessDefinitionId() + " " + task.getTaskDefinitionKey(),
        () -> new GetDeployedTaskFormCmd(task.getId()).execute(context));
  }

  private FormSchema schema(String key, Supplier<InputStream> source) {
    FormSchema known = schemas.get(key);
    if (known != null) {
      return known;
    }
    try (InputStream form = source.get()) {
      FormSchema schema = new FormSchema(JSON.readTree(form));
      schemas.put(key, schema);
      return schema;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean holds(
      CommandContext context, String condition, Map<String, Object> values) {
    FeelEngine feel =
        context.getProcessEngineConfiguration().getDmnEngineConfiguration().getFeelEngine();
    Object result =
        feel.evaluateSimpleExpression(condition, Variables.fromMap(values).asVariableContext());
    return Boolean.TRUE.equals(result);
  }

  /** A task that somebody else has taken is done by them, or by whoever stands in for them. */
  private void takeOverOrRefuse(CommandContext context, TaskEntity task) {
    if (context.getAuthentication() == null || task.getAssignee() == null) {
      return;
    }
    String caller = context.getAuthentication().getUserId();
    if (standsIn(caller, task.getAssignee(), task)) {
      task.setOwner(task.getAssignee());
      task.setAssignee(caller);
    }
    if (task.getAssignee().equals(caller)) {
      OnBehalf.of(standsIn(caller, task.getOwner(), task) ? task.getOwner() : null);
    } else if (!held.releasedIfNotTheirs(context, task)) {
      throw TaskPast.taken(context, task);
    }
  }

  private boolean standsIn(String caller, String absent, TaskEntity task) {
    return absent != null
        && !absent.equals(caller)
        && standIns.standsIn(caller, absent, TaskScope.groups(task));
  }
}
