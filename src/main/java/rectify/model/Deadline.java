package rectify.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * A date as diagrams write it, such as {@code ${deadlines.workingDaysAfter(dueAt, 3)}}.
 *
 * @param days null where the date is counted from nothing but its anchor
 */
public record Deadline(String method, String anchor, Integer days) {

  private static final Pattern WRITTEN =
      Pattern.compile(
          "\\$\\{\\s*deadlines\\.(\\w+)\\(\\s*(\\w+)\\s*(?:,\\s*(-?\\d{1,9})\\s*)?\\)\\s*\\}");

  public static Optional<Deadline> of(String text) {
    Matcher written = WRITTEN.matcher(text.strip());
    return written.matches()
        ? Optional.of(
            new Deadline(
                written.group(1),
                written.group(2),
                written.group(3) == null ? null : Integer.valueOf(written.group(3))))
        : Optional.empty();
  }

  /** What marks a timer, or names it. */
  public static String mark(Element element) {
    return Xml.property(element, DrawnDeadlines.MARK);
  }

  /** The date a task's own due date says, or a timer fires. */
  public static String written(Element element) {
    if (Xml.is(element, "userTask")) {
      return Xml.camunda(element, "dueDate").strip();
    }
    return Xml.all(element)
        .filter(child -> Xml.is(child, "timeDate"))
        .map(Xml::text)
        .findFirst()
        .orElse("")
        .strip();
  }

  /** The date with its number left open, which is the designer's to choose. */
  public String shape() {
    return "${deadlines.%s(%s%s)}".formatted(method, anchor, days == null ? "" : ", 天数");
  }
}
