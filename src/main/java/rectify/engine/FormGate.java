package rectify.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cmd.GetDeployedStartFormCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricTaskInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;

/**
 * Stands before every completion and every start, whatever door it came through: only the fields of
 * the form may be submitted, and they must obey its rules. A field left out is null, so that no
 * value of an earlier round passes for an answer of this one.
 */
class FormGate {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

  /** Keyed by definition id: a form is bound to its deployment and never changes within it. */
  private final Map<String, FormSchema> schemas = new ConcurrentHashMap<>();

  private final Supplier<Stream<FormContent>> contents;

  /**
   * @param contents asked for each form, so that who composes one may itself need the engine
   */
  FormGate(Supplier<Stream<FormContent>> contents) {
    this.contents = contents;
  }

  Map<String, Object> checkTask(
      CommandContext context, String taskId, Map<String, Object> submitted) {
    TaskEntity task = context.getTaskManager().findTaskById(taskId);
    if (task == null) {
      throw gone(context, taskId);
    }
    for (CommandChecker checker : context.getProcessEngineConfiguration().getCommandCheckers()) {
      checker.checkTaskWork(task);
    }
    refuseIfClaimedByAnother(context, task);
    if (task.getAssignee() == null && context.getAuthentication() != null) {
      task.setAssignee(context.getAuthentication().getUserId());
    }
    Map<String, Object> composed = composed(task);
    return schema(context, task)
        .check(
            nullToEmpty(submitted),
            name -> composed.containsKey(name) ? composed.get(name) : task.getVariable(name),
            (condition, values) -> holds(context, condition, values));
  }

  Map<String, Object> checkStart(
      CommandContext context, String processDefinitionId, Map<String, Object> submitted) {
    FormSchema schema =
        schema(
            processDefinitionId,
            () -> new GetDeployedStartFormCmd(processDefinitionId).execute(context));
    return schema.check(
        nullToEmpty(submitted),
        name -> null,
        (condition, values) -> holds(context, condition, values));
  }

  /**
   * What a form opens with: everything it may show, but no answer that was given under the same
   * name in an earlier round or by another office. Whoever answers, answers anew.
   */
  VariableMap unanswered(CommandContext context, String taskId, VariableMap variables) {
    TaskEntity task = context.getTaskManager().findTaskById(taskId);
    if (task.getTaskDefinition() != null
        && task.getTaskDefinition().getCamundaFormDefinitionKey() != null) {
      variables.keySet().removeAll(schema(context, task).asked());
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

  private static Map<String, Object> nullToEmpty(Map<String, Object> submitted) {
    return submitted == null ? Map.of() : submitted;
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

  private static void refuseIfClaimedByAnother(CommandContext context, TaskEntity task) {
    if (context.getAuthentication() == null || task.getAssignee() == null) {
      return;
    }
    if (!task.getAssignee().equals(context.getAuthentication().getUserId())) {
      throw Refusal.conflict(
          "任务“%s”已由%s签收，请联系其办理，或请其退回后再办。"
              .formatted(task.getName(), personName(context, task.getAssignee())));
    }
  }

  private static Refusal gone(CommandContext context, String taskId) {
    HistoricTaskInstance done =
        context.getDbEntityManager().selectById(HistoricTaskInstanceEntity.class, taskId);
    if (done == null
        || done.getEndTime() == null
        || !context.getTenantManager().isAuthenticatedTenant(done.getTenantId())) {
      return Refusal.notFound("找不到这项任务，请刷新任务列表后重试。");
    }
    String by = done.getAssignee() == null ? "" : "由" + personName(context, done.getAssignee());
    String at = done.getEndTime().toInstant().atZone(EngineClock.ZONE).format(MINUTE);
    return Refusal.conflict("任务“%s”已%s于%s办结，请刷新任务列表。".formatted(done.getName(), by, at));
  }

  private static String personName(CommandContext context, String userId) {
    Callable<User> lookup = () -> context.getReadOnlyIdentityProvider().findUserById(userId);
    User user = context.runWithoutAuthorization(lookup);
    return user == null ? userId : user.getFirstName() + user.getLastName();
  }
}
