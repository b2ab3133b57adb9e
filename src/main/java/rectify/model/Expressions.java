package rectify.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

/** Reads expressions as the engine does, and the names in FEEL. */
final class Expressions {

  private Expressions() {}

  /** A call such as {@code hazards.close(hazardId)}; bean is null unless a plain name is called. */
  record Call(String bean, String method, int arguments) {}

  /** A property read such as {@code decisionResult.singleResult}. */
  record Property(String owner, String name) {}

  /** What one expression calls and reads. */
  record Parsed(
      List<Call> calls, List<String> names, List<Property> properties, List<String> functions) {}

  static Parsed parse(String text) throws TreeBuilderException {
    Parsed parsed =
        new Parsed(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    walk(new Builder(Builder.Feature.METHOD_INVOCATIONS).build(text).getRoot(), parsed);
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
      walk(arguments, parsed);
      return;
    }
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

  static boolean isExpression(String text) {
    return text != null && (text.contains("${") || text.contains("#{"));
  }

  /** Hands over every expression inside the element with the nearest element that has an id. */
  static void each(Element element, BiConsumer<Element, String> visitor) {
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Attr attribute = (Attr) attributes.item(i);
      if (isExpression(attribute.getValue())) {
        visitor.accept(owner(element), attribute.getValue());
      }
    }
    NodeList children = element.getChildNodes();
    boolean leaf = true;
    for (int i = 0; i < children.getLength(); i++) {
      if (children.item(i) instanceof Element child) {
        leaf = false;
        each(child, visitor);
      }
    }
    if (leaf && isExpression(element.getTextContent())) {
      visitor.accept(owner(element), element.getTextContent().strip());
    }
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

  private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*(?!\\w|\\s*\\()");
  private static final Pattern LONG_FUNCTION =
      Pattern.compile(
          "\\b(string length|string join|upper case|lower case|starts with|ends with|list contains"
              + "|substring before|substring after|date and time|years and months duration"
              + "|day of week|day of year|month of year|week of year|is defined|distinct values"
              + "|index of|insert before|get value|get entries)\\s*\\(");
  private static final Set<String> FEEL_WORDS =
      Set.of(
          "and",
          "or",
          "not",
          "if",
          "then",
          "else",
          "in",
          "between",
          "true",
          "false",
          "null",
          "some",
          "every",
          "satisfies",
          "for",
          "return",
          "instance",
          "of",
          "this",
          "item");

  /** The variables a FEEL expression reads. */
  static Set<String> feelNames(String feel) {
    String bare =
        LONG_FUNCTION.matcher(feel.replaceAll("\"(\\\\.|[^\"\\\\])*\"", "\"\"")).replaceAll("(");
    return NAME.matcher(bare)
        .results()
        .map(result -> result.group())
        .filter(name -> !FEEL_WORDS.contains(name))
        .collect(Collectors.toSet());
  }

  private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.*?)\\}\\}", Pattern.DOTALL);

  /** The variables a form's text reads in {@code {{…}}}; inside a loop names are the item's. */
  static Set<String> templateNames(String text) {
    List<String> expressions = new ArrayList<>();
    int loops = 0;
    Matcher matcher = TEMPLATE.matcher(text);
    while (matcher.find()) {
      String inside = matcher.group(1).strip();
      if (loops == 0 && !inside.startsWith("/")) {
        expressions.add(inside.replaceFirst("^#(if|loop)\\s+", "").replaceFirst("^=", ""));
      }
      if (inside.startsWith("#loop")) {
        loops++;
      } else if (inside.startsWith("/loop")) {
        loops--;
      }
    }
    return expressions.stream().flatMap(e -> feelNames(e).stream()).collect(Collectors.toSet());
  }

  /** The variables a form property reads, be it FEEL or text with templates. */
  static Stream<String> formNames(String text) {
    return (text.startsWith("=") ? feelNames(text.substring(1)) : templateNames(text)).stream();
  }
}
