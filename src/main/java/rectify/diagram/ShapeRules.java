package rectify.diagram;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import rectify.form.RequiredProof;
import rectify.model.Deadline;
import rectify.model.House;
import rectify.model.Models.ProcessFile;
import rectify.model.Report;
import rectify.model.Xml;

/**
 * A diagram keeps what the product's own has: each node, flow, condition, step, group and form.
 * What people do and what the law asks hangs on them, so a designer chooses numbers, words and what
 * is added beside the main path; the code stands behind the rest.
 */
public final class ShapeRules {

  private static final Set<String> KEPT =
      Set.of(
          "process",
          "startEvent",
          "endEvent",
          "boundaryEvent",
          "intermediateCatchEvent",
          "userTask",
          "serviceTask",
          "businessRuleTask",
          "receiveTask",
          "callActivity",
          "subProcess",
          "exclusiveGateway",
          "parallelGateway",
          "sequenceFlow",
          "message",
          "error",
          "signal",
          "escalation");
  private static final Set<String> FREE_CHILDREN =
      Set.of("documentation", "incoming", "outgoing", "textAnnotation", "association", "group");
  private static final Set<String> FREE_ATTRIBUTES =
      Set.of(
          "id",
          "type",
          "name",
          "implementation",
          "gatewayDirection",
          "processType",
          "isClosed",
          "versionTag",
          "historyTimeToLive",
          "textFormat");
  private static final Set<String> TRANSPARENT =
      Set.of("extensionElements", "inputOutput", "properties");
  private static final Map<String, String> CALLED =
      Map.ofEntries(
          Map.entry("@dueDate", "到期日（Due date）"),
          Map.entry("@candidateGroups", "候选组（Candidate groups）"),
          Map.entry("@assignee", "办理人（Assignee）"),
          Map.entry("@formRef", "表单（Form reference）"),
          Map.entry("@formRefBinding", "表单绑定（Binding）"),
          Map.entry("@expression", "步骤（Expression）"),
          Map.entry("@resultVariable", "结果变量（Result variable）"),
          Map.entry("@attachedToRef", "所在的任务"),
          Map.entry("@cancelActivity", "是否中断"),
          Map.entry("@sourceRef", "起点"),
          Map.entry("@targetRef", "终点"),
          Map.entry("@default", "默认分支"),
          Map.entry("@isExecutable", "Executable"),
          Map.entry("conditionExpression", "条件"),
          Map.entry("timerEventDefinition/timeDate", "定时器日期（Date）"));

  private final String file;
  private final Document xml;
  private final ProcessFile product;
  private final House house;
  private final Report report;

  public ShapeRules(String file, Document xml, ProcessFile product, House house, Report report) {
    this.file = file;
    this.xml = xml;
    this.product = product;
    this.house = house;
    this.report = report;
  }

  public void check() {
    Map<String, Element> present = byId(xml, true);
    Map<String, Element> kept = byId(product.xml(), false);
    kept.forEach(
        (id, element) -> {
          Element now = present.get(id);
          if (now == null) {
            report.say(
                file, id, element.getAttribute("name"), "产品自带流程图里有它，不得删除或改 ID，请恢复；要停用的请联系产品负责人。");
          } else {
            compare(now, element);
          }
        });
    Set<String> added = new LinkedHashSet<>(present.keySet());
    added.removeAll(kept.keySet());
    new AdditionRules(file, product, house, report).check(present, added);
  }

  /** Everything with an id that a token or a message meets. */
  private Map<String, Element> byId(Document document, boolean complain) {
    Map<String, Element> found = new LinkedHashMap<>();
    Xml.all(document.getDocumentElement())
        .filter(element -> Xml.BPMN.equals(element.getNamespaceURI()))
        .filter(element -> KEPT.contains(element.getLocalName()))
        .forEach(
            element -> {
              String id = element.getAttribute("id");
              if (complain && (id.isBlank() || found.containsKey(id))) {
                say(element, "“" + element.getLocalName() + "”的 ID 空缺或与别的相同，请另取一个 ID。");
              }
              found.put(id, element);
            });
    return found;
  }

  private void compare(Element now, Element kept) {
    if (!now.getLocalName().equals(kept.getLocalName())) {
      say(now, "须为“" + kept.getLocalName() + "”，请改回产品自带流程图的类型。");
      return;
    }
    if (!scope(now).equals(scope(kept))) {
      say(now, "须画在产品自带流程图的原处（" + scope(kept) + "之内），请移回。");
    }
    Map<String, String> facts = facts(now);
    Map<String, String> wanted = facts(kept);
    wanted.forEach(
        (what, value) -> {
          if (!value.equals(facts.get(what)) && !mayDiffer(what, facts.get(what))) {
            say(
                now,
                "%s须为“%s”%s，请改回。"
                    .formatted(
                        called(what),
                        value,
                        facts.get(what) == null ? "，现在没有" : "，现为“" + shown(facts.get(what)) + "”"));
          }
        });
    facts.forEach(
        (what, value) -> {
          if (!wanted.containsKey(what) && !mayAppear(what, wanted)) {
            say(now, "多出%s“%s”，请删除。".formatted(called(what), shown(value)));
          }
        });
  }

  /** Which kind of proof is the designer's to choose, and asking for it always is stricter. */
  private static boolean mayDiffer(String what, String now) {
    return what.equals(property(RequiredProof.KIND)) && now != null
        || what.equals(property(RequiredProof.WHEN)) && now == null;
  }

  private static boolean mayAppear(String what, Map<String, String> wanted) {
    boolean proof =
        what.equals(property(RequiredProof.KIND)) || what.equals(property(RequiredProof.WHEN));
    return proof && !wanted.containsKey(property(RequiredProof.KIND))
        || what.equals(property("clock"));
  }

  private static String property(String name) {
    return "property[" + name + "]@value";
  }

  private static Map<String, String> facts(Element element) {
    Map<String, String> facts = new LinkedHashMap<>();
    collect(element, "", facts);
    if (Xml.is(element, "boundaryEvent")) {
      facts.putIfAbsent("@cancelActivity", "true");
    }
    if (element.getLocalName().equals("message") || element.getLocalName().equals("error")) {
      facts.put("@name", element.getAttribute("name"));
    }
    return facts;
  }

  private static void collect(Element element, String path, Map<String, String> facts) {
    String key = Xml.CAMUNDA.equals(element.getNamespaceURI()) ? keyOf(element) : null;
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Attr attribute = (Attr) attributes.item(i);
      String name = attribute.getLocalName();
      boolean names = key != null && key.equals(attribute.getValue());
      if (!FREE_ATTRIBUTES.contains(name)
          && !names
          && !String.valueOf(attribute.getNamespaceURI()).startsWith("http://www.w3.org/2000/")) {
        facts.merge(path + "@" + name, plain(attribute.getValue()), (a, b) -> a + " | " + b);
      }
    }
    String text = Xml.text(element).strip();
    if (!text.isEmpty()) {
      facts.merge(path, plain(text), (a, b) -> a + " | " + b);
    } else if (!path.isEmpty() && attributes.getLength() == 0) {
      facts.putIfAbsent(path, "");
    }
    for (Element child : Xml.children(element)) {
      String name = child.getLocalName();
      boolean bpmn = Xml.BPMN.equals(child.getNamespaceURI());
      if (bpmn && (KEPT.contains(name) || FREE_CHILDREN.contains(name))) {
        continue;
      }
      if (TRANSPARENT.contains(name)) {
        collect(child, path, facts);
        continue;
      }
      String childKey = bpmn ? null : keyOf(child);
      String step = childKey == null ? name : name + "[" + childKey + "]";
      if (bpmn && name.endsWith("EventDefinition")) {
        facts.put((path.isEmpty() ? "" : path + "/") + step, "");
      }
      collect(child, path.isEmpty() ? step : path + "/" + step, facts);
    }
  }

  private static String keyOf(Element element) {
    for (String name : new String[] {"name", "target"}) {
      if (element.hasAttribute(name)) {
        return element.getAttribute(name);
      }
    }
    return null;
  }

  private static String plain(String value) {
    return Deadline.of(value).map(Deadline::shape).orElse(value.strip());
  }

  static String scope(Element element) {
    return element.getParentNode() instanceof Element parent ? parent.getAttribute("id") : "";
  }

  private static String called(String what) {
    return CALLED.getOrDefault(what, "“" + what + "”");
  }

  private static String shown(String value) {
    return value.length() <= 80 ? value : value.substring(0, 80) + "…";
  }

  private void say(Element element, String sentence) {
    report.say(file, Xml.id(element), Xml.name(element), sentence);
  }
}
