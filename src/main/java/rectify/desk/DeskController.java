package rectify.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import rectify.refusal.Refusal;
import rectify.register.LedgerFilter;

@RestController
@Tag(name = "办理界面")
class DeskController {

  private static final int MOST_CARDS = 200;

  private final Desk desk;
  private final CaseLists lists;
  private final Drafts drafts;
  private final Follows follows;
  private final Outcomes outcomes;
  private final Offers offers;

  DeskController(
      Desk desk,
      CaseLists lists,
      Drafts drafts,
      Follows follows,
      Outcomes outcomes,
      Offers offers) {
    this.desk = desk;
    this.lists = lists;
    this.drafts = drafts;
    this.follows = follows;
    this.outcomes = outcomes;
    this.offers = offers;
  }

  @GetMapping("/api/desk/offers")
  @Operation(summary = "任务办理页面对本人开放的入口")
  Offers.Offered offers() {
    return offers.toMe();
  }

  @GetMapping("/api/tasks/{taskId}/outcome")
  @Operation(summary = "本人办结的任务：案件编号、下一步、由谁办理")
  Outcome outcome(@PathVariable String taskId) {
    return outcomes.ofTask(taskId);
  }

  @GetMapping("/api/starts/{instanceId}/outcome")
  @Operation(summary = "本人发起的流程：案件编号、下一步、由谁办理")
  Outcome outcomeOfStart(@PathVariable String instanceId) {
    return outcomes.ofStart(instanceId);
  }

  @GetMapping("/api/tasks/cards")
  @Operation(summary = "一页任务的卡片", description = "无权查看的任务不返回")
  List<Card> cards(@RequestParam List<String> ids) {
    if (ids.size() > MOST_CARDS) {
      throw new Refusal("一次最多查询" + MOST_CARDS + "项任务，请分次查询。");
    }
    return desk.cards(ids);
  }

  @GetMapping("/api/tasks/cases")
  @Operation(summary = "按文字、等级、来源、逾期查找未销号案件的编号和不属于案件的本人任务，用于筛选任务")
  CaseLists.Numbers cases(@ParameterObject LedgerFilter filter) {
    return lists.openNumbers(filter);
  }

  @GetMapping("/api/tasks/{taskId}/case")
  @Operation(summary = "任务所属案件：事实、由来、依据、经过")
  CasePage page(@PathVariable String taskId) {
    return desk.page(taskId);
  }

  record Saved(LocalDateTime savedAt) {}

  @PutMapping("/api/tasks/{taskId}/draft")
  @Operation(summary = "保存本人的表单草稿")
  Saved save(@PathVariable String taskId, @RequestBody Map<String, Object> written) {
    return new Saved(drafts.save(taskId, written));
  }

  @GetMapping("/api/start-forms/{process}/draft")
  @Operation(summary = "本人的发起表单草稿，按流程名称")
  Map<String, Object> startDraft(@PathVariable String process) {
    return drafts.ofStart(process);
  }

  @PutMapping("/api/start-forms/{process}/draft")
  @Operation(summary = "保存本人的发起表单草稿")
  Saved saveStart(@PathVariable String process, @RequestBody Map<String, Object> written) {
    return new Saved(drafts.saveStart(process, written));
  }

  @GetMapping("/api/follows")
  @Operation(summary = "本人关注的案件")
  List<Follow> follows() {
    return follows.list();
  }

  @PutMapping("/api/follows/{caseNumber}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "关注案件")
  void follow(@PathVariable String caseNumber) {
    follows.follow(caseNumber);
  }

  @DeleteMapping("/api/follows/{caseNumber}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "取消关注")
  void unfollow(@PathVariable String caseNumber) {
    follows.unfollow(caseNumber);
  }
}
