package rectify.inspection;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import rectify.once.OnceOnly;

@RestController
@RequestMapping("/api/tasks/{taskId}/findings")
@Tag(name = "监督检查")
class VisitController {

  private final VisitWork work;
  private final OnceOnly once;

  VisitController(VisitWork work, OnceOnly once) {
    this.work = work;
    this.once = once;
  }

  @GetMapping
  @Operation(summary = "一次检查已登记的问题", description = "确认现场检查记录之前，只有办理检查的执法人员可见")
  VisitWork.Found found(@PathVariable String taskId) {
    return work.found(taskId);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "登记一项问题", description = "以同一Idempotency-Key重复提交，只登记一次")
  int add(@PathVariable String taskId, @RequestBody Observation seen) {
    return once.inOne("finding " + taskId, seen, Integer.class, () -> work.add(taskId, seen));
  }

  @PutMapping("/{number}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "修改一项问题", description = "限于确认现场检查记录之前；changes为打开时已修改的次数，其间被他人修改的须刷新；修改留痕")
  void correct(
      @PathVariable String taskId,
      @PathVariable int number,
      @RequestParam int changes,
      @RequestBody Observation seen) {
    work.correct(taskId, number, changes, seen);
  }

  @DeleteMapping("/{number}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "撤回一项问题", description = "限于确认现场检查记录之前；撤回留痕，序号不再使用")
  void takeBack(@PathVariable String taskId, @PathVariable int number) {
    work.takeBack(taskId, number);
  }
}
