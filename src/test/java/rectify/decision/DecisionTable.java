package rectify.decision;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;

/** A decision table on its own, which remembers the rows that decided. */
final class DecisionTable {

  /** What a table answered and the row that gave it, as people count: 第1行 is the first. */
  record Answer(Map<String, Object> outputs, String row) {}

  private final List<String> rowIds;
  private final List<String> hits = new ArrayList<>();
  private final DmnEngine engine;
  private final DmnDecision decision;

  private DecisionTable(DmnModelInstance model, String id) {
    DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
    configuration
        .getCustomPostDecisionTableEvaluationListeners()
        .add(event -> event.getMatchingRules().forEach(rule -> hits.add(rule.getId())));
    engine = configuration.buildEngine();
    decision = engine.parseDecision(id, model);
    rowIds = model.getModelElementsByType(Rule.class).stream().map(Rule::getId).toList();
  }

  static DecisionTable of(String id) {
    return new DecisionTable(model(id), id);
  }

  /** The table with its first row once more at its end. */
  static DecisionTable withRowAdded(String id) {
    DmnModelInstance model = model(id);
    Rule first = model.getModelElementsByType(Rule.class).iterator().next();
    Rule added = model.newInstance(Rule.class);
    first.getInputEntries().forEach(entry -> added.getInputEntries().add(copy(model, entry)));
    first.getOutputEntries().forEach(entry -> added.getOutputEntries().add(copy(model, entry)));
    first.getParentElement().addChildElement(added);
    return new DecisionTable(model, id);
  }

  private static InputEntry copy(DmnModelInstance model, InputEntry entry) {
    InputEntry copy = model.newInstance(InputEntry.class);
    copy.setText(copy(model, entry.getText()));
    return copy;
  }

  private static OutputEntry copy(DmnModelInstance model, OutputEntry entry) {
    OutputEntry copy = model.newInstance(OutputEntry.class);
    copy.setText(copy(model, entry.getText()));
    return copy;
  }

  private static Text copy(DmnModelInstance model, Text text) {
    Text copy = model.newInstance(Text.class);
    copy.setTextContent(text.getTextContent());
    return copy;
  }

  private static DmnModelInstance model(String id) {
    return Dmn.readModelFromFile(Path.of("processes", id + ".dmn").toFile());
  }

  /** Decides one case, which one row alone must do. */
  Answer decide(Map<String, Object> inputs) {
    hits.clear();
    Map<String, Object> outputs =
        engine.evaluateDecisionTable(decision, inputs).getSingleResult().getEntryMap();
    if (hits.size() != 1) {
      throw new AssertionError(inputs + " is decided by " + hits);
    }
    return new Answer(outputs, row(rowIds.indexOf(hits.get(0))));
  }

  /** The rows that decide none of the cases. */
  List<String> untested(List<Map<String, Object>> cases) {
    Set<String> tested = new TreeSet<>();
    cases.forEach(inputs -> tested.add(decide(inputs).row()));
    return IntStream.range(0, rowIds.size())
        .mapToObj(DecisionTable::row)
        .filter(row -> !tested.contains(row))
        .toList();
  }

  private static String row(int index) {
    return "第" + (index + 1) + "行";
  }
}
