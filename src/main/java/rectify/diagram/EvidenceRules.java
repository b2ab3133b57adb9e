package rectify.diagram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import rectify.form.RequiredProof;
import rectify.model.Models;
import rectify.model.Models.Form;
import rectify.model.Models.ProcessFile;
import rectify.model.Report;

/** The proof a diagram asks for is of a kind there is, and depends on an answer its form has. */
public final class EvidenceRules {

  private final ProcessFile process;
  private final Models models;
  private final Report report;

  public EvidenceRules(ProcessFile process, Models models, Report report) {
    this.process = process;
    this.models = models;
    this.report = report;
  }

  public void check() {
    process.all(CamundaProperties.class).forEach(this::properties);
  }

  private void properties(CamundaProperties all) {
    all.getCamundaProperties().stream()
        .filter(one -> one.getCamundaValue() == null || one.getCamundaValue().isBlank())
        .forEach(
            one ->
                report.say(process.file(), "扩展属性“" + one.getCamundaName() + "”没有值，请填写，不需要的请整行删除。"));
    Map<String, String> properties = new HashMap<>();
    all.getCamundaProperties()
        .forEach(one -> properties.put(one.getCamundaName(), one.getCamundaValue()));
    if (!properties.containsKey(RequiredProof.KIND)
        && !properties.containsKey(RequiredProof.WHEN)) {
      return;
    }
    if (!(all.getParentElement().getParentElement() instanceof FlowNode node)
        || !(node instanceof UserTask || node instanceof StartEvent)) {
      report.say(process.file(), "扩展属性evidence只能写在人工任务或开始事件上，请移到需要证据的任务。");
      return;
    }
    RequiredProof.problems(properties).forEach(problem -> say(node, problem + "。"));
    if (RequiredProof.problems(properties).isEmpty()) {
      RequiredProof.of(properties).ifPresent(proof -> answer(node, proof));
    }
  }

  private void answer(FlowNode node, RequiredProof proof) {
    if (proof.field() == null) {
      return;
    }
    String form =
        node instanceof UserTask task
            ? task.getCamundaFormRef()
            : ((StartEvent) node).getCamundaFormRef();
    Optional<JsonNode> field =
        models.forms().stream()
            .filter(one -> one.id().equals(form))
            .map(Form::components)
            .flatMap(components -> components.stream())
            .filter(component -> component.path("key").asText().equals(proof.field()))
            .findFirst();
    if (field.isEmpty()) {
      say(node, "evidenceWhen中的“" + proof.field() + "”不是表单“" + form + "”的字段，请改为表单字段的key。");
    } else if (answers(field.get()).noneMatch(proof.value()::equals)) {
      say(node, "evidenceWhen中的“" + proof.value() + "”不是字段“" + proof.field() + "”的选项，请改为选项的值。");
    }
  }

  private static Stream<String> answers(JsonNode field) {
    return field.path("type").asText().equals("checkbox")
        ? Stream.of("true", "false")
        : StreamSupport.stream(field.path("values").spliterator(), false)
            .map(option -> option.path("value").asText());
  }

  private void say(FlowNode node, String sentence) {
    report.say(process.file(), node.getId(), node.getName(), sentence);
  }
}
