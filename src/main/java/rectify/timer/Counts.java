package rectify.timer;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Counts dates as the diagrams write them, many at once. A system look-up: it asks no rights. */
@Component
public class Counts {

  private final ObjectProvider<ProcessEngine> engine;

  Counts(ObjectProvider<ProcessEngine> engine) {
    this.engine = engine;
  }

  /**
   * Counts dates as the diagrams say, under each of two calendars or whatever else differs.
   *
   * @param compared makes of each, and of a way to count it, what is wanted; called in one command
   */
  public <T> List<T> count(
      Collection<Waiting> some, BiFunction<Waiting, Counting, Optional<T>> compared) {
    return configuration()
        .getCommandExecutorTxRequired()
        .execute(
            context ->
                context.runWithoutAuthorization(
                    () -> {
                      Map<String, Map<String, Object>> variables = variables(some);
                      Map<String, Expression> known = new HashMap<>();
                      return some.stream()
                          .flatMap(
                              waiting ->
                                  compared
                                      .apply(
                                          waiting,
                                          counting(
                                              waiting,
                                              known,
                                              variables.getOrDefault(waiting.instance(), Map.of())))
                                      .stream())
                          .toList();
                    }));
  }

  /**
   * When a timer of the newest version of a diagram fires.
   *
   * @param step id of the event
   * @param anchors what it is counted from, by name
   */
  public LocalDateTime drawn(String processKey, String step, Map<String, Object> anchors) {
    return configuration()
        .getCommandExecutorTxRequired()
        .execute(
            context ->
                context.runWithoutAuthorization(
                    () -> {
                      String definition =
                          context
                              .getProcessEngineConfiguration()
                              .getDeploymentCache()
                              .findDeployedLatestProcessDefinitionByKey(processKey)
                              .getId();
                      String written =
                          engine
                              .getObject()
                              .getManagementService()
                              .createJobDefinitionQuery()
                              .processDefinitionId(definition)
                              .activityIdIn(step)
                              .singleResult()
                              .getJobConfiguration();
                      return Timers.chinaTime(
                          (Date)
                              configuration()
                                  .getExpressionManager()
                                  .createExpression(written.substring(Timers.OF_A_DATE.length()))
                                  .getValue(Anchors.of(anchors)));
                    }));
  }

  /** Counts one date anew, as things are when it is called. */
  public interface Counting {

    LocalDateTime now();

    /** The same from another day, such as another {@code dueAt}. */
    LocalDateTime from(String anchor, LocalDate day);
  }

  private Counting counting(
      Waiting waiting, Map<String, Expression> known, Map<String, Object> variables) {
    ExpressionManager expressions = configuration().getExpressionManager();
    return new Counting() {
      @Override
      public LocalDateTime now() {
        return count(variables);
      }

      @Override
      public LocalDateTime from(String anchor, LocalDate day) {
        Map<String, Object> other = new HashMap<>(variables);
        other.put(anchor, day.toString());
        return count(other);
      }

      private LocalDateTime count(Map<String, Object> anchors) {
        return Timers.chinaTime(
            (Date)
                known
                    .computeIfAbsent(waiting.written(), expressions::createExpression)
                    .getValue(Anchors.of(anchors)));
      }
    };
  }

  private Map<String, Map<String, Object>> variables(Collection<Waiting> some) {
    Set<String> instances = new LinkedHashSet<>();
    some.forEach(waiting -> instances.add(waiting.instance()));
    Map<String, Map<String, Object>> byInstance = new HashMap<>();
    for (List<String> portion : Timers.portions(List.copyOf(instances))) {
      for (VariableInstance variable :
          engine
              .getObject()
              .getRuntimeService()
              .createVariableInstanceQuery()
              .processInstanceIdIn(portion.toArray(String[]::new))
              .disableBinaryFetching()
              .disableCustomObjectDeserialization()
              .list()) {
        byInstance
            .computeIfAbsent(variable.getProcessInstanceId(), id -> new HashMap<>())
            .put(variable.getName(), variable.getValue());
      }
    }
    return byInstance;
  }

  private ProcessEngineConfigurationImpl configuration() {
    return (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
  }
}
