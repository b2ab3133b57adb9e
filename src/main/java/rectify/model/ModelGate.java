package rectify.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.w3c.dom.Attr;
import org.w3c.dom.CharacterData;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import rectify.engine.Refusal;
import rectify.engine.RequiredProof;
import rectify.engine.Trusted;

/**
 * Stands before every deployment, whatever door it came through: a diagram brings the forms it is
 * bound to, dates its deadlines from an anchor, and reaches nothing but the product's own steps.
 * Without it a person would get a task that cannot be opened, and whoever may deploy could run any
 * code. A model that is in the engine already is loaded as it is; the product's own are held to
 * these rules and more when it is built.
 */
class ModelGate implements Deployer {

  private static final Set<String> CODE_ELEMENTS = Set.of("scriptTask", "script", "connector");
  private static final Set<String> CODE_ATTRIBUTES =
      Set.of("class", "delegateExpression", "variableMappingClass", "formHandlerClass", "formKey");
  private static final Set<String> RELATIVE_TIMERS = Set.of("timeDuration", "timeCycle");
  private static final Set<String> FUNCTIONS = Set.of("currentUser", "currentUserGroups");
  private static final Set<String> CAMUNDA =
      Set.of("http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Supplier<Map<String, Class<?>>> beans;

  /**
   * @param beans what an expression may call, by name; asked at each deployment
   */
  ModelGate(Supplier<Map<String, Class<?>>> beans) {
    this.beans = beans;
  }

  @Override
  public void deploy(DeploymentEntity deployment) {
    if (!deployment.isNew() || Trusted.active()) {
      return;
    }
    if (ModelDeployer.SOURCE.equals(deployment.getSource())) {
      throw new Refusal("部署来源“" + ModelDeployer.SOURCE + "”由系统自身使用，请换一个部署来源后再部署。");
    }
    if (deployment.getTenantId() != null) {
      throw new Refusal("流程图由全市共用，部署时请不要填写租户（Tenant ID）。");
    }
    Set<String> forms = forms(deployment);
    for (ResourceEntity resource : deployment.getResources().values()) {
      Set<String> problems = new LinkedHashSet<>();
      if (resource.getName().endsWith("bpmn") || resource.getName().endsWith("bpmn20.xml")) {
        checkDiagram(parse(resource).getDocumentElement(), forms, problems);
      } else if (resource.getName().endsWith("dmn") || resource.getName().endsWith("dmn11.xml")) {
        checkTable(parse(resource).getDocumentElement(), problems);
      }
      if (!problems.isEmpty()) {
        throw new Refusal(
            "“%s”不能部署，请改正后重新部署：%s。".formatted(resource.getName(), String.join("；", problems)));
      }
    }
  }

  private static Set<String> forms(DeploymentEntity deployment) {
    Set<String> ids = new HashSet<>();
    for (ResourceEntity resource : deployment.getResources().values()) {
      if (resource.getName().endsWith("form")) {
        try {
          ids.add(JSON.readTree(resource.getBytes()).path("id").asText());
        } catch (IOException e) {
          throw new Refusal("表单“" + resource.getName() + "”不是有效的JSON，请用建模工具重新保存后再部署。");
        }
      }
    }
    return ids;
  }

  private void checkDiagram(Element element, Set<String> forms, Set<String> problems) {
    String name = element.getLocalName();
    if (CODE_ELEMENTS.contains(name)) {
      problems.add(at(element) + "不得使用脚本或连接器，请改为调用业务组件的方法，如 ${orders.issue(hazardId, dueAt)}");
    }
    if (RELATIVE_TIMERS.contains(name)) {
      problems.add(
          at(element) + "的定时器须写明日期，请改用Date类型，如 ${deadlines.workingDaysAfter(dueAt, 3)}，不得用时长或循环");
    }
    checkForm(element, forms, problems);
    checkProof(element, problems);
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Attr attribute = (Attr) element.getAttributes().item(i);
      String attributeName = attribute.getLocalName();
      if (CODE_ATTRIBUTES.contains(attributeName)
          || attributeName.equals("type") && isCamunda(attribute)
          || attributeName.equals("language")) {
        problems.add(
            at(element)
                + "不得使用“"
                + attributeName
                + "”，请改用业务组件的方法（Expression）和Camunda表单（Form reference）");
      }
      checkExpression(element, attribute.getValue(), problems);
    }
    NodeList children = element.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      if (children.item(i) instanceof Element child) {
        checkDiagram(child, forms, problems);
      } else if (children.item(i) instanceof CharacterData text && !name.equals("documentation")) {
        checkExpression(element, text.getData(), problems);
      }
    }
  }

  private static void checkForm(Element element, Set<String> forms, Set<String> problems) {
    String form = camunda(element, "formRef");
    if (form == null) {
      return;
    }
    if (!"deployment".equals(camunda(element, "formRefBinding"))) {
      problems.add(at(element) + "的表单须与流程图一同部署，请把表单的Binding改为deployment");
    } else if (!forms.contains(form)) {
      problems.add(at(element) + "的表单“" + form + "”不在本次部署中，请把 " + form + ".form 一并加入部署");
    }
  }

  private static void checkProof(Element element, Set<String> problems) {
    if (!element.getLocalName().equals("properties")) {
      return;
    }
    Map<String, String> properties = new HashMap<>();
    NodeList children = element.getElementsByTagNameNS("*", "property");
    for (int i = 0; i < children.getLength(); i++) {
      Element property = (Element) children.item(i);
      properties.put(property.getAttribute("name"), property.getAttribute("value"));
    }
    RequiredProof.problems(properties)
        .forEach(problem -> problems.add(at(element) + "的" + problem));
  }

  private void checkExpression(Element element, String text, Set<String> problems) {
    if (!text.contains("${") && !text.contains("#{")) {
      return;
    }
    try {
      checkNode(
          new Builder(Builder.Feature.METHOD_INVOCATIONS).build(text.strip()).getRoot(),
          at(element) + "的表达式 " + text.strip() + " ",
          problems);
    } catch (TreeBuilderException e) {
      problems.add(at(element) + "的表达式 " + text.strip() + " 写法有误，请检查括号和引号");
    }
  }

  private void checkNode(Node node, String where, Set<String> problems) {
    if (node == null) {
      return;
    }
    if (node instanceof AstMethod && !callsBean(node.getChild(0))) {
      problems.add(
          where
              + "调用了未开放的对象，可用的有："
              + beans.get().keySet().stream()
                  .map(String::valueOf)
                  .collect(Collectors.toCollection(TreeSet::new))
                  .stream()
                  .collect(Collectors.joining("、")));
    }
    if (node instanceof AstFunction function && !FUNCTIONS.contains(function.getName())) {
      problems.add(where + "不得使用函数 " + function.getName() + "()，请改为调用业务组件的方法");
    }
    for (int i = 0; i < node.getCardinality(); i++) {
      checkNode(node.getChild(i), where, problems);
    }
  }

  private boolean callsBean(Node called) {
    return called instanceof AstDot
        && called.getChild(0) instanceof AstIdentifier owner
        && beans.get().containsKey(owner.getName());
  }

  private static void checkTable(Element root, Set<String> problems) {
    NodeList elements = root.getElementsByTagNameNS("*", "*");
    for (int i = -1; i < elements.getLength(); i++) {
      Element element = i < 0 ? root : (Element) elements.item(i);
      String language = element.getAttribute("expressionLanguage");
      if (!language.isEmpty() && !language.toLowerCase(Locale.ROOT).contains("feel")) {
        problems.add(at(element) + "的表达式语言须为FEEL，请改正");
      }
    }
  }

  private static boolean isCamunda(Attr attribute) {
    String namespace = attribute.getNamespaceURI();
    return namespace != null && CAMUNDA.contains(namespace);
  }

  private static String camunda(Element element, String attribute) {
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Attr candidate = (Attr) element.getAttributes().item(i);
      if (isCamunda(candidate) && attribute.equals(candidate.getLocalName())) {
        return candidate.getValue();
      }
    }
    return null;
  }

  /** The nearest element around with an id, by the name people see. */
  private static String at(Element element) {
    Element owner = element;
    while (!owner.hasAttribute("name") && owner.getParentNode() instanceof Element parent) {
      owner = parent;
    }
    String name = owner.getAttribute("name");
    return "“" + (name.isEmpty() ? element.getLocalName() : name) + "”";
  }

  private static Document parse(ResourceEntity resource) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(resource.getBytes()));
    } catch (SAXException | IOException e) {
      throw new Refusal("“" + resource.getName() + "”不是有效的XML，请用建模工具重新保存后再部署。");
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }
}
