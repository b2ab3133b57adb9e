package rectify.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * What a decision table may be made of: the elements and attributes the house uses, no others. What
 * the engine does not know it leaves out in silence, or reads in another language than FEEL.
 */
public final class TableShape {

  static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
  static final int MAX_BYTES = 1 << 20;
  public static final int MAX_ROWS = 500;
  public static final int MAX_COLUMNS = 20;

  private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
  private static final String FEEL = "https://www.omg.org/spec/DMN/20191111/FEEL/";

  /** The elements of DMN a table has, and the attributes of each. */
  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry(
              "definitions", Set.of("id", "name", "namespace", "exporter", "exporterVersion")),
          Map.entry("decision", Set.of("id", "name")),
          Map.entry("description", Set.of()),
          Map.entry("decisionTable", Set.of("id", "hitPolicy", "preferredOrientation")),
          Map.entry("input", Set.of("id", "label")),
          Map.entry("inputExpression", Set.of("id", "typeRef")),
          Map.entry("inputValues", Set.of("id")),
          Map.entry("output", Set.of("id", "label", "name", "typeRef")),
          Map.entry("outputValues", Set.of("id")),
          Map.entry("rule", Set.of("id")),
          Map.entry("inputEntry", Set.of("id")),
          Map.entry("outputEntry", Set.of("id")),
          Map.entry("text", Set.of()));

  private static final Set<String> CAMUNDA_ATTRIBUTES =
      Set.of("historyTimeToLive", "versionTag", "diagramRelationId");

  private final String file;
  private final Report report;

  public TableShape(String file, Report report) {
    this.file = file;
    this.report = report;
  }

  /** Why the file cannot be read as a table at all, in Chinese; null if it can. */
  static String unreadable(byte[] content) {
    if (content.length > MAX_BYTES) {
      return "文件过大，最多" + MAX_BYTES / 1024 + "KB，请拆成几张判定表。";
    }
    Element root;
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      root = builder.parse(new ByteArrayInputStream(content)).getDocumentElement();
    } catch (SAXException | IOException e) {
      return "不是有效的XML，请用建模工具重新保存后再部署。";
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
    if (!"definitions".equals(root.getLocalName()) || !DMN.equals(root.getNamespaceURI())) {
      return "不是DMN 1.3的判定表，请用Camunda Modeler的“DMN diagram（Camunda Platform 7）”重新建立后再部署。";
    }
    return null;
  }

  public void check(Node document) {
    walk(document instanceof Element root ? root : (Element) document.getFirstChild());
  }

  private void walk(Element element) {
    String name = element.getLocalName();
    if (!DMN.equals(element.getNamespaceURI())) {
      if (inTable(element)) {
        say(element, "“" + name + "”不能写在判定表里，请删除。");
      }
      return;
    }
    if (!ALLOWED.containsKey(name)) {
      say(element, "判定表不支持“" + name + "”，只能用一张由输入列、输出列和规则行组成的决策表，请删除。");
      return;
    }
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      attribute(element, (Attr) element.getAttributes().item(i));
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        walk(inner);
      }
    }
  }

  private void attribute(Element element, Attr attribute) {
    String namespace = attribute.getNamespaceURI();
    String name = attribute.getLocalName();
    if (name.equals("expressionLanguage") || name.equals("typeLanguage")) {
      String language = attribute.getValue();
      if (!language.isBlank() && !language.equalsIgnoreCase("feel") && !language.equals(FEEL)) {
        report.say(file, "决策表只用 FEEL 表达式，请清除其他表达式语言。");
      }
    } else if (namespace == null && !ALLOWED.get(element.getLocalName()).contains(name)
        || CAMUNDA.equals(namespace) && !CAMUNDA_ATTRIBUTES.contains(name)) {
      say(element, "不支持属性“" + name + "”，请删除。");
    }
  }

  /** Diagram data stands beside the decisions and is not read; inside a table nothing else may. */
  private static boolean inTable(Element element) {
    return element.getParentNode() instanceof Element parent
        && !"definitions".equals(parent.getLocalName());
  }

  private void say(Element element, String sentence) {
    Element owner = element;
    while (!owner.hasAttribute("id") && owner.getParentNode() instanceof Element parent) {
      owner = parent;
    }
    String label = owner.getAttribute(owner.hasAttribute("label") ? "label" : "name");
    report.say(file, owner.getAttribute("id"), label, sentence);
  }
}
