package rectify.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/**
 * The rules of processes/.bpmnlintrc, which the Modeler's linter reads too: each that is switched
 * on is checked here by its name.
 */
class BpmnLintTest {

  private static final Path PROCESSES = Path.of("processes");
  private static final Set<String> TASKS =
      Set.of("userTask", "serviceTask", "businessRuleTask", "receiveTask", "callActivity");

  /** Whether an element breaks a rule. */
  private static final Map<String, BiPredicate<Drawing, Element>> RULES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(
                  "conditional-flows",
                  (drawing, flow) ->
                      flow.getLocalName().equals("sequenceFlow")
                          && isGateway(from(drawing, flow))
                          && outgoing(drawing, from(drawing, flow)).size() > 1
                          && from(drawing, flow).getLocalName().equals("exclusiveGateway")
                          && Drawing.child(flow, "conditionExpression") == null
                          && !from(drawing, flow)
                              .getAttribute("default")
                              .equals(flow.getAttribute("id"))),
              Map.entry(
                  "end-event-required", (drawing, scope) -> isScope(scope) && lacks(scope, "end")),
              Map.entry(
                  "start-event-required",
                  (drawing, scope) -> isScope(scope) && lacks(scope, "start")),
              Map.entry(
                  "no-complex-gateway",
                  (drawing, element) -> element.getLocalName().equals("complexGateway")),
              Map.entry(
                  "no-inclusive-gateway",
                  (drawing, element) -> element.getLocalName().equals("inclusiveGateway")),
              Map.entry(
                  "no-disconnected",
                  (drawing, node) ->
                      isNode(node)
                          && !triggered(node)
                          && !node.getLocalName().equals("boundaryEvent")
                          && incoming(drawing, node).isEmpty()
                          && outgoing(drawing, node).isEmpty()),
              Map.entry(
                  "no-duplicate-sequence-flows",
                  (drawing, flow) ->
                      flow.getLocalName().equals("sequenceFlow")
                          && outgoing(drawing, from(drawing, flow)).stream()
                                  .filter(
                                      other ->
                                          other
                                              .getAttribute("targetRef")
                                              .equals(flow.getAttribute("targetRef")))
                                  .count()
                              > 1),
              Map.entry(
                  "no-gateway-join-fork",
                  (drawing, node) ->
                      isGateway(node)
                          && incoming(drawing, node).size() > 1
                          && outgoing(drawing, node).size() > 1),
              Map.entry(
                  "superfluous-gateway",
                  (drawing, node) ->
                      isGateway(node)
                          && incoming(drawing, node).size() == 1
                          && outgoing(drawing, node).size() == 1),
              Map.entry(
                  "no-implicit-end",
                  (drawing, node) ->
                      isNode(node)
                          && !triggered(node)
                          && !node.getLocalName().equals("endEvent")
                          && outgoing(drawing, node).isEmpty()),
              Map.entry(
                  "no-implicit-split",
                  (drawing, node) ->
                      isNode(node)
                          && !isGateway(node)
                          && outgoing(drawing, node).stream()
                                  .filter(
                                      flow -> Drawing.child(flow, "conditionExpression") == null)
                                  .count()
                              > 1),
              Map.entry(
                  "single-blank-start-event",
                  (drawing, scope) -> isScope(scope) && blankStarts(scope).size() > 1),
              Map.entry(
                  "sub-process-blank-start-event",
                  (drawing, scope) ->
                      scope.getLocalName().equals("subProcess")
                          && !triggered(scope)
                          && starts(scope).size() != blankStarts(scope).size()),
              Map.entry(
                  "event-sub-process-typed-start-event",
                  (drawing, scope) -> triggered(scope) && !blankStarts(scope).isEmpty()),
              Map.entry(
                  "no-bpmndi",
                  (drawing, element) ->
                      (isNode(element) || element.getLocalName().equals("sequenceFlow"))
                          && !drawing.shapes().containsKey(element.getAttribute("id"))
                          && !drawing.lines().containsKey(element.getAttribute("id")))));

  static List<Path> diagrams() throws IOException {
    try (Stream<Path> all = Files.list(PROCESSES)) {
      return all.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void a_diagram_keeps_the_rules_of_the_linter(Path diagram) throws IOException {
    assertThat(broken(Drawing.of(diagram))).isEmpty();
  }

  @Test
  void every_rule_that_is_switched_on_is_checked() throws IOException {
    Set<String> on = new HashSet<>();
    rules()
        .properties()
        .forEach(
            rule -> {
              if (!rule.getValue().asText().equals("off")) {
                on.add(rule.getKey());
              }
            });

    assertThat(RULES.keySet()).containsExactlyInAnyOrderElementsOf(on);
  }

  @Test
  void what_breaks_a_rule_is_found() throws IOException {
    String diagram = Files.readString(PROCESSES.resolve("self-check.bpmn"));

    assertThat(
            broken(
                Drawing.of(
                    diagram.replace(
                        "sourceRef=\"Activity_Submit\"", "sourceRef=\"Activity_Check\""))))
        .contains("no-implicit-split: Activity_Check", "no-implicit-end: Activity_Submit");
  }

  private static JsonNode rules() throws IOException {
    return new ObjectMapper().readTree(PROCESSES.resolve(".bpmnlintrc").toFile()).path("rules");
  }

  private static List<String> broken(Drawing drawing) {
    List<String> broken = new ArrayList<>();
    RULES.forEach(
        (rule, breaks) ->
            drawing.elements().values().stream()
                .filter(element -> breaks.test(drawing, element))
                .forEach(element -> broken.add(rule + ": " + element.getAttribute("id"))));
    return broken;
  }

  private static boolean isScope(Element element) {
    return Set.of("process", "subProcess").contains(element.getLocalName());
  }

  private static boolean triggered(Element element) {
    return "true".equals(element.getAttribute("triggeredByEvent"));
  }

  private static boolean isGateway(Element element) {
    return element.getLocalName().endsWith("Gateway");
  }

  private static boolean isNode(Element element) {
    String kind = element.getLocalName();
    return TASKS.contains(kind)
        || isGateway(element)
        || kind.equals("subProcess")
        || kind.endsWith("Event")
        || kind.equals("intermediateCatchEvent");
  }

  private static boolean lacks(Element scope, String event) {
    return Drawing.children(scope).stream()
        .noneMatch(child -> child.getLocalName().equals(event + "Event"));
  }

  private static List<Element> starts(Element scope) {
    return Drawing.children(scope).stream()
        .filter(child -> child.getLocalName().equals("startEvent"))
        .toList();
  }

  private static List<Element> blankStarts(Element scope) {
    return starts(scope).stream()
        .filter(
            start ->
                Drawing.children(start).stream()
                    .noneMatch(child -> child.getLocalName().endsWith("EventDefinition")))
        .toList();
  }

  private static Element from(Drawing drawing, Element flow) {
    return drawing.elements().get(flow.getAttribute("sourceRef"));
  }

  private static List<Element> outgoing(Drawing drawing, Element node) {
    return flows(drawing, "sourceRef", node);
  }

  private static List<Element> incoming(Drawing drawing, Element node) {
    return flows(drawing, "targetRef", node);
  }

  private static List<Element> flows(Drawing drawing, String end, Element node) {
    return drawing.elements().values().stream()
        .filter(flow -> flow.getLocalName().equals("sequenceFlow"))
        .filter(flow -> flow.getAttribute(end).equals(node.getAttribute("id")))
        .toList();
  }
}
