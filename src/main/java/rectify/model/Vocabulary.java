package rectify.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import rectify.model.Models.Form;
import rectify.model.Models.ProcessFile;

/** Which variables each process declares, and where. */
public final class Vocabulary {

  /** Variables the engine itself provides. */
  public static final Set<String> ENGINE =
      Set.of("loopCounter", "nrOfInstances", "nrOfCompletedInstances", "nrOfActiveInstances");

  private final Map<String, Set<String>> byProcess = new HashMap<>();
  private final Map<String, Set<String>> composed = new HashMap<>();

  public Vocabulary(Models models, Code code) {
    for (ProcessFile process : models.processes()) {
      Set<String> names = names(process.id());
      formRefs(process)
          .flatMap(ref -> models.forms().stream().filter(form -> form.id().equals(ref)))
          .map(Form::keys)
          .forEach(names::addAll);
      process.all(ServiceTask.class).forEach(t -> add(names, t.getCamundaResultVariable()));
      process.all(BusinessRuleTask.class).forEach(t -> add(names, t.getCamundaResultVariable()));
      process.all(CamundaInputParameter.class).forEach(p -> add(names, p.getCamundaName()));
      process.all(CamundaOutputParameter.class).forEach(p -> add(names, p.getCamundaName()));
      process
          .all(MultiInstanceLoopCharacteristics.class)
          .forEach(loop -> add(names, loop.getCamundaElementVariable()));
      process
          .all(ErrorEventDefinition.class)
          .forEach(
              error -> {
                add(names, error.getCamundaErrorCodeVariable());
                add(names, error.getCamundaErrorMessageVariable());
              });
      process.all(StartEvent.class).forEach(start -> add(names, start.getCamundaInitiator()));
      process.all(CamundaOut.class).forEach(out -> add(names, out.getCamundaTarget()));
      code.facadeOf(process.id()).flatMap(Code::variables).ifPresent(names::addAll);
      code.facadeOf(process.id())
          .ifPresent(facade -> composed.put(process.id(), Code.composed(facade)));
      for (CallActivity call : process.all(CallActivity.class)) {
        if (call.getCalledElement() != null) {
          ins(call).forEach(in -> add(names(call.getCalledElement()), in.getCamundaTarget()));
        }
      }
    }
    passAll(models);
  }

  /** {@code variables="all"} hands over whatever the other side declares. */
  private void passAll(Models models) {
    for (ProcessFile process : models.processes()) {
      for (CallActivity call : process.all(CallActivity.class)) {
        if (ins(call).anyMatch(in -> "all".equals(in.getCamundaVariables()))) {
          names(call.getCalledElement()).addAll(names(process.id()));
        }
        if (outs(call).anyMatch(out -> "all".equals(out.getCamundaVariables()))) {
          names(process.id()).addAll(names(call.getCalledElement()));
        }
      }
    }
  }

  /** Whether the process declares the variable. */
  public boolean declares(String process, String variable) {
    return names(process).contains(variable);
  }

  /** Whether the process's façade composes it for a form that opens. */
  public boolean composes(String process, String name) {
    return composed.getOrDefault(process, Set.of()).contains(name);
  }

  public Set<String> names(String process) {
    return byProcess.computeIfAbsent(process, p -> new HashSet<>());
  }

  /** The forms the process shows. */
  public static Stream<String> formRefs(ProcessFile process) {
    return Stream.concat(
            process.all(UserTask.class).stream().map(UserTask::getCamundaFormRef),
            process.all(StartEvent.class).stream().map(StartEvent::getCamundaFormRef))
        .filter(Objects::nonNull);
  }

  public static Stream<CamundaIn> ins(CallActivity call) {
    return children(call, CamundaIn.class).stream();
  }

  public static Stream<CamundaOut> outs(CallActivity call) {
    return children(call, CamundaOut.class).stream();
  }

  private static <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance>
      Collection<T> children(CallActivity call, Class<T> type) {
    return call.getExtensionElements() == null
        ? Set.of()
        : call.getExtensionElements().getChildElementsByType(type);
  }

  private static void add(Set<String> names, String name) {
    if (name != null && !name.isBlank()) {
      names.add(name);
    }
  }
}
