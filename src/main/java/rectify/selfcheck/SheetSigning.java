package rectify.selfcheck;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import rectify.evidence.EvidenceFiles;
import rectify.identity.People;
import rectify.refusal.Refusal;
import rectify.selfcheck.MonthlyList.Line;
import rectify.selfcheck.MonthlyList.Lines;

/** Holds the answers against the list, and makes them the record that is signed. */
@Component
class SheetSigning {

  private static final int SHORTEST_REASON = 4;
  private static final int SHORTEST_TEXT = 2;
  private static final int NAMED = 3;

  private final SheetStore store;
  private final EvidenceFiles evidence;
  private final People people;

  SheetSigning(SheetStore store, EvidenceFiles evidence, People people) {
    this.store = store;
    this.evidence = evidence;
    this.people = people;
  }

  boolean isBegun(long selfCheckId) {
    return store.isBegun(selfCheckId);
  }

  /** What the answers come to. */
  record Signed(List<NewFinding> findings, int notApplicable) {}

  /**
   * Signs the sheet of a check that the caller has locked.
   *
   * @throws Refusal naming what is not answered, or not answered well enough
   */
  Signed sign(MonthlyCheck check, Lines lines, String signatory, String notes, LocalDateTime now) {
    Sheet sheet = store.draft(check.id());
    Map<String, Answer> answers = sheet.byKey();
    requireAll(lines, answers);
    Set<Long> photos = photos(check.number(), sheet);
    List<CheckRecord.Item> items =
        lines.lines().stream().map(line -> item(line, answers.get(line.key()), photos)).toList();
    CheckRecord signed =
        new CheckRecord(
            check.number(),
            check.countyCode(),
            check.enterpriseName(),
            check.title(),
            lines.version(),
            signatory,
            notes,
            people.current().name(),
            now,
            items);
    store.sign(check.id(), sheet.revision() + 1, signed);
    List<NewFinding> findings = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      CheckRecord.Item item = items.get(i);
      if (item.verdict() == Verdict.FAILS) {
        findings.add(
            new NewFinding(
                lines.lines().get(i), item.location(), item.text(), joined(item.photos())));
      }
    }
    return new Signed(findings, (int) signed.count(Verdict.NOT_APPLICABLE));
  }

  private static void requireAll(Lines lines, Map<String, Answer> answers) {
    require(
        lines,
        line -> verdict(answers.get(line.key())) != null,
        "还有%d项没有回答：%s。请逐项选择符合、不符合或不适用后再提交。");
    require(
        lines,
        line ->
            verdict(answers.get(line.key())) != Verdict.FAILS
                || isLong(answers.get(line.key()), SHORTEST_TEXT),
        "有%d项不符合没有写明现场情况：%s。请写明哪里不符合后再提交。");
    require(
        lines,
        line ->
            verdict(answers.get(line.key())) != Verdict.NOT_APPLICABLE || line.criterion() == null,
        "有%d项涉及重大事故隐患判定，不能答不适用：%s。确实没有该设备或作业的，请到“企业清单”修改企业情况并确认清单。");
    require(
        lines,
        line ->
            verdict(answers.get(line.key())) != Verdict.NOT_APPLICABLE
                || isLong(answers.get(line.key()), SHORTEST_REASON),
        "有%d项不适用没有写明理由：%s。请写明理由（4个字以上）后再提交。");
  }

  private static void require(Lines lines, Predicate<Line> holds, String otherwise) {
    List<Line> wrong = lines.lines().stream().filter(holds.negate()).toList();
    if (!wrong.isEmpty()) {
      String named =
          wrong.stream()
              .limit(NAMED)
              .map(line -> "“" + line.item() + "”（" + line.where() + "）")
              .collect(Collectors.joining("、"));
      throw new Refusal(
          otherwise.formatted(wrong.size(), named + (wrong.size() > NAMED ? "等" : "")));
    }
  }

  private static Verdict verdict(Answer answer) {
    return answer == null ? null : answer.verdict();
  }

  private static boolean isLong(Answer answer, int least) {
    return answer.text() != null && answer.text().length() >= least;
  }

  /** Those that lie with the check; what was taken back, or is another case's, is none. */
  private Set<Long> photos(String number, Sheet sheet) {
    return sheet.answers().stream().allMatch(answer -> answer.photos().isEmpty())
        ? Set.of()
        : evidence.waiting(number);
  }

  private CheckRecord.Item item(Line line, Answer answer, Set<Long> photos) {
    return new CheckRecord.Item(
        line.key(),
        line.place(),
        line.post(),
        line.part(),
        line.item(),
        line.method(),
        line.basis(),
        line.criterion(),
        answer.verdict(),
        answer.text(),
        answer.location(),
        answer.photos().stream().filter(photos::contains).toList(),
        people.nameOf(answer.by()),
        answer.at());
  }

  private static String joined(List<Long> photos) {
    return photos.isEmpty()
        ? null
        : photos.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
