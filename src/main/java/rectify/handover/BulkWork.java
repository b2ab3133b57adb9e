package rectify.handover;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import rectify.hazard.Hazards;
import rectify.identity.Actor;
import rectify.identity.People;
import rectify.refusal.Refusal;
import rectify.task.BulkAction;
import rectify.task.OpenTask;
import rectify.task.OpenTasks;

/**
 * Does many of the same together. Each task is done in a transaction of its own and through the
 * same door as one alone; what is refused is listed with the reason and holds up nothing else.
 */
@Service
class BulkWork {

  static final int MOST = 100;

  private static final Logger LOG = LoggerFactory.getLogger(BulkWork.class);

  private final List<BulkAction> actions;
  private final OpenTasks openTasks;
  private final People people;

  BulkWork(List<BulkAction> actions, OpenTasks openTasks, People people) {
    this.actions = actions;
    this.openTasks = openTasks;
    this.people = people;
  }

  /**
   * What became of one task.
   *
   * @param title null if the person may not see the task
   * @param reason null if it is done
   */
  record Line(String taskId, String title, boolean done, String reason) {}

  /** What the current person may do together, earliest due first. */
  List<OpenTask> candidates(String code) {
    BulkAction action = action(code);
    Actor me = people.current();
    return openTasks.ofStep(action.processKey(), action.step(), me.groups(), MOST).stream()
        .filter(task -> task.assignee() == null || task.assignee().equals(me.id()))
        .filter(task -> action.refuses(task) == null)
        .toList();
  }

  /**
   * Does tasks together.
   *
   * @return a line for each, in the order given
   */
  @Transactional(propagation = Propagation.NEVER)
  public List<Line> perform(String code, List<String> taskIds, String opinion, String measure) {
    BulkAction action = action(code);
    Hazards.requireText(opinion, "办理意见", 500);
    if (taskIds == null || taskIds.isEmpty()) {
      throw new Refusal("请至少勾选一项任务。");
    }
    if (taskIds.size() > MOST) {
      throw new Refusal("一次最多办理%d项，请分次办理。".formatted(MOST));
    }
    Map<String, Object> form = action.form(opinion.strip(), measure);
    List<Line> lines = new ArrayList<>();
    for (String taskId : new LinkedHashSet<>(taskIds)) {
      lines.add(perform(action, taskId, form));
    }
    return lines;
  }

  private Line perform(BulkAction action, String taskId, Map<String, Object> form) {
    String title = null;
    try {
      OpenTask task = openTasks.get(taskId);
      title = task.title();
      boolean fits =
          action.processKey().equals(task.processKey()) && action.step().equals(task.step());
      String reason = fits ? action.refuses(task) : "任务“" + task.name() + "”不在可批量办理之列，请单独办理。";
      if (reason != null) {
        return new Line(taskId, title, false, reason);
      }
      openTasks.complete(taskId, form);
      return new Line(taskId, title, true, null);
    } catch (Refusal refusal) {
      return new Line(taskId, title, false, refusal.getMessage());
    } catch (RuntimeException failure) {
      LOG.error("task {} failed in bulk action {}", taskId, action.code(), failure);
      return new Line(taskId, title, false, "系统出现故障，这一项没有办理，请单独重试。");
    }
  }

  private BulkAction action(String code) {
    return actions.stream()
        .filter(action -> action.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new Refusal("没有这种批量办理，请选择批量验收（accept）或批量催办（urge）。"));
  }
}
