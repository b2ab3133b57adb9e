package rectify.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes by time alone adds somebody; it never takes the task from whoever has it. */
class EscalationTest {

  private static final Set<Class<? extends FlowNode>> WAITING =
      Set.of(UserTask.class, ReceiveTask.class, SubProcess.class, CallActivity.class);

  /** The timers that are no escalation: each ends a period and keeps what is owed. */
  private static final Map<String, String> PERIOD_ENDS =
      Map.of(
          "Event_GraceOver", "本期截止：下月另开一期，未报已登记",
          "Event_DescriptionOverdue", "补充说明期满：不符合项按清单登记为隐患，由整改案件接续",
          "Event_ExplanationOver", "说明期满：考核评估发现按已列事实认定成立，扣分照计");

  static Stream<Path> diagrams() {
    return Stream.of(
            Path.of("processes").toFile().listFiles((folder, name) -> name.endsWith(".bpmn")))
        .map(diagram -> diagram.toPath());
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void escalation_never_closes_the_task_below(Path diagram) {
    assertThat(closing(Bpmn.readModelFromFile(diagram.toFile())))
        .as("%s 中下列定时事件会关闭下级的任务，请改为非中断，且其后不得终止流程", diagram.getFileName())
        .isEmpty();
  }

  @Test
  void an_interrupting_timer_is_found() {
    BpmnModelInstance supervision = supervision();
    supervision.<BoundaryEvent>getModelElementById("Event_OfficeDue").setCancelActivity(true);

    assertThat(closing(supervision)).containsExactly("Event_OfficeDue");
  }

  @Test
  void a_timer_that_ends_everything_is_found() {
    BpmnModelInstance supervision = supervision();
    EndEvent asked = supervision.getModelElementById("Event_CityAlreadyAsked");
    asked.getEventDefinitions().add(supervision.newInstance(TerminateEventDefinition.class));

    assertThat(closing(supervision)).containsExactly("Event_CityDue");
  }

  private static BpmnModelInstance supervision() {
    return Bpmn.readModelFromFile(Path.of("processes", "supervision.bpmn").toFile());
  }

  private static List<String> closing(BpmnModelInstance diagram) {
    List<String> closing = new ArrayList<>();
    for (BoundaryEvent event : diagram.getModelElementsByType(BoundaryEvent.class)) {
      boolean timed =
          event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
      boolean escalation = timed && !PERIOD_ENDS.containsKey(event.getId());
      if (escalation && (event.cancelActivity() || endsEverything(event))) {
        closing.add(event.getId());
      }
    }
    return closing;
  }

  /** Whether a flow leads from an event to a terminating end before anybody has acted. */
  private static boolean endsEverything(FlowNode event) {
    Deque<FlowNode> ahead = new ArrayDeque<>(List.of(event));
    Set<FlowNode> seen = new HashSet<>();
    while (!ahead.isEmpty()) {
      FlowNode node = ahead.pop();
      if (node instanceof EndEvent end
          && end.getEventDefinitions().stream()
              .anyMatch(TerminateEventDefinition.class::isInstance)) {
        return true;
      }
      boolean waiting = WAITING.stream().anyMatch(type -> type.isInstance(node));
      if (seen.add(node) && !waiting) {
        ahead.addAll(node.getSucceedingNodes().list());
      }
    }
    return false;
  }
}
