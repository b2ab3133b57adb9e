package rectify.selfcheck;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import rectify.identity.People;
import rectify.refusal.Refusal;

/** The items of a self-check, beside the form of its task. */
@RestController
@RequestMapping("/api/self-checks")
@Tag(name = "企业自查")
class SheetController {

  private final Sheets sheets;
  private final People people;

  SheetController(Sheets sheets, People people) {
    this.sheets = sheets;
    this.people = people;
  }

  /**
   * Answers to write.
   *
   * @param seen the revision the writer knew
   * @param opened items of the groups that were opened just now; their answers come in a later call
   */
  record Answers(int seen, List<Given> answers, List<String> opened) {}

  /**
   * A signed check.
   *
   * @param genuine whether it is still what was signed
   */
  record Signed(
      String number,
      String enterprise,
      String title,
      String statusName,
      String signatory,
      String notes,
      String submittedBy,
      LocalDateTime submittedAt,
      boolean genuine,
      List<CheckRecord.Item> items) {}

  @GetMapping("/of-task/{taskId}")
  @Operation(summary = "自查任务须逐项回答的条目，以及已有的回答")
  Sheets.Open open(@PathVariable String taskId) {
    return sheets.ofTask(taskId).orElseThrow(() -> Refusal.notFound("这项任务不是逐项填写的自查，请直接填写表单。"));
  }

  @PutMapping("/of-task/{taskId}/answers")
  @Operation(
      summary = "保存逐项回答的草稿",
      description =
          "seen为已知的修订号；同一条目刚被他人答成另一结果的不覆盖，列入contested；answers为空即只取他人新答的；"
              + "opened为刚打开的各组中任一条目的键，没有打开过的组不能回答（本次打开的，下次起可答）")
  Sheets.Saved save(@PathVariable String taskId, @RequestBody Answers answers) {
    Sheets.Saved saved =
        sheets.save(
            taskId, answers.seen(), answers.answers() == null ? List.of() : answers.answers());
    if (answers.opened() != null && !answers.opened().isEmpty()) {
      sheets.open(taskId, answers.opened());
    }
    return saved;
  }

  @GetMapping("/{number}")
  @Operation(summary = "自查记录：签字时的全部条目和回答")
  Signed record(@PathVariable String number) {
    Sheets.Recorded found = sheets.record(number, people.current());
    MonthlyCheck check = found.check();
    CheckRecord signed = found.signed();
    return new Signed(
        check.number(),
        check.enterpriseName(),
        check.title(),
        check.status().chinese(),
        check.signatory(),
        check.notes(),
        signed == null ? null : signed.submittedBy(),
        check.submittedAt(),
        found.genuine(),
        signed == null ? List.of() : signed.items());
  }
}
