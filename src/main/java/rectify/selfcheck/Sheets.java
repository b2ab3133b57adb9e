package rectify.selfcheck;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rectify.enterprise.EnterpriseRights;
import rectify.enterprise.Enterprises;
import rectify.form.OwnTasks;
import rectify.identity.Actor;
import rectify.identity.People;
import rectify.refusal.Refusal;
import rectify.selfcheck.MonthlyList.Line;
import rectify.selfcheck.MonthlyList.Lines;
import rectify.task.OpenTask;
import rectify.task.OpenTasks;

/**
 * The answers to the items of self-checks: written beside the form of the task, by everybody of the
 * enterprise into the same sheet, until it is signed; then read by whoever sees the enterprise.
 */
@Service
public class Sheets {

  private final SelfChecks checks;
  private final SelfCheck process;
  private final SheetStore store;
  private final OpenTasks tasks;
  private final OwnTasks own;
  private final Enterprises enterprises;
  private final EnterpriseRights rights;
  private final People people;
  private final Clock clock;

  Sheets(
      SelfChecks checks,
      SelfCheck process,
      SheetStore store,
      OpenTasks tasks,
      OwnTasks own,
      Enterprises enterprises,
      EnterpriseRights rights,
      People people,
      Clock clock) {
    this.checks = checks;
    this.process = process;
    this.store = store;
    this.tasks = tasks;
    this.own = own;
    this.enterprises = enterprises;
    this.rights = rights;
    this.people = people;
    this.clock = clock;
  }

  /** An answer as people see it: by a name, not an account. */
  record Shown(
      String key,
      Verdict verdict,
      String text,
      String location,
      List<Long> photos,
      String by,
      LocalDateTime at) {}

  /**
   * What a task asks to answer.
   *
   * @param list differs whenever something else is to be answered
   * @param mine whether the person may answer
   * @param opened the groups, by place and post, that somebody has looked into
   */
  public record Open(
      String number,
      int listVersion,
      String list,
      boolean mine,
      int revision,
      List<Line> lines,
      List<Shown> answers,
      List<String> opened) {

    /** The keys of the items, in the order of the list. */
    public List<String> keys() {
      return lines.stream().map(Line::key).toList();
    }
  }

  /**
   * The sheet of a task; empty if its items are not answered one by one, as in no other process and
   * in no diagram from before.
   *
   * @throws Refusal if there is no such task, or it is not theirs to read
   */
  @Transactional(readOnly = true)
  public Optional<Open> ofTask(String taskId) {
    OpenTask task = tasks.get(taskId);
    if (!isAnswered(task)) {
      return Optional.empty();
    }
    OwnTasks.OpenTask open = open(taskId);
    MonthlyCheck check = check(open.businessKey());
    Lines lines = checks.lines(check);
    Sheet sheet = store.draft(check.id());
    return Optional.of(
        new Open(
            check.number(),
            lines.version(),
            lines.fingerprint(),
            open.mine(),
            sheet.revision(),
            lines.lines(),
            shown(sheet.answers()),
            sheet.opened().stream().map(Sheet.Opened::group).toList()));
  }

  /**
   * What became of answers.
   *
   * @param answers all that were written since the revision the writer knew, by whomever
   * @param contested keys a colleague had answered otherwise meanwhile; theirs stays
   * @param gone keys that are not on the list any more
   */
  public record Saved(
      int revision,
      LocalDateTime savedAt,
      String list,
      List<Shown> answers,
      List<String> contested,
      List<String> gone) {}

  /**
   * Writes answers into the draft.
   *
   * @param seen the revision the writer knew before them
   * @throws Refusal if the task is not theirs, the check is over, or a group was not looked into
   */
  @Transactional
  public Saved save(String taskId, int seen, List<Given> given) {
    given.forEach(Given::requireFitting);
    MonthlyCheck check = held(taskId);
    Lines lines = checks.lines(check);
    Set<String> listed = lines.keys();
    LocalDateTime now = now();
    Sheet before = store.draft(check.id());
    requireOpened(before, lines.groups(), given);
    Sheet.Written written = before.with(given, seen, listed, now, people.current().id());
    if (written.sheet() != before) {
      store.keep(check.id(), written.sheet());
    }
    return new Saved(
        written.sheet().revision(),
        now,
        lines.fingerprint(),
        shown(written.sheet().after(seen)),
        written.contested(),
        written.gone());
  }

  /** An answer to an item nobody has looked at says nothing, one by one or all at once. */
  private static void requireOpened(Sheet sheet, Map<String, String> groups, List<Given> given) {
    given.stream()
        .filter(one -> one.verdict() != null)
        .map(one -> groups.get(one.key()))
        .filter(group -> group != null && !sheet.isOpened(group))
        .findFirst()
        .ifPresent(
            group -> {
              throw new Refusal("“%s”还没有打开，请先打开这一组，逐项核对后再回答。".formatted(group));
            });
  }

  /**
   * Records that somebody has opened groups of the list.
   *
   * @param keys of any items in them
   * @throws Refusal if the task is not theirs, or the check is over
   */
  @Transactional
  public void open(String taskId, List<String> keys) {
    MonthlyCheck check = held(taskId);
    Map<String, String> groups = checks.lines(check).groups();
    Sheet before = store.draft(check.id());
    Sheet after =
        before.opening(
            keys.stream().map(groups::get).filter(Objects::nonNull).toList(),
            now(),
            people.current().id());
    if (after != before) {
      store.keep(check.id(), after);
    }
  }

  /** The check of a task the person may answer, which nobody else writes until this is over. */
  private MonthlyCheck held(String taskId) {
    if (!isAnswered(tasks.get(taskId))) {
      throw new Refusal("这项任务不是逐项填写的自查，请直接填写表单。");
    }
    OwnTasks.OpenTask open = open(taskId);
    if (!open.mine()) {
      throw Refusal.forbidden("只有本企业的人员可以填写自查，您可以查看。");
    }
    return checks.lock(check(open.businessKey()).id());
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * A check as it stands in the records.
   *
   * @param signed null before it is signed, and for one from before there were sheets
   * @param genuine whether it is still what was signed
   * @param findings its failures
   */
  record Recorded(
      MonthlyCheck check, CheckRecord signed, boolean genuine, List<Finding> findings) {}

  /**
   * The record of a check, for a reader who sees the enterprise.
   *
   * @throws Refusal NOT_FOUND if there is none, or not for this person
   */
  @Transactional(readOnly = true)
  Recorded record(String number, Actor reader) {
    MonthlyCheck check = check(number);
    enterprises.get(check.enterpriseId(), rights.of(reader).read());
    Optional<SheetStore.Found> found = store.signed(check.id());
    return new Recorded(
        check,
        found.map(SheetStore.Found::content).orElse(null),
        found.map(SheetStore.Found::genuine).orElse(true),
        checks.findings(check.id()));
  }

  private boolean isAnswered(OpenTask task) {
    return task.processKey().equals(SelfCheck.KEY)
        && task.step().equals(SelfCheck.CHECK)
        && process.isAnsweredByItem(task.processDefinitionId());
  }

  private OwnTasks.OpenTask open(String taskId) {
    return own.find(taskId).orElseThrow(() -> Refusal.notFound("这项任务已办结，请刷新任务列表。"));
  }

  private MonthlyCheck check(String number) {
    return MonthlyCheck.idOf(number)
        .map(checks::get)
        .filter(check -> check.number().equals(number))
        .orElseThrow(() -> Refusal.notFound("没有编号为“" + number + "”的自查，请核对。"));
  }

  private List<Shown> shown(List<Answer> answers) {
    return answers.stream()
        .map(
            answer ->
                new Shown(
                    answer.key(),
                    answer.verdict(),
                    answer.text(),
                    answer.location(),
                    answer.photos(),
                    people.nameOf(answer.by()),
                    answer.at()))
        .toList();
  }
}
