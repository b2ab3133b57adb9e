package rectify.form;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** Reads from the diagrams which proof a step needs, and has it checked. */
class Proofs {

  /** Keyed by definition and step: a definition never changes. */
  private final Map<String, Optional<RequiredProof>> known = new ConcurrentHashMap<>();

  private final Supplier<Stream<ProofCheck>> checks;

  Proofs(Supplier<Stream<ProofCheck>> checks) {
    this.checks = checks;
  }

  /** Refuses to finish a task whose proof is missing. */
  void check(CommandContext context, TaskEntity task, Map<String, Object> form) {
    of(task)
        .filter(proof -> proof.appliesTo(form))
        .ifPresent(
            proof -> {
              ProofCheck.Step step =
                  new ProofCheck.Step(
                      businessKey(context, task),
                      task.getTaskDefinitionKey(),
                      task.getName(),
                      isOneOfMany(task) ? task.getId() : null);
              checks.get().forEach(check -> check.require(step, proof));
            });
  }

  Optional<RequiredProof> of(TaskEntity task) {
    return of(
        task.getProcessDefinitionId() + " " + task.getTaskDefinitionKey(),
        task::getBpmnModelElementInstance);
  }

  Optional<RequiredProof> of(String key, Supplier<? extends BaseElement> element) {
    Optional<RequiredProof> proof = known.get(key);
    if (proof == null) {
      proof = RequiredProof.of(properties(element.get()));
      known.put(key, proof);
    }
    return proof;
  }

  /** Whether any step of a diagram needs proof. */
  static boolean areAskedIn(BpmnModelInstance model) {
    return model.getModelElementsByType(CamundaProperty.class).stream()
        .anyMatch(property -> RequiredProof.KIND.equals(property.getCamundaName()));
  }

  /** Whether others of its kind are done in the same process, each about something else. */
  static boolean isOneOfMany(TaskEntity task) {
    return task.getVariable(MultiInstanceActivityBehavior.LOOP_COUNTER) != null;
  }

  static String businessKey(CommandContext context, TaskEntity task) {
    ExecutionEntity instance =
        context.getExecutionManager().findExecutionById(task.getProcessInstanceId());
    return instance == null ? null : instance.getBusinessKey();
  }

  private static Map<String, String> properties(BaseElement element) {
    Map<String, String> properties = new HashMap<>();
    if (element != null && element.getExtensionElements() != null) {
      for (CamundaProperties all :
          element.getExtensionElements().getChildElementsByType(CamundaProperties.class)) {
        all.getCamundaProperties()
            .forEach(one -> properties.put(one.getCamundaName(), one.getCamundaValue()));
      }
    }
    return properties;
  }
}
