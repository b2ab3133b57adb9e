package rectify.evidence;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.clean.CleanText;
import rectify.form.OwnTasks;
import rectify.form.OwnTasks.OpenTask;
import rectify.identity.Actor;
import rectify.identity.People;
import rectify.once.HeavyWork;
import rectify.refusal.Refusal;

/** Takes files in: looks at them before the database hears of them, and writes both or neither. */
@Component
class EvidenceIntake {

  private static final int MOST_OF_A_CASE = 200;
  private static final int MOST_DRAFTS = 20;
  private static final int LONGEST_NAME = 100;

  private final EvidenceMapper mapper;
  private final EvidenceStore store;
  private final CaseAccess cases;
  private final OwnTasks tasks;
  private final People people;
  private final TransactionTemplate transaction;
  private final HeavyWork heavy;
  private final ObjectProvider<EvidenceParts> parts;
  private final Clock clock;

  EvidenceIntake(
      EvidenceMapper mapper,
      EvidenceStore store,
      CaseAccess cases,
      OwnTasks tasks,
      People people,
      TransactionTemplate transaction,
      HeavyWork heavy,
      ObjectProvider<EvidenceParts> parts,
      Clock clock) {
    this.mapper = mapper;
    this.store = store;
    this.cases = cases;
    this.tasks = tasks;
    this.people = people;
    this.transaction = transaction;
    this.heavy = heavy;
    this.parts = parts;
    this.clock = clock;
  }

  /**
   * Takes a file in.
   *
   * @throws Refusal if it is not what it should be; nothing of it stays
   */
  Evidence take(EvidenceFiles.Upload upload) {
    EvidenceKind kind = EvidenceKind.of(upload.kind());
    String name = plainName(upload.fileName());
    if (upload.clientKey() == null || !upload.clientKey().matches("[A-Za-z0-9_-]{8,64}")) {
      throw new Refusal("clientKey应为8至64位字母、数字、连字符或下划线，请由发送方为每个文件生成一个。");
    }
    String user = people.current().id();
    Evidence known = mapper.byClientKey(user, upload.clientKey());
    if (known != null) {
      return stillTheirs(known);
    }
    OpenTask task = upload.taskId() == null ? null : ownTask(upload.taskId());
    try (EvidenceStore.Incoming file = store.receive(upload.content())) {
      Checked checked = check(file, kind);
      return transaction.execute(status -> insert(file, checked, task, kind, name, upload));
    }
  }

  private record Checked(FileType type, CameraFacts camera, Long hash) {}

  private Checked check(EvidenceStore.Incoming file, EvidenceKind kind) {
    FileType type = FileType.of(file.head());
    Path original = file.path(EvidenceStore.Part.ORIGINAL);
    if (!type.isPicture()) {
      if (kind != EvidenceKind.DOCUMENT) {
        throw new Refusal(kind.chinese() + "应为JPEG或PNG图片；PDF请作为“文件”上传。");
      }
      PdfFile.check(original);
      return new Checked(type, CameraFacts.NONE, null);
    }
    PictureShape shape = PictureShape.of(original, type);
    shape.refuseTooSmall();
    return heavy.run(shape.memory(), () -> unpacked(file, type, shape));
  }

  private static Checked unpacked(EvidenceStore.Incoming file, FileType type, PictureShape shape) {
    CameraFacts camera = CameraFacts.of(shape);
    Picture picture =
        Picture.read(file.path(EvidenceStore.Part.ORIGINAL), type, shape, camera.orientation());
    picture.write(file.path(EvidenceStore.Part.SERVED));
    picture.writeThumbnail(file.path(EvidenceStore.Part.THUMBNAIL));
    return new Checked(type, camera, picture.hash().bits());
  }

  private Evidence insert(
      EvidenceStore.Incoming file,
      Checked checked,
      OpenTask task,
      EvidenceKind kind,
      String name,
      EvidenceFiles.Upload upload) {
    Actor actor = people.current();
    people.oneAtATime(actor.id());
    Evidence known = mapper.byClientKey(actor.id(), upload.clientKey());
    if (known != null) {
      return known;
    }
    if (task != null) {
      mine(tasks.hold(task.id()));
    }
    String number = number(task, upload.part());
    refuseTooMany(number, actor.id());
    String stored = file.place();
    Evidence draft =
        new Evidence(
            null,
            number,
            task == null ? Evidence.DRAFT : task.step(),
            task == null ? null : task.id(),
            0,
            kind,
            name,
            checked.type().mediaType(),
            file.size(),
            file.sha256Hex(),
            stored,
            checked.hash(),
            checked.camera().takenAt(),
            checked.camera().latitude(),
            checked.camera().longitude(),
            now(),
            actor.id(),
            actor.name(),
            null);
    int round =
        number == null
            ? 0
            : cases
                .note(number, CaseAccess.Change.ADDED, draft.inWords())
                .map(CaseAccess.Owner::round)
                .orElse(0);
    NewEvidence row = new NewEvidence(inRound(draft, round), upload.clientKey());
    mapper.insert(row);
    file.keep(stored);
    return mapper.byId(row.getId());
  }

  private Optional<EvidenceParts> partsOf(String step) {
    return parts.stream().filter(one -> one.splits(step)).findAny();
  }

  /** Whether proof for a step belongs to one of its parts. */
  boolean splits(String step) {
    return partsOf(step).isPresent();
  }

  private String number(OpenTask task, Integer part) {
    if (task == null) {
      return null;
    }
    Optional<EvidenceParts> split = partsOf(task.step());
    if (split.isEmpty()) {
      return task.businessKey();
    }
    if (part == null) {
      throw new Refusal("请先登记问题，再在该问题下面上传照片，照片才会随问题归入案件。");
    }
    if (!split.get().has(task.businessKey(), part)) {
      throw Refusal.conflict("问题" + part + "已撤回或不存在，请刷新后重新上传。");
    }
    return EvidenceFiles.ofPart(task.businessKey(), part);
  }

  private void refuseTooMany(String number, String user) {
    if (number == null && mapper.drafts(user).size() >= MOST_DRAFTS) {
      throw new Refusal("尚未提交的照片已有" + MOST_DRAFTS + "张，请先提交登记或删除不用的照片。");
    }
    if (number != null && mapper.countOf(number) >= MOST_OF_A_CASE) {
      throw new Refusal("本案件的证据已有" + MOST_OF_A_CASE + "份，不能再上传。");
    }
  }

  private static Evidence inRound(Evidence e, int round) {
    return new Evidence(
        e.id(),
        e.caseNumber(),
        e.step(),
        e.taskId(),
        round,
        e.kind(),
        e.fileName(),
        e.mediaType(),
        e.size(),
        e.sha256(),
        e.storedAs(),
        e.pictureHash(),
        e.takenAt(),
        e.latitude(),
        e.longitude(),
        e.uploadedAt(),
        e.uploadedBy(),
        e.uploadedByName(),
        e.withdrawnAt());
  }

  /** What was sent before is answered again, unless the sender may not see its case any more. */
  private Evidence stillTheirs(Evidence known) {
    boolean visible =
        known.isDraft()
            || cases.find(known.caseNumber()).map(CaseAccess.Owner::visible).orElse(false)
            || tasks.hasOneOf(EvidenceFiles.whole(known.caseNumber()));
    if (!visible) {
      throw Refusal.notFound("没有您可以办理的这项任务，可能已由他人办结，请刷新任务列表。");
    }
    return known;
  }

  private OpenTask ownTask(String taskId) {
    OpenTask task = mine(tasks.find(taskId));
    if (task.businessKey() == null) {
      throw new Refusal("这项任务没有案件编号，不能上传证据。");
    }
    return task;
  }

  private static OpenTask mine(Optional<OpenTask> task) {
    return task.filter(OpenTask::mine)
        .orElseThrow(() -> Refusal.notFound("没有您可以办理的这项任务，可能已由他人办结，请刷新任务列表。"));
  }

  /** A file name is kept as it is shown on a screen; nothing is ever found by it. */
  private static String plainName(String sent) {
    String name = CleanText.line(sent);
    if (name.isEmpty()) {
      throw new Refusal("请选择文件。");
    }
    if (sent.matches("(?s).*[/\\\\\\p{Cntrl}].*") || name.startsWith("..")) {
      throw new Refusal("文件名不得含有路径或控制字符，请改名后重新上传。");
    }
    int over = name.length() - LONGEST_NAME;
    // not within a character that takes two places
    return over > 0 ? CleanText.line(name.substring(over)) : name;
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
