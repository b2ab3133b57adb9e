package rectify.evidence;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import rectify.form.OwnTasks;
import rectify.form.OwnTasks.OpenTask;
import rectify.form.RequiredProof;
import rectify.refusal.Refusal;

@RestController
@RequestMapping("/api/evidence")
@Tag(name = "证据")
class EvidenceController {

  private final EvidenceFiles files;
  private final RequiredEvidence required;
  private final EvidenceItems items;
  private final OwnTasks tasks;

  EvidenceController(
      EvidenceFiles files, RequiredEvidence required, EvidenceItems items, OwnTasks tasks) {
    this.files = files;
    this.required = required;
    this.items = items;
    this.tasks = tasks;
  }

  /**
   * What a task needs.
   *
   * @param field the form's field that decides; null if it is always needed
   * @param present how many there are
   */
  record Required(String kind, String kindName, String field, String value, int present) {}

  /**
   * The evidence of a task's case.
   *
   * @param mine whether the person may do the task, and so upload
   * @param required null if the task needs none
   * @param amongProofs whether its process asks for evidence at all
   * @param byPart whether a photo belongs to a part of it, such as a finding
   */
  record OfTask(
      String number,
      String step,
      boolean mine,
      Required required,
      boolean amongProofs,
      boolean byPart,
      List<EvidenceItem> items) {}

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "上传证据",
      description = "task为待办任务编号，登记隐患之前上传的不填；part为检查中问题的序号，其他任务不填；同一用户以同一clientKey重复上传，返回同一份证据")
  EvidenceItem upload(
      @RequestPart("file") MultipartFile file,
      @RequestParam String kind,
      @RequestParam String clientKey,
      @RequestParam(required = false) String task,
      @RequestParam(required = false) Integer part)
      throws IOException {
    return items.of(
        files.upload(
            new EvidenceFiles.Upload(
                task, part, kind, clientKey, file.getOriginalFilename(), file.getInputStream())),
        task);
  }

  @GetMapping("/drafts")
  @Operation(summary = "本人已上传、等待下一次登记使用的证据")
  List<EvidenceItem> drafts() {
    return files.drafts().stream().map(draft -> items.of(draft, null)).toList();
  }

  @GetMapping("/of-task/{taskId}")
  @Operation(summary = "任务所属案件的证据，以及办理任务所需的证据")
  OfTask ofTask(@PathVariable String taskId) {
    OpenTask task =
        tasks
            .find(taskId)
            .filter(open -> open.businessKey() != null)
            .filter(open -> open.mine() || files.mayRead(open.businessKey()))
            .orElseThrow(() -> Refusal.notFound("没有这项待办任务，或不在您的管辖范围内，请刷新任务列表。"));
    return new OfTask(
        task.businessKey(),
        task.step(),
        task.mine(),
        required(task),
        task.amongProofs(),
        files.splits(task.step()),
        items.of(task.businessKey(), task.mine() ? task.id() : null));
  }

  private Required required(OpenTask task) {
    RequiredProof proof = task.proof();
    if (proof == null) {
      return null;
    }
    EvidenceKind kind = EvidenceKind.of(proof.kind());
    return new Required(
        kind.code(),
        kind.chinese(),
        proof.field(),
        proof.value(),
        required.present(
            task.businessKey(), task.step(), task.oneOfMany() ? task.id() : null, kind));
  }

  @GetMapping("/of-case/{caseNumber}")
  @Operation(summary = "案件的证据")
  List<EvidenceItem> ofCase(@PathVariable String caseNumber) {
    return items.ofCase(caseNumber);
  }

  @GetMapping("/{id}/thumbnail")
  @Operation(summary = "缩略图")
  ResponseEntity<Resource> thumbnail(@PathVariable long id) {
    Evidence evidence = shown(id);
    if (!evidence.isPicture()) {
      throw Refusal.notFound("文件没有缩略图，请下载查看。");
    }
    return answer(files.thumbnail(evidence), MediaType.IMAGE_JPEG).build(id, "thumbnail.jpg", true);
  }

  @GetMapping("/{id}/file")
  @Operation(summary = "照片（去除拍摄设备写入的信息）或文件")
  ResponseEntity<Resource> file(@PathVariable long id) {
    Evidence evidence = shown(id);
    return evidence.isPicture()
        ? answer(files.served(evidence), MediaType.IMAGE_JPEG).build(id, id + ".jpg", true)
        : answer(files.served(evidence), MediaType.APPLICATION_PDF)
            .build(id, evidence.fileName(), false);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "撤回证据", description = "只限上传人，且任务尚未办结；撤回留痕")
  void withdraw(@PathVariable long id) {
    files.withdraw(id);
  }

  private Evidence shown(long id) {
    Evidence evidence = files.visible(id);
    if (evidence.isWithdrawn()) {
      throw Refusal.notFound("这份证据已撤回，不再显示。");
    }
    return evidence;
  }

  private static Answer answer(Path file, MediaType type) {
    return new Answer(file, type);
  }

  private record Answer(Path file, MediaType type) {

    ResponseEntity<Resource> build(long id, String name, boolean inline) {
      if (!Files.isRegularFile(file)) {
        throw new IllegalStateException("the file of evidence " + id + " is gone: " + file);
      }
      ContentDisposition disposition =
          (inline ? ContentDisposition.inline() : ContentDisposition.attachment())
              .filename(name, StandardCharsets.UTF_8)
              .build();
      return ResponseEntity.ok()
          .contentType(type)
          .cacheControl(CacheControl.noStore())
          .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
          .body(new FileSystemResource(file));
    }
  }
}
