package rectify.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.model.dmn.instance.Input;
import rectify.model.Feel;

/** What a decision table is asked before it deploys: every combination of typed values. */
final class TableSamples {

  static final int MOST = 5000;

  private final List<Input> inputs;
  private final Optional<DecisionPromise> promise;

  TableSamples(List<Input> inputs, Optional<DecisionPromise> promise) {
    this.inputs = inputs;
    this.promise = promise;
  }

  /** At most one more than {@link #MOST}. */
  List<Map<String, Object>> of(DmnDecisionTableImpl whole) {
    List<Map<String, Object>> combinations = new ArrayList<>(List.of(Map.of()));
    for (int column = 0; column < inputs.size(); column++) {
      String name = TableCells.name(inputs.get(column));
      List<Map<String, Object>> wider = new ArrayList<>();
      for (Object sample : values(whole, column)) {
        for (Map<String, Object> combination : combinations) {
          Map<String, Object> one = new LinkedHashMap<>(combination);
          one.put(name, sample);
          wider.add(one);
          if (wider.size() > MOST) {
            return wider;
          }
        }
      }
      combinations = wider;
    }
    return combinations;
  }

  /** What is known of a column, and every text its cells compare it with. */
  private Set<Object> values(DmnDecisionTableImpl whole, int column) {
    Input input = inputs.get(column);
    Set<Object> values = new LinkedHashSet<>();
    promise.stream()
        .flatMap(promised -> promised.inputs().stream())
        .filter(promised -> promised.name().equals(TableCells.name(input)))
        .forEach(promised -> values.addAll(promised.samples()));
    switch (TableCells.type(input)) {
      case "boolean" -> values.addAll(List.of(true, false));
      case "integer" -> values.addAll(List.of(-1, 0, 1, 30, 1000));
      case "double" -> values.addAll(List.of(-1.0, 0.0, 0.5, 100.0));
      default ->
          whole.getRules().stream()
              .map(rule -> rule.getConditions().get(column).getExpression())
              .filter(cell -> cell != null && !cell.isBlank())
              .forEach(cell -> values.addAll(Feel.tests(cell).texts()));
    }
    if (values.isEmpty()) {
      values.add("");
    }
    return values;
  }
}
