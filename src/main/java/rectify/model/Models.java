package rectify.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * The files a process designer edits, read as data. What cannot be read is reported and left out.
 */
record Models(List<ProcessFile> processes, List<DecisionFile> decisions, List<Form> forms) {

  /** One diagram. */
  record ProcessFile(String file, Process process, BpmnModelInstance model, Document xml) {

    String id() {
      return process.getId();
    }

    <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> Collection<T> all(
        Class<T> type) {
      return model.getModelElementsByType(type);
    }
  }

  /** One decision table's file. */
  record DecisionFile(String file, Decision decision, DmnModelInstance model) {

    String id() {
      return decision.getId();
    }
  }

  /** One Camunda Form. */
  record Form(String file, JsonNode json) {

    String id() {
      return json.path("id").asText("");
    }

    /** Every component, those inside groups included. */
    List<JsonNode> components() {
      List<JsonNode> all = new ArrayList<>();
      collect(json, all);
      return all;
    }

    private static void collect(JsonNode parent, List<JsonNode> all) {
      for (JsonNode component : parent.path("components")) {
        all.add(component);
        collect(component, all);
      }
    }

    /** The keys of the fields a person fills in or that the form computes. */
    List<String> keys() {
      return components().stream()
          .filter(c -> c.has("key") && !c.has("components"))
          .map(c -> c.path("key").asText())
          .toList();
    }
  }

  static Models read(Path processes, Path forms, Report report) {
    Models models = new Models(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Path path : files(processes)) {
      String file = path.getFileName().toString();
      try {
        if (file.endsWith(".bpmn")) {
          models.readProcess(file, Files.readAllBytes(path), report);
        } else if (file.endsWith(".dmn")) {
          models.readDecision(file, Files.readAllBytes(path), report);
        } else {
          report.say(file, "processes 目录只放 .bpmn 和 .dmn 文件，请移走此文件。");
        }
      } catch (ModelException | IOException | SAXException | ParserConfigurationException e) {
        report.say(file, "文件无法读取，请用 Camunda Modeler 打开检查（" + e.getMessage() + "）。");
      }
    }
    for (Path path : files(forms)) {
      String file = path.getFileName().toString();
      if (!file.endsWith(".form")) {
        report.say(file, "forms 目录只放 .form 文件，请移走此文件。");
        continue;
      }
      try {
        models.forms.add(new Form(file, new ObjectMapper().readTree(path.toFile())));
      } catch (IOException e) {
        report.say(file, "表单不是有效的 JSON，请用 Camunda Modeler 打开检查（" + e.getMessage() + "）。");
      }
    }
    return models;
  }

  private void readProcess(String file, byte[] content, Report report)
      throws IOException, SAXException, ParserConfigurationException {
    try (InputStream stream = new ByteArrayInputStream(content)) {
      BpmnModelInstance model = Bpmn.readModelFromStream(stream);
      Collection<Process> found = model.getModelElementsByType(Process.class);
      if (found.size() != 1) {
        report.say(file, "一个文件只画一个流程，现有 " + found.size() + " 个，请拆分。");
        return;
      }
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Document xml = factory.newDocumentBuilder().parse(new ByteArrayInputStream(content));
      processes.add(new ProcessFile(file, found.iterator().next(), model, xml));
    }
  }

  private void readDecision(String file, byte[] content, Report report) throws IOException {
    try (InputStream stream = new ByteArrayInputStream(content)) {
      DmnModelInstance model = Dmn.readModelFromStream(stream);
      Collection<Decision> found = model.getModelElementsByType(Decision.class);
      if (found.size() != 1) {
        report.say(file, "一个文件只放一张决策表，现有 " + found.size() + " 张，请拆分。");
        return;
      }
      decisions.add(new DecisionFile(file, found.iterator().next(), model));
    }
  }

  private static List<Path> files(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(f -> !f.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
