package rectify.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Takes a task's due date from the timer that is drawn as its deadline, so that the number stands
 * once: a timer on the task itself is marked with the property {@code deadline}, a task that is
 * watched from elsewhere names the timer in a property of the same name. A due date that is written
 * is taken as it is: so it is in every diagram from before.
 */
public class DrawnDeadlines extends AbstractBpmnParseListener {

  /** The extension property of a timer ({@code true}) or of a task (the id of a timer). */
  public static final String MARK = "deadline";

  /** The value that marks a timer. */
  public static final String MARKED = "true";

  @Override
  public void parseProcess(Element process, ProcessDefinitionEntity definition) {
    Map<String, String> byTask = new HashMap<>();
    Map<String, String> byTimer = new HashMap<>();
    all(process)
        .filter(element -> date(element) != null)
        .forEach(
            timer -> {
              byTimer.put(timer.attribute("id"), date(timer));
              if (MARKED.equals(mark(timer)) && timer.attribute("attachedToRef") != null) {
                byTask.put(timer.attribute("attachedToRef"), date(timer));
              }
            });
    all(process)
        .filter(element -> "userTask".equals(element.getTagName()))
        .forEach(
            task -> {
              String named = mark(task);
              String date =
                  named == null ? byTask.get(task.attribute("id")) : byTimer.get(named.strip());
              set(definition.getTaskDefinitions().get(task.attribute("id")), date);
            });
  }

  private static void set(TaskDefinition task, String date) {
    if (task != null && date != null && task.getDueDateExpression() == null) {
      task.setDueDateExpression(
          Context.getProcessEngineConfiguration().getExpressionManager().createExpression(date));
    }
  }

  private static String date(Element event) {
    return event.elements().stream()
        .filter(child -> "timerEventDefinition".equals(child.getTagName()))
        .flatMap(timer -> timer.elements().stream())
        .filter(child -> "timeDate".equals(child.getTagName()))
        .map(Element::getText)
        .findFirst()
        .map(String::strip)
        .orElse(null);
  }

  private static String mark(Element element) {
    return below(below(below(List.of(element), "extensionElements"), "properties"), "property")
        .stream()
        .filter(property -> MARK.equals(property.attribute("name")))
        .map(property -> property.attribute("value"))
        .findFirst()
        .orElse(null);
  }

  private static List<Element> below(List<Element> elements, String name) {
    return elements.stream()
        .flatMap(element -> element.elements().stream())
        .filter(child -> name.equals(child.getTagName()))
        .toList();
  }

  private static Stream<Element> all(Element element) {
    return Stream.concat(
        Stream.of(element), element.elements().stream().flatMap(DrawnDeadlines::all));
  }
}
