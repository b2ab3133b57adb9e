package rectify.evidence;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rectify.form.OwnTasks;
import rectify.form.RequiredProof;
import rectify.identity.People;
import rectify.refusal.Refusal;

/** Gives evidence to cases, and hands it out to whoever may see the case. */
@Service
public class EvidenceFiles {

  private static final int IN_ONE_EVENT = 6;
  private static final String PART = "/";

  private final EvidenceIntake intake;
  private final EvidenceMapper mapper;
  private final EvidenceStore store;
  private final CaseAccess cases;
  private final OwnTasks tasks;
  private final People people;
  private final Clock clock;

  EvidenceFiles(
      EvidenceIntake intake,
      EvidenceMapper mapper,
      EvidenceStore store,
      CaseAccess cases,
      OwnTasks tasks,
      People people,
      Clock clock) {
    this.intake = intake;
    this.mapper = mapper;
    this.store = store;
    this.cases = cases;
    this.tasks = tasks;
    this.people = people;
    this.clock = clock;
  }

  /**
   * A file as it arrives.
   *
   * @param taskId the task it is proof for; null before there is a case
   * @param part of what the task is about, see {@link EvidenceParts}; null for a task without parts
   * @param clientKey the sender's own key, unique for its user; sent again it gives the same row
   */
  public record Upload(
      String taskId,
      Integer part,
      String kind,
      String clientKey,
      String fileName,
      InputStream content) {

    public Upload(
        String taskId, String kind, String clientKey, String fileName, InputStream content) {
      this(taskId, null, kind, clientKey, fileName, content);
    }
  }

  /**
   * Takes a file in for an open task of the current person, or as a draft for their next report.
   */
  public Evidence upload(Upload upload) {
    return intake.take(upload);
  }

  /** What the current person has uploaded for their next report. */
  public List<Evidence> drafts() {
    return mapper.drafts(people.current().id());
  }

  /**
   * Gives drafts of the current person to a case.
   *
   * @throws Refusal if one of them is not theirs, or in a case already
   */
  @Transactional
  public List<Evidence> adopt(List<Evidence> drafts, String caseNumber) {
    for (Evidence draft : drafts) {
      if (mapper.adoptDraft(draft.id(), people.current().id(), caseNumber) != 1) {
        throw Refusal.conflict("照片“" + draft.fileName() + "”已用于其他登记或已删除，请刷新后重新上传。");
      }
    }
    note(drafts, caseNumber);
    return drafts;
  }

  /** Drafts of the current person by their ids, as a reporting system names them. */
  public List<Evidence> drafts(List<Long> ids) {
    String user = people.current().id();
    return ids.stream()
        .distinct()
        .map(
            id ->
                Optional.ofNullable(mapper.byId(id))
                    .filter(one -> one.isDraft() && one.uploadedBy().equals(user))
                    .orElseThrow(() -> Refusal.notFound("没有您上传的、尚未使用的证据" + id + "，请重新上传。")))
        .toList();
  }

  /**
   * Gives what was uploaded for a finding of an inspection to the case it became.
   *
   * @param from the number it waits under: of the inspection, or of a part of it
   */
  @Transactional
  public void handOver(String from, String caseNumber) {
    List<Evidence> waiting =
        mapper.ofCase(from).stream().filter(one -> !one.isWithdrawn()).toList();
    if (!waiting.isEmpty()) {
      mapper.adopt(from, caseNumber);
      note(waiting, caseNumber);
    }
  }

  /**
   * Gives what was uploaded for a task that is done now to the case it became; what waits for other
   * tasks of the same step stays.
   *
   * @param number it waits under
   */
  @Transactional
  public void handOverOfDone(String number, String step, String caseNumber) {
    List<Evidence> some =
        mapper.ofCase(number).stream()
            .filter(one -> step.equals(one.step()) && !one.isWithdrawn())
            .filter(one -> tasks.find(one.taskId()).isEmpty())
            .toList();
    some.forEach(one -> mapper.adoptOne(one.id(), number, caseNumber));
    if (!some.isEmpty()) {
      note(some, caseNumber);
    }
  }

  /** Whether proof for a step belongs to one of its parts, see {@link EvidenceParts}. */
  boolean splits(String step) {
    return intake.splits(step);
  }

  /** Under which number the proof of a part waits, see {@link EvidenceParts}. */
  public static String ofPart(String number, int part) {
    return number + PART + part;
  }

  /** Whether a part has proof of a kind. */
  public boolean has(String number, int part, EvidenceKind kind) {
    return mapper.ofCase(ofPart(number, part)).stream()
        .anyMatch(one -> one.kind() == kind && !one.isWithdrawn());
  }

  /** Takes all proof of a part back, which is taken back itself. */
  @Transactional
  public void withdrawAll(String number, int part) {
    mapper.withdrawAll(ofPart(number, part), now());
  }

  /** What lies under a number that is no case yet, by id, and was not taken back. */
  public Set<Long> waiting(String number) {
    return mapper.ofCase(number).stream()
        .filter(one -> !one.isWithdrawn())
        .map(Evidence::id)
        .collect(Collectors.toSet());
  }

  /** Gives some of what was uploaded under a number to the case that was made of it. */
  @Transactional
  public void handOver(Collection<Long> ids, String number, String caseNumber) {
    if (ids.isEmpty()) {
      return;
    }
    List<Evidence> some =
        mapper.ofCase(number).stream()
            .filter(one -> ids.contains(one.id()) && !one.isWithdrawn())
            .toList();
    some.forEach(one -> mapper.adoptOne(one.id(), number, caseNumber));
    note(some, caseNumber);
  }

  /**
   * A photo or a file that lies in a case.
   *
   * @param counts whether its uploader did not take it back
   */
  public record Proof(String caseNumber, String sha256, boolean counts) {}

  /** All that was given to some cases, withdrawn or not. */
  public List<Proof> proofs(Collection<String> caseNumbers) {
    return mapper.proofs(caseNumbers);
  }

  /** A long event is cut, so only as many go into one as are told of with their hashes. */
  private void note(List<Evidence> evidence, String caseNumber) {
    for (int i = 0; i < evidence.size(); i += IN_ONE_EVENT) {
      cases.note(
          caseNumber,
          CaseAccess.Change.ADDED,
          evidence.subList(i, Math.min(evidence.size(), i + IN_ONE_EVENT)).stream()
              .map(Evidence::inWords)
              .collect(Collectors.joining("；")));
    }
  }

  /**
   * Refuses a report without the proof its start asks for.
   *
   * @param given what was given to the case
   */
  public void requireAtStart(RequiredProof proof, List<Evidence> given) {
    if (given.stream().noneMatch(one -> one.kind().code().equals(proof.kind()))) {
      throw new Refusal("请先上传%s（至少1张），再提交登记。".formatted(EvidenceKind.of(proof.kind()).chinese()));
    }
  }

  /**
   * Takes a piece of evidence back. A draft goes; in a case it stays on record and no longer
   * counts.
   *
   * @throws Refusal unless it is the current person's own and their task is still open
   */
  @Transactional
  public void withdraw(long id) {
    Evidence evidence = visible(id);
    if (!evidence.uploadedBy().equals(people.current().id())) {
      throw Refusal.forbidden("证据只能由上传人撤回，请联系" + evidence.uploadedByName() + "。");
    }
    if (evidence.isDraft()) {
      if (mapper.deleteDraft(id) != 1) {
        throw Refusal.conflict("这份证据刚刚已删除或已用于登记，请刷新。");
      }
      store.deleteOnCommit(evidence.storedAs());
      return;
    }
    OwnTasks.OpenTask task =
        Optional.ofNullable(evidence.taskId())
            .flatMap(tasks::hold)
            .orElseThrow(() -> Refusal.conflict("任务已办结，证据已归入案件，不能撤回。"));
    if (!task.mine()) {
      throw Refusal.forbidden("该任务已不归您办理，证据已归入案件，不能撤回，请联系承办单位。");
    }
    if (mapper.withdraw(id, now()) != 1) {
      throw Refusal.conflict("这份证据已经撤回，请刷新。");
    }
    cases.note(evidence.caseNumber(), CaseAccess.Change.WITHDRAWN, "撤回" + evidence.inWords());
  }

  /**
   * One piece of evidence the current person may see.
   *
   * @throws Refusal NOT_FOUND if there is none, or not for this person
   */
  Evidence visible(long id) {
    Evidence evidence = mapper.byId(id);
    if (evidence == null || !maySee(evidence)) {
      throw Refusal.notFound("没有这份证据，或不在您的管辖范围内。");
    }
    return evidence;
  }

  private boolean maySee(Evidence evidence) {
    if (evidence.isDraft()) {
      return evidence.uploadedBy().equals(people.current().id());
    }
    return mayRead(evidence.caseNumber());
  }

  /** Whoever may see the case, and whoever has a task in it. */
  boolean mayRead(String number) {
    String whole = whole(number);
    return cases.find(whole).map(CaseAccess.Owner::visible).orElse(false) || tasks.hasOneOf(whole);
  }

  /** The number of the case or inspection, without a part of it. */
  static String whole(String number) {
    int part = number.indexOf(PART);
    return part < 0 ? number : number.substring(0, part);
  }

  /** The file that is handed out: a document as it is, a picture stripped of all but its pixels. */
  Path served(Evidence evidence) {
    return store.path(
        evidence.storedAs(),
        evidence.isPicture() ? EvidenceStore.Part.SERVED : EvidenceStore.Part.ORIGINAL);
  }

  Path thumbnail(Evidence evidence) {
    return store.path(evidence.storedAs(), EvidenceStore.Part.THUMBNAIL);
  }

  /** The evidence of a case or an inspection, and of its parts. */
  List<Evidence> ofCase(String number) {
    return Stream.concat(
            mapper.ofCase(number).stream(), mapper.ofParts(number + PART + "%").stream())
        .toList();
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
