package rectify.desk;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import rectify.desk.Outcome.Next;
import rectify.hazard.Hazard;
import rectify.hazard.Hazards;
import rectify.identity.People;
import rectify.register.Ledger;
import rectify.supervision.Supervision;
import rectify.task.NextSteps;
import rectify.task.NextSteps.After;
import rectify.task.NextSteps.Step;

/**
 * Says what became of a form: that it arrived, under which number, what happens next and with whom
 * it lies. The ladder goes on beside it and is no step of the case's own way.
 */
@Service
class Outcomes {

  private static final int MOST = 4;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

  private final NextSteps steps;
  private final Hazards hazards;
  private final People people;

  Outcomes(NextSteps steps, Hazards hazards, People people) {
    this.steps = steps;
    this.hazards = hazards;
    this.people = people;
  }

  Outcome ofTask(String taskId) {
    After after = steps.task(taskId);
    return outcome("“" + after.done() + "”已办结", after);
  }

  Outcome ofStart(String instanceId) {
    After after = steps.start(instanceId);
    return outcome("“" + after.done() + "”已提交", after);
  }

  private Outcome outcome(String done, After after) {
    Optional<Hazard> hazard =
        Optional.ofNullable(after.businessKey()).flatMap(Ledger::idOf).map(hazards::get);
    String number = hazard.map(Hazard::caseNumber).orElse(null);
    String of =
        number != null
            ? "，案件编号" + number
            : after.businessKey() == null ? "" : "，编号" + after.businessKey();
    return new Outcome(
        done + of + "。",
        number,
        hazard.filter(Hazard::isClosed).isPresent()
            ? List.of(new Next("案件已销号。", null))
            : next(after));
  }

  private List<Next> next(After after) {
    List<Step> own =
        after.next().stream().filter(step -> !step.processKey().equals(Supervision.KEY)).toList();
    if (own.isEmpty()) {
      return List.of(
          new Next(after.ended() ? "已全部办结，不需再办。" : "后续由系统处理；需要您办理的，会出现在任务列表并通知您。", null));
    }
    return own.stream().limit(MOST).map(this::next).toList();
  }

  private Next next(Step step) {
    boolean own = people.current().id().equals(step.assignee());
    String who =
        own
            ? "您"
            : step.assignee() != null
                ? people.nameOf(step.assignee())
                : step.groups().stream().map(people::groupName).collect(Collectors.joining("、"));
    String by = step.dueAt() == null ? "" : "，请于" + step.dueAt().format(DAY) + "前办理";
    String text =
        "下一步：%s，由%s办理%s。"
            .formatted(step.name(), who.isEmpty() ? "承办单位" : who, own ? by : due(step));
    return new Next(text, step.mine() && (own || step.assignee() == null) ? step.taskId() : null);
  }

  private static String due(Step step) {
    return step.dueAt() == null ? "" : "，期限" + step.dueAt().format(DAY);
  }
}
