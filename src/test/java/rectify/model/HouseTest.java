package rectify.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import rectify.diagram.RungRules;
import rectify.hazard.Duty;

/** The rules of the house hang together with the diagrams, the code and the handbook. */
class HouseTest {

  private static final Path HANDBOOK = Path.of("docs", "designer.md");
  private static final String BEGIN = "<!-- 以下由 house.yaml 生成 -->\n";
  private static final String END = "<!-- 以上由 house.yaml 生成 -->";

  private final House house = House.ours();
  private final Models product = Models.of(ModelDeployer.read(), new Report());

  @Test
  void every_number_of_the_products_diagrams_has_a_range_of_its_own() {
    for (Models.ProcessFile process : product.processes()) {
      House.Rules rules = house.processes().get(process.id());
      assertThat(rules).as(process.id()).isNotNull();
      Xml.all(process.xml().getDocumentElement())
          .filter(
              element ->
                  Xml.is(element, "userTask")
                      || Xml.is(element, "boundaryEvent")
                      || Xml.is(element, "intermediateCatchEvent"))
          .filter(element -> Deadline.of(Deadline.written(element)).map(Deadline::days).isPresent())
          .map(element -> element.getAttribute("id"))
          .forEach(
              id ->
                  assertThat(rules.ranges().containsKey(id)).as(process.id() + " " + id).isTrue());
    }
  }

  @Test
  void every_rule_names_what_is_in_its_diagram() {
    house
        .processes()
        .forEach(
            (id, rules) -> {
              Map<String, Element> elements =
                  Xml.all(diagram(id).xml().getDocumentElement())
                      .filter(element -> element.hasAttribute("id"))
                      .collect(Collectors.toMap(e -> e.getAttribute("id"), e -> e, (a, b) -> a));
              assertThat(elements.keySet()).as(id).containsAll(rules.ranges().keySet());
              rules.rising().forEach(order -> assertThat(elements.keySet()).containsAll(order));
              Vocabulary vocabulary = new Vocabulary(product, Code.ofProduct(Set.of()));
              assertThat(vocabulary.names(id))
                  .as(id)
                  .contains(rules.caseVariable())
                  .containsAll(rules.anchors())
                  .containsAll(rules.groups());
            });
  }

  @Test
  void the_words_are_those_of_the_diagrams_and_the_code() {
    assertThat(house.words().get(House.RUNG))
        .containsExactly(
            RungRules.lowestFirst(
                    Xml.all(diagram("supervision").xml().getDocumentElement()).toList())
                .toArray(String[]::new));
    house.words().get(House.DUTY).forEach(duty -> assertThat(Duty.of(duty).chinese()).isNotBlank());
  }

  @Test
  void the_handbook_shows_the_rules_as_they_are() throws IOException {
    String handbook = Files.readString(HANDBOOK);
    String printed =
        handbook.substring(handbook.indexOf(BEGIN) + BEGIN.length(), handbook.indexOf(END));

    assertThat(printed)
        .as("docs/designer.md 里的表与 house.yaml 不同，请改成：\n%s", table())
        .isEqualTo(table());
  }

  private String table() {
    StringBuilder table = new StringBuilder("\n| 流程图 | 哪里的数字 | 范围 | 依据 |\n|---|---|---|---|\n");
    house
        .processes()
        .forEach(
            (id, rules) ->
                rules
                    .ranges()
                    .forEach(
                        (element, range) ->
                            table.append(
                                "| `%s` | %s（`%s`）%s | %d–%d | %s |\n"
                                    .formatted(
                                        id,
                                        name(id, element),
                                        element,
                                        deadlineOf(id, element),
                                        range.from(),
                                        range.to(),
                                        range.why()))));
    table.append("\n| 流程图 | 新增的步骤可以写成 |\n|---|---|\n");
    house
        .processes()
        .forEach(
            (id, rules) ->
                table.append(
                    "| `%s` | %s |\n"
                        .formatted(
                            id,
                            rules.additions().stream()
                                .map(pattern -> "`${" + pattern + "}`")
                                .collect(Collectors.joining("<br>")))));
    table.append("\n级别：%s。职责：%s。\n\n".formatted(words(House.RUNG), words(House.DUTY)));
    return table.toString();
  }

  /** Of which tasks a timer is the deadline. */
  private String deadlineOf(String process, String timer) {
    Element event = element(process, timer);
    return Xml.all(diagram(process).xml().getDocumentElement())
        .filter(task -> Xml.is(task, "userTask"))
        .filter(
            task ->
                Deadline.mark(task).equals(timer)
                    || Deadline.mark(event).equals("true")
                        && event.getAttribute("attachedToRef").equals(task.getAttribute("id")))
        .map(task -> "，即“" + task.getAttribute("name") + "”的到期日")
        .collect(Collectors.joining());
  }

  private String words(String kind) {
    return house.words().get(kind).stream()
        .map(word -> "`" + word + "`")
        .collect(Collectors.joining("、"));
  }

  private String name(String process, String element) {
    return element(process, element).getAttribute("name");
  }

  private Element element(String process, String element) {
    return Xml.all(diagram(process).xml().getDocumentElement())
        .filter(one -> one.getAttribute("id").equals(element))
        .findFirst()
        .orElseThrow();
  }

  private Models.ProcessFile diagram(String id) {
    return product.processes().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
