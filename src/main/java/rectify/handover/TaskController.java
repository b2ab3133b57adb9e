package rectify.handover;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import rectify.once.OnceOnly;
import rectify.task.OpenTask;

@RestController
@RequestMapping("/api/tasks")
@Tag(name = "任务协作")
class TaskController {

  private final HandOvers handOvers;
  private final TakeOvers takeOvers;
  private final BulkWork bulk;
  private final OnceOnly once;

  TaskController(HandOvers handOvers, TakeOvers takeOvers, BulkWork bulk, OnceOnly once) {
    this.handOvers = handOvers;
    this.takeOvers = takeOvers;
    this.bulk = bulk;
    this.once = once;
  }

  record HandOver(String to, String note) {}

  /**
   * Tasks to do together.
   *
   * @param measure how to urge; needed for {@code urge} only
   */
  record Together(String action, List<String> tasks, String opinion, String measure) {}

  record Candidate(String id, String name, String title, LocalDateTime dueAt) {
    static Candidate of(OpenTask task) {
      return new Candidate(task.id(), task.name(), task.title(), task.dueAt());
    }
  }

  @GetMapping("/{taskId}/colleagues")
  @Operation(summary = "可以接手任务的同事")
  List<Colleague> colleagues(@PathVariable String taskId) {
    return handOvers.colleagues(taskId);
  }

  @PostMapping("/{taskId}/hand-over")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "把自己签收的任务转交同事")
  void handOver(@PathVariable String taskId, @RequestBody HandOver handOver) {
    handOvers.handOver(taskId, handOver.to(), handOver.note());
  }

  @GetMapping("/absent")
  @Operation(summary = "因请假由他人代办的任务：我代办的和代我办的")
  List<TakeOvers.Lent> absent() {
    return takeOvers.lent();
  }

  @PostMapping("/{taskId}/take-over")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "接办请假同事的任务，或收回同事代办的任务")
  void takeOver(@PathVariable String taskId) {
    takeOvers.takeOver(taskId);
  }

  @GetMapping("/bulk")
  @Operation(summary = "可以批量办理的任务", description = "action：accept 批量验收当场整改，urge 批量催办")
  List<Candidate> candidates(@RequestParam String action) {
    return bulk.candidates(action).stream().map(Candidate::of).toList();
  }

  @PostMapping("/bulk")
  @Operation(summary = "批量办理，逐项列出结果", description = "以同一Idempotency-Key重复提交，返回同一结果")
  List<BulkWork.Line> together(@RequestBody Together together) {
    return List.of(
        once.inSteps(
            "bulk",
            together,
            BulkWork.Line[].class,
            () ->
                bulk.perform(
                        together.action(), together.tasks(), together.opinion(), together.measure())
                    .toArray(BulkWork.Line[]::new)));
  }
}
