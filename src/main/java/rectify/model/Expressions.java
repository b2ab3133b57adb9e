package rectify.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstLiteral;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstProperty;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** Reads expressions as the engine does. */
public final class Expressions {

  private Expressions() {}

  /** A call such as {@code hazards.close(hazardId)}; bean is null unless a plain name is called. */
  public record Call(String bean, String method, int arguments) {}

  /** A property read such as {@code decisionResult.singleResult}. */
  public record Property(String owner, String name) {}

  /**
   * What one expression calls and reads.
   *
   * @param refused what it does beyond calling, reading and comparing, each as a complaint
   */
  public record Parsed(
      List<Call> calls,
      List<String> names,
      List<Property> properties,
      List<String> functions,
      Set<String> refused) {}

  private static final Set<AstBinary.Operator> COMPARISONS =
      Set.of(
          AstBinary.EQ,
          AstBinary.NE,
          AstBinary.LT,
          AstBinary.LE,
          AstBinary.GT,
          AstBinary.GE,
          AstBinary.AND,
          AstBinary.OR);

  public static Parsed parse(String text) throws TreeBuilderException {
    Parsed parsed =
        new Parsed(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new LinkedHashSet<>());
    try {
      Node root = new Builder(Builder.Feature.METHOD_INVOCATIONS).build(text).getRoot();
      if (!(root instanceof AstEval eval) || eval.isDeferred()) {
        parsed.refused.add("须整个写成一个 ${…}，前后不得有其他文字，也不得写 #{…}");
      }
      walk(root, parsed);
    } catch (StackOverflowError e) {
      parsed.refused.add("过长，请改为调用业务组件的方法");
    }
    return parsed;
  }

  private static void walk(Node node, Parsed parsed) {
    if (node == null) {
      return;
    }
    if (node instanceof AstMethod) {
      Node property = node.getChild(0);
      Node arguments = node.getChild(1);
      Node owner = property.getChild(0);
      boolean plain = property instanceof AstDot && owner instanceof AstIdentifier;
      parsed.calls.add(
          new Call(
              plain ? ((AstIdentifier) owner).getName() : null,
              plain ? name((AstDot) property) : "",
              arguments.getCardinality()));
      if (!plain) {
        walk(owner, parsed);
      }
      for (int i = 0; i < arguments.getCardinality(); i++) {
        if (!simple(arguments.getChild(i))) {
          parsed.refused.add("的参数只能是变量、文字或数字");
        }
      }
      walk(arguments, parsed);
      return;
    }
    String decision = decisionOutput(node);
    if (decision != null) {
      parsed.names.add("decisionResult");
      parsed.properties.add(new Property("decisionResult.singleResult", decision));
      return;
    }
    refuse(node, parsed);
    if (node instanceof AstIdentifier identifier) {
      parsed.names.add(identifier.getName());
    }
    if (node instanceof AstFunction function) {
      parsed.functions.add(function.getName());
    }
    if (node instanceof AstDot dot) {
      parsed.properties.add(new Property(path(node.getChild(0)), name(dot)));
    }
    for (int i = 0; i < node.getCardinality(); i++) {
      walk(node.getChild(i), parsed);
    }
  }

  private static boolean simple(Node argument) {
    return argument instanceof AstIdentifier
        || argument instanceof AstLiteral
        || argument instanceof AstFunction
        || argument instanceof AstProperty
        || argument instanceof AstMethod;
  }

  /**
   * The column of a decision's result that is read, as in {@code decisionResult[0].days}; else
   * null.
   */
  private static String decisionOutput(Node node) {
    if (!(node instanceof AstDot dot)) {
      return null;
    }
    Node row = node.getChild(0);
    boolean single = path(row).equals("decisionResult.singleResult");
    boolean first =
        row instanceof AstBracket
            && path(row.getChild(0)).equals("decisionResult")
            && row.getChild(1) instanceof AstNumber number
            && number.toString().equals("0");
    return single || first ? name(dot) : null;
  }

  private static void refuse(Node node, Parsed parsed) {
    if (node instanceof AstBracket) {
      parsed.refused.add("不得用方括号取值，请改为调用业务组件的方法");
    } else if (node instanceof AstDot && !path(node).equals("decisionResult.singleResult")) {
      parsed.refused.add("不得读取变量里面的内容，请改为调用业务组件的方法");
    } else if (node instanceof AstChoice) {
      parsed.refused.add("不得使用“? :”，请改用排他网关");
    } else if (node instanceof AstUnary unary && unary.getOperator() != AstUnary.NOT
        || node instanceof AstBinary binary && !COMPARISONS.contains(binary.getOperator())) {
      parsed.refused.add("只能比较，不得计算，请改为调用业务组件的方法");
    }
  }

  private static String path(Node node) {
    if (node instanceof AstIdentifier identifier) {
      return identifier.getName();
    }
    return node instanceof AstDot dot ? path(node.getChild(0)) + "." + name(dot) : "";
  }

  /** A dot node prints itself as ". name". */
  private static String name(AstDot dot) {
    return dot.toString().substring(1).strip();
  }

  public static boolean isExpression(String text) {
    return text != null && (text.contains("${") || text.contains("#{"));
  }

  /** Hands over every expression inside the element with the nearest element that has an id. */
  public static void each(Element element, BiConsumer<Element, String> visitor) {
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Attr attribute = (Attr) attributes.item(i);
      if (isExpression(attribute.getValue())) {
        visitor.accept(owner(element), attribute.getValue());
      }
    }
    String text = Xml.text(element);
    if (isExpression(text)) {
      visitor.accept(owner(element), text.strip());
    }
    Xml.children(element).forEach(child -> each(child, visitor));
  }

  private static Element owner(Element element) {
    Element owner = element;
    while (owner.getParentNode() instanceof Element parent
        && (!owner.hasAttribute("id")
            || owner.getLocalName().matches(".*(Definition|LoopCharacteristics|Expression)"))) {
      owner = parent;
    }
    return owner;
  }
}
