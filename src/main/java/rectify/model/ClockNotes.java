package rectify.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The notes beside the clocks of a diagram: who has how long, such as 乡镇 · 5个工作日. They follow from
 * the diagram and are written anew at each deployment, so that a moved number is moved once.
 */
public final class ClockNotes {

  /** What the id of a note begins with; the rest is the clock's. */
  public static final String NOTE = "Note_";

  private static final Pattern WRITTEN =
      Pattern.compile(
          "(<(?:\\w+:)?textAnnotation\\b[^>]*\\bid=\"Note_(\\w+)\"[^>]*>\\s*<(\\w+:)?text>)"
              + "([^<]*)(</(?:\\w+:)?text>)");

  private final House house;
  private final Map<String, Element> elements = new LinkedHashMap<>();

  private ClockNotes(Document xml, House house) {
    this.house = house;
    Xml.all(xml.getDocumentElement())
        .filter(element -> Xml.BPMN.equals(element.getNamespaceURI()))
        .filter(element -> element.hasAttribute("id"))
        .forEach(element -> elements.put(element.getAttribute("id"), element));
  }

  /** What is to stand beside each clock, by the clock's id. */
  public static Map<String, String> of(Document xml, House house) {
    ClockNotes notes = new ClockNotes(xml, house);
    Map<String, String> all = new LinkedHashMap<>();
    notes.elements.forEach(
        (id, element) ->
            Deadline.of(Deadline.written(element))
                .filter(date -> notes.isClock(element))
                .ifPresent(date -> all.put(id, notes.note(element, date))));
    return all;
  }

  /** The same diagram with every note saying what its clock says. */
  public static byte[] refreshed(byte[] diagram, Document xml, House house) {
    Map<String, String> notes = of(xml, house);
    String text = new String(diagram, StandardCharsets.UTF_8);
    Matcher written = WRITTEN.matcher(text);
    String now =
        written.replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1)
                        + notes.getOrDefault(found.group(2), found.group(4))
                        + found.group(5)));
    return now.equals(text) ? diagram : now.getBytes(StandardCharsets.UTF_8);
  }

  private boolean isClock(Element element) {
    return Set.of("userTask", "boundaryEvent", "intermediateCatchEvent")
        .contains(element.getLocalName());
  }

  private String note(Element clock, Deadline date) {
    String when = when(date);
    return who(clock).map(who -> who + " · " + when).orElse(when);
  }

  private String when(Deadline date) {
    String from = house.called().getOrDefault(date.anchor(), "");
    String after = from.isEmpty() ? "" : from + "后";
    String before = from.isEmpty() ? "提前" : from + "前";
    return switch (date.method()) {
      case "endOf" -> from + "当日";
      case "hoursAfter" -> after + date.days() + "小时";
      case "daysAfter" -> after + date.days() + "日";
      case "daysBefore" -> before + date.days() + "日";
      case "workingDaysBefore" -> before + date.days() + "个工作日";
      default -> after + date.days() + "个工作日";
    };
  }

  /** Who has the task that the clock is the deadline of, or is asked when it strikes. */
  private Optional<String> who(Element clock) {
    if (Xml.is(clock, "userTask")) {
      return called(clock);
    }
    Element on = elements.get(clock.getAttribute("attachedToRef"));
    if (on != null && Xml.is(on, "userTask")) {
      return called(on);
    }
    Optional<Element> watched =
        elements.values().stream()
            .filter(task -> Xml.is(task, "userTask"))
            .filter(task -> Deadline.mark(task).equals(clock.getAttribute("id")))
            .findFirst();
    return watched.isPresent() ? called(watched.get()) : asked(clock);
  }

  private Optional<String> asked(Element clock) {
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> ahead = new ArrayDeque<>(List.of(clock.getAttribute("id")));
    while (!ahead.isEmpty()) {
      String id = ahead.pop();
      if (seen.add(id)) {
        Optional<Element> asked =
            Xml.all(elements.get(id)).filter(element -> Xml.is(element, "userTask")).findFirst();
        if (asked.isPresent()) {
          return called(asked.get());
        }
        elements.values().stream()
            .filter(flow -> Xml.is(flow, "sequenceFlow"))
            .filter(flow -> flow.getAttribute("sourceRef").equals(id))
            .map(flow -> flow.getAttribute("targetRef"))
            .filter(elements::containsKey)
            .forEach(ahead::add);
      }
    }
    return Optional.empty();
  }

  private Optional<String> called(Element task) {
    String groups = Xml.camunda(task, "candidateGroups");
    String given = groups.isEmpty() ? Xml.camunda(task, "assignee") : groups;
    return Optional.ofNullable(house.called().get(given.replaceAll("[${}\\s]", "")));
  }
}
