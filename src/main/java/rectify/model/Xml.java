package rectify.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.w3c.dom.CharacterData;
import org.w3c.dom.Comment;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads XML as the engine reads it: an element's text is all its text, whatever comments,
 * instructions, sections or elements stand between its parts.
 */
public final class Xml {

  public static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  public static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

  private Xml() {}

  /**
   * The document, or null where it is none, which is reported: the depth and the number of elements
   * are counted before anything is kept of them.
   */
  public static Document parse(String file, byte[] content, House house, Report report) {
    try {
      SAXParserFactory first = SAXParserFactory.newInstance();
      first.setNamespaceAware(true);
      first.setFeature(NO_DOCTYPE, true);
      first.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      first
          .newSAXParser()
          .parse(
              new ByteArrayInputStream(content),
              new Bounds(house.size("嵌套层数"), house.size("元素个数")));
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setCoalescing(true);
      factory.setFeature(NO_DOCTYPE, true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new ByteArrayInputStream(content));
    } catch (TooLarge e) {
      report.say(file, e.getMessage());
    } catch (SAXParseException e) {
      report.say(
          file,
          "文件无法读取：第" + Math.max(1, e.getLineNumber()) + "行不是有效的XML，请用 Camunda Modeler 重新保存后再部署。");
    } catch (SAXException | IOException e) {
      report.say(file, "文件无法读取：不是有效的XML，请用 Camunda Modeler 重新保存后再部署。");
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
    return null;
  }

  /** All the text of an element itself. */
  public static String text(Element element) {
    StringBuilder text = new StringBuilder();
    NodeList children = element.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      Node child = children.item(i);
      if (child instanceof CharacterData data && !(child instanceof Comment)) {
        text.append(data.getData());
      }
    }
    return text.toString();
  }

  public static List<Element> children(Element element) {
    NodeList children = element.getChildNodes();
    return IntStream.range(0, children.getLength())
        .mapToObj(children::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .toList();
  }

  /** An element and all below it. */
  public static Stream<Element> all(Element element) {
    return Stream.concat(Stream.of(element), children(element).stream().flatMap(Xml::all));
  }

  public static boolean is(Element element, String name) {
    return BPMN.equals(element.getNamespaceURI()) && element.getLocalName().equals(name);
  }

  public static String camunda(Element element, String attribute) {
    return element.getAttributeNS(CAMUNDA, attribute);
  }

  /** What an element says in an extension property of its own; empty if nothing. */
  public static String property(Element element, String name) {
    return children(element).stream()
        .filter(child -> is(child, "extensionElements"))
        .flatMap(Xml::all)
        .filter(child -> CAMUNDA.equals(child.getNamespaceURI()))
        .filter(child -> child.getLocalName().equals("property"))
        .filter(property -> name.equals(property.getAttribute("name")))
        .map(property -> property.getAttribute("value").strip())
        .findFirst()
        .orElse("");
  }

  /** The id of the nearest element around that a person can click on. */
  public static String id(Element element) {
    Node node = element;
    while (node instanceof Element owner) {
      if (owner.hasAttribute("id")
          && !owner
              .getLocalName()
              .matches(".*(Definition|Expression|LoopCharacteristics|timeDate)")) {
        return owner.getAttribute("id");
      }
      node = node.getParentNode();
    }
    return "";
  }

  /** The name of the nearest element around that a person can click on. */
  public static String name(Element element) {
    Node node = element;
    while (node instanceof Element owner) {
      if (owner.hasAttribute("id")
          && !owner
              .getLocalName()
              .matches(".*(Definition|Expression|LoopCharacteristics|timeDate)")) {
        return owner.getAttribute("name");
      }
      node = node.getParentNode();
    }
    return "";
  }

  private static final class TooLarge extends SAXException {

    private static final long serialVersionUID = 1L;

    private TooLarge(String message) {
      super(message);
    }
  }

  private static final class Bounds extends DefaultHandler {

    private final int depths;
    private final int elements;
    private int depth;
    private int seen;

    private Bounds(int depths, int elements) {
      this.depths = depths;
      this.elements = elements;
    }

    @Override
    public InputSource resolveEntity(String publicId, String systemId) throws SAXException {
      throw new SAXException("no entity");
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes)
        throws SAXException {
      if (++depth > depths) {
        throw new TooLarge("嵌套超过" + depths + "层，请拆成较简单的流程图。");
      }
      if (++seen > elements) {
        throw new TooLarge("元素超过" + elements + "个，请拆成较小的流程图。");
      }
    }

    @Override
    public void endElement(String uri, String local, String name) {
      depth--;
    }
  }
}
