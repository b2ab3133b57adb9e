package rectify.diagram;

import java.util.List;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import rectify.model.Deadline;
import rectify.model.DrawnDeadlines;
import rectify.model.Expressions;
import rectify.model.Models.ProcessFile;
import rectify.model.Report;
import rectify.model.Xml;

/**
 * Each task has one deadline, and its number stands once: the timer on the task that is marked as
 * the deadline, the timer that the task names, or a due date of its own that no timer says too.
 */
public final class DeadlineRules {

  private final ProcessFile process;
  private final Report report;
  private final List<Element> timers;

  public DeadlineRules(ProcessFile process, Report report) {
    this.process = process;
    this.report = report;
    this.timers =
        Xml.all(process.xml().getDocumentElement())
            .filter(event -> Xml.is(event, "boundaryEvent"))
            .filter(
                event ->
                    Xml.children(event).stream()
                        .anyMatch(child -> Xml.is(child, "timerEventDefinition")))
            .toList();
  }

  public void check() {
    elements("userTask").forEach(this::task);
    Xml.all(process.xml().getDocumentElement())
        .filter(element -> !Xml.is(element, "userTask") && !Deadline.mark(element).isEmpty())
        .forEach(this::marked);
  }

  private void task(Element task) {
    String due = Xml.camunda(task, "dueDate").strip();
    String named = Deadline.mark(task);
    List<Element> marked =
        timers.stream().filter(timer -> on(timer, task) && marks(timer)).toList();
    int deadlines = (due.isEmpty() ? 0 : 1) + (named.isEmpty() ? 0 : 1) + marked.size();
    if (deadlines == 0) {
      say(
          task,
          "人工任务没有办理期限：请在看着它的定时边界事件的扩展属性里写 deadline，值为 true；定时事件在外层子流程上的，在本任务的扩展属性里写"
              + " deadline，值为那个定时事件的 ID；都不是的才填写到期日（Due date），如"
              + " ${deadlines.workingDaysAfter(reportedAt, 5)}。");
    } else if (deadlines > 1) {
      say(task, "办理期限写了不止一处，只能留一处：定时边界事件的扩展属性deadline、本任务的扩展属性deadline，或者到期日（Due date）。");
    }
    if (!due.isEmpty() && !Expressions.isExpression(due)) {
      say(task, "到期日（Due date）不能推算，请改为如 ${deadlines.workingDaysAfter(reportedAt, 5)}。");
    }
    if (!named.isEmpty()
        && timers.stream()
            .noneMatch(timer -> timer.getAttribute("id").equals(named) && around(timer, task))) {
      say(task, "扩展属性deadline写的“" + named + "”不是任务外层子流程上的定时边界事件，请改为看着此任务的定时事件的 ID。");
    }
    timers.stream()
        .filter(timer -> on(timer, task) || around(timer, task))
        .filter(timer -> !due.isEmpty() && plain(due).equals(plain(Deadline.written(timer))))
        .forEach(
            timer ->
                say(
                    task,
                    "到期日与时点“%s”是同一个日期，写了两遍，请清除到期日（Due date），改用扩展属性deadline。"
                        .formatted(timer.getAttribute("name"))));
  }

  private void marked(Element element) {
    if (!timers.contains(element)
        || !marks(element)
        || elements("userTask").noneMatch(task -> on(element, task))) {
      say(element, "扩展属性deadline只能写在人工任务下沿的定时边界事件上（值为 true）或人工任务上（值为定时事件的 ID），请改正。");
    }
  }

  private static boolean marks(Element timer) {
    return Deadline.mark(timer).equals(DrawnDeadlines.MARKED);
  }

  private static boolean on(Element timer, Element task) {
    return timer.getAttribute("attachedToRef").equals(task.getAttribute("id"));
  }

  /** Whether a timer is attached to a subprocess around a task. */
  private static boolean around(Element timer, Element task) {
    return Stream.<Node>iterate(task.getParentNode(), node -> node != null, Node::getParentNode)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .filter(element -> Xml.is(element, "subProcess"))
        .anyMatch(element -> on(timer, element));
  }

  private Stream<Element> elements(String name) {
    return Xml.all(process.xml().getDocumentElement()).filter(element -> Xml.is(element, name));
  }

  private static String plain(String date) {
    return date.replaceAll("\\s", "");
  }

  private void say(Element element, String sentence) {
    report.say(process.file(), Xml.id(element), Xml.name(element), sentence);
  }
}
