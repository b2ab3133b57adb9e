package rectify.diagram;

import java.util.Map;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import rectify.model.Expressions;
import rectify.model.House;
import rectify.model.Report;
import rectify.model.Xml;

/**
 * A diagram is drawn with the elements and attributes the house uses, and with no others: the
 * engine knows many more, and each is a way to run code, to wait for ever or to reach other cases.
 */
public final class ElementRules {

  private static final String XMLNS = "http://www.w3.org/2000/xmlns/";
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  private static final Set<String> PICTURE =
      Set.of(
          "http://www.omg.org/spec/BPMN/20100524/DI",
          "http://www.omg.org/spec/DD/20100524/DC",
          "http://www.omg.org/spec/DD/20100524/DI");
  private static final Set<String> COLOURS =
      Set.of(
          "http://bpmn.io/schema/bpmn/biocolor/1.0",
          "http://www.omg.org/spec/BPMN/non-normative/color/1.0");
  private static final Set<String> MODELER =
      Set.of("http://camunda.org/schema/modeler/1.0", "http://bpmn.io/schema/modeler/1.0");
  private static final String CODE = "不得指定 Java 类或委托表达式，请改为“Expression”：${bean.方法(…)}。";
  private static final String EXTERNAL = "不得使用外部任务（External task），请改为调用 ${bean.方法(…)}。";
  private static final String SCRIPT = "不得使用脚本，请改为调用 ${bean.方法(…)}。";
  private static final String MAPPING = "不得用代码传递变量，请逐个写明传入和传出的变量。";
  private static final String TIMER =
      "定时器须用“日期（Date）”，不得用时长或周期，如 ${deadlines.workingDaysAfter(dueAt, 3)}。";

  /** What to do instead, where a designer might well try it. */
  private static final Map<String, String> INSTEAD =
      Map.ofEntries(
          Map.entry("scriptTask", SCRIPT),
          Map.entry("camunda:script", SCRIPT),
          Map.entry("script", SCRIPT),
          Map.entry("camunda:connector", "不得使用连接器（Connector），请改为调用 ${bean.方法(…)}。"),
          Map.entry("camunda:executionListener", "不得使用监听器，请把这一步画成一个服务任务。"),
          Map.entry("camunda:taskListener", "不得使用监听器，请把这一步画成一个服务任务。"),
          Map.entry("camunda:field", "不得使用字段注入（Field injection），请改为方法参数。"),
          Map.entry("camunda:formData", "不得使用生成式表单，请改用 forms 目录中的表单。"),
          Map.entry("camunda:list", "输入输出参数只能写文字或表达式，不得使用列表。"),
          Map.entry("camunda:map", "输入输出参数只能写文字或表达式，不得使用映射。"),
          Map.entry("timeDuration", TIMER),
          Map.entry("timeCycle", TIMER),
          Map.entry("@camunda:class", CODE),
          Map.entry("@camunda:delegateExpression", CODE),
          Map.entry("@camunda:topic", EXTERNAL),
          Map.entry("@camunda:type", EXTERNAL),
          Map.entry("@camunda:formKey", "不得使用 Form key，请改为“Camunda Forms”并填写表单 ID。"),
          Map.entry("@camunda:variableMappingClass", MAPPING),
          Map.entry("@camunda:variableMappingDelegateExpression", MAPPING),
          Map.entry("@language", SCRIPT),
          Map.entry("@camunda:variables", "不得整体传递变量，请逐个写明传入和传出的变量。"));

  private final String file;
  private final House house;
  private final Report report;

  public ElementRules(String file, House house, Report report) {
    this.file = file;
    this.house = house;
    this.report = report;
  }

  public void check(Element element) {
    if (PICTURE.contains(String.valueOf(element.getNamespaceURI()))) {
      picture(element);
      return;
    }
    String name = key(element);
    Set<String> attributes = house.elements().get(name);
    if (attributes == null) {
      say(element, INSTEAD.getOrDefault(name, "不收“" + shown(element) + "”元素，请删除它，改用产品自带流程图用到的元素。"));
      return;
    }
    NamedNodeMap present = element.getAttributes();
    for (int i = 0; i < present.getLength(); i++) {
      attribute(element, (Attr) present.item(i), attributes);
    }
    String text = Xml.text(element);
    boolean expression = house.texts().contains(name + "=");
    if (!text.isBlank() && !expression && !house.texts().contains(name)) {
      say(element, "“" + shown(element) + "”里不得写文字，请删除“" + start(text) + "”。");
    } else if (!expression && Expressions.isExpression(text)) {
      say(element, "“" + shown(element) + "”里只能写普通文字，不得写表达式，请删除其中的“${”。");
    } else if (!text.isBlank() && !Xml.children(element).isEmpty()) {
      say(element, foreignChild(element));
      return;
    }
    Xml.children(element).forEach(this::check);
  }

  /** The engine puts the pieces of a text together across what stands between them. */
  private String foreignChild(Element element) {
    String child = key(Xml.children(element).get(0));
    return INSTEAD.getOrDefault(child, "“" + shown(element) + "”的文字中间不得夹有其他元素，请删除它们。");
  }

  private void attribute(Element element, Attr attribute, Set<String> allowed) {
    String namespace = attribute.getNamespaceURI();
    if (XMLNS.equals(namespace)
        || namespace != null && namespace.startsWith("http://www.w3.org/XML/")) {
      return;
    }
    boolean root = Xml.is(element, "definitions");
    if (root && (MODELER.contains(String.valueOf(namespace)) || XSI.equals(namespace))) {
      return;
    }
    String name = prefix(namespace) + attribute.getLocalName();
    if (!allowed.contains(name) && !allowed.contains(name + "=")) {
      say(
          element,
          INSTEAD.getOrDefault("@" + name, "不收“" + attribute.getName() + "”属性，请在属性面板中清除它。"));
    } else if (!allowed.contains(name + "=") && Expressions.isExpression(attribute.getValue())) {
      say(element, "“" + attribute.getName() + "”只能写普通文字，不得写表达式，请删除其中的“${”。");
    }
  }

  private void picture(Element element) {
    NamedNodeMap present = element.getAttributes();
    for (int i = 0; i < present.getLength(); i++) {
      Attr attribute = (Attr) present.item(i);
      String namespace = attribute.getNamespaceURI();
      if (namespace != null
          && !XMLNS.equals(namespace)
          && !XSI.equals(namespace)
          && !COLOURS.contains(namespace)) {
        say(element, "图形部分不收“" + attribute.getName() + "”属性，请用 Camunda Modeler 重新画出这个图形。");
      }
    }
    for (Element child : Xml.children(element)) {
      if (PICTURE.contains(String.valueOf(child.getNamespaceURI()))) {
        picture(child);
      } else {
        say(child, "图形部分不收“" + shown(child) + "”元素，请用 Camunda Modeler 重新画出这个图形。");
      }
    }
  }

  private static String key(Element element) {
    String namespace = String.valueOf(element.getNamespaceURI());
    return (Xml.BPMN.equals(namespace) ? "" : prefix(namespace)) + element.getLocalName();
  }

  private static String prefix(String namespace) {
    if (namespace == null) {
      return "";
    }
    return switch (namespace) {
      case Xml.CAMUNDA -> "camunda:";
      case XSI -> "xsi:";
      default -> "{" + namespace + "}";
    };
  }

  private static String shown(Element element) {
    return element.getTagName();
  }

  private static String start(String text) {
    String plain = text.strip();
    return plain.length() <= 20 ? plain : plain.substring(0, 20) + "…";
  }

  private void say(Element element, String sentence) {
    report.say(file, Xml.id(element), Xml.name(element), sentence);
  }
}
