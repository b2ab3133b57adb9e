package rectify.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;
import org.w3c.dom.Document;

/**
 * The files a process designer edits, read as data. What cannot be read is reported and left out.
 */
public record Models(List<ProcessFile> processes, List<DecisionFile> decisions, List<Form> forms) {

  /** One diagram. */
  public record ProcessFile(String file, Process process, BpmnModelInstance model, Document xml) {

    public String id() {
      return process.getId();
    }

    public <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> Collection<T> all(
        Class<T> type) {
      return model.getModelElementsByType(type);
    }
  }

  /** One decision table's file. */
  public record DecisionFile(String file, Decision decision, DmnModelInstance model) {

    public String id() {
      return decision.getId();
    }
  }

  /** One Camunda Form. */
  public record Form(String file, JsonNode json) {

    public String id() {
      return json.path("id").asText("");
    }

    /** Every component, those inside groups included. */
    public List<JsonNode> components() {
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
    public List<String> keys() {
      return components().stream()
          .filter(c -> c.has("key") && !c.has("components"))
          .map(c -> c.path("key").asText())
          .toList();
    }
  }

  /** The files of two folders; what does not belong there is reported. */
  public static Models read(Path processes, Path forms, Report report) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (Path path : files(processes)) {
      String file = path.getFileName().toString();
      if (file.endsWith(".bpmn") || file.endsWith(".dmn")) {
        files.put(file, content(path));
      } else {
        report.say(file, "processes 目录只放 .bpmn 和 .dmn 文件，请移走此文件。");
      }
    }
    for (Path path : files(forms)) {
      String file = path.getFileName().toString();
      if (file.endsWith(".form")) {
        files.put(file, content(path));
      } else {
        report.say(file, "forms 目录只放 .form 文件，请移走此文件。");
      }
    }
    return of(files, report);
  }

  /**
   * @param files contents by name
   */
  public static Models of(Map<String, byte[]> files, Report report) {
    Models models = new Models(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    files.forEach(
        (name, content) -> {
          String file = file(name);
          if (file.endsWith(".form")) {
            models.readForm(file, content, report);
            return;
          }
          Document xml = Xml.parse(file, content, House.ours(), report);
          try {
            if (xml != null && file.endsWith(".bpmn")) {
              models.readProcess(file, content, xml, report);
            } else if (xml != null) {
              models.readDecision(file, content, report);
            }
          } catch (ModelException | IOException e) {
            report.say(file, "文件无法读取，请用 Camunda Modeler 打开检查，改正后重新保存。");
          }
        });
    return models;
  }

  /** A file's name without its folders. */
  public static String file(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** These, and of the others what these do not have themselves. */
  public Models over(Models others) {
    List<ProcessFile> allProcesses = new ArrayList<>(processes);
    List<DecisionFile> allDecisions = new ArrayList<>(decisions);
    List<Form> allForms = new ArrayList<>(forms);
    others.processes.stream()
        .filter(other -> processes.stream().noneMatch(own -> own.id().equals(other.id())))
        .forEach(allProcesses::add);
    others.decisions.stream()
        .filter(other -> decisions.stream().noneMatch(own -> own.id().equals(other.id())))
        .forEach(allDecisions::add);
    others.forms.stream()
        .filter(other -> forms.stream().noneMatch(own -> own.id().equals(other.id())))
        .forEach(allForms::add);
    return new Models(allProcesses, allDecisions, allForms);
  }

  private void readForm(String file, byte[] content, Report report) {
    JsonNode json = FormText.read(file, content, report);
    if (json != null) {
      forms.add(new Form(file, json));
    }
  }

  private void readProcess(String file, byte[] content, Document xml, Report report)
      throws IOException {
    try (InputStream stream = new ByteArrayInputStream(content)) {
      BpmnModelInstance model = Bpmn.readModelFromStream(stream);
      Collection<Process> found = model.getModelElementsByType(Process.class);
      if (found.size() != 1) {
        report.say(file, "一个文件只画一个流程，现有 " + found.size() + " 个，请拆分。");
        return;
      }
      processes.add(new ProcessFile(file, found.iterator().next(), model, xml));
    }
  }

  private void readDecision(String file, byte[] content, Report report) throws IOException {
    String unreadable = TableShape.unreadable(content);
    if (unreadable != null) {
      report.say(file, unreadable);
      return;
    }
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

  private static byte[] content(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(f -> !f.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
