package rectify.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a decision table of the house must give to those who ask it, as data: what it is asked with,
 * what it must answer, and what the law or the one who reads the answer demands of it.
 *
 * @param id the decision
 * @param inputs what it is asked with
 * @param outputs what it must answer for every combination of the inputs
 * @param law what an answer must keep beside the range of each output: the inputs and outputs of
 *     one answer, and what is wrong with it, or null
 */
public record DecisionPromise(
    String id,
    List<Input> inputs,
    List<Output> outputs,
    BiFunction<Map<String, Object>, Map<String, Object>, String> law) {

  /**
   * One input.
   *
   * @param samples every value it may have, or one of each kind if there may be others
   * @param word what a text must look like to be one of its values
   */
  public record Input(String name, String type, List<Object> samples, Pattern word) {}

  /**
   * One output.
   *
   * @param words the texts it may be; empty if any
   * @param least the least number; ignored for texts
   * @param most the greatest number, or the longest text
   */
  record Output(String name, String type, Set<String> words, int least, int most) {}

  /** No longer than the columns that keep it. */
  private static final int RULE_LENGTH = 300;

  /** Days that are counted are whole numbers up to a year; a value of ours, not of a law. */
  private static final int YEAR = 365;

  private static final int MONTHS = 12;
  private static final int FULL_MARKS = 100;

  /** Whoever fails so often climbs, whatever a designer writes: a value of ours, not of a law. */
  private static final int ALWAYS_CLIMBS = 3;

  private static final Pattern ANY = Pattern.compile(".*");
  private static final Input LEVEL = words("level", "general", "major");

  static final List<DecisionPromise> ALL =
      List.of(
          new DecisionPromise(
              "responsible-authority",
              List.of(LEVEL, codes("categoryCode", 13)),
              List.of(word("authority", "township", "department"), reason("authorityRule")),
              (asked, answer) ->
                  "major".equals(asked.get("level"))
                          && !"department".equals(answer.get("authority"))
                      ? "重大隐患的责任单位须是department（县级行业主管部门），乡镇不得验收销号（《安全生产法》第四十一条第三款）"
                      : null),
          new DecisionPromise(
              "rectification-deadline",
              List.of(words("source", "self_report", "inspection"), LEVEL),
              List.of(
                  whole("deadlineDays", 1, YEAR),
                  whole("maximumDays", 1, YEAR),
                  reason("deadlineRule")),
              (asked, answer) ->
                  number(answer, "deadlineDays") > number(answer, "maximumDays")
                      ? "整改天数不得多于最长天数"
                      : null),
          new DecisionPromise(
              "failed-recheck",
              List.of(
                  new Input("failures", "integer", List.of(1, 2, 3, 4, 5, 6), ANY),
                  new Input("deadlineMissed", "boolean", List.of(true, false), ANY)),
              List.of(
                  word("rung", "none", "township", "department", "office", "listing", "city"),
                  reason("rungRule")),
              (asked, answer) ->
                  number(asked, "failures") >= ALWAYS_CLIMBS && "none".equals(answer.get("rung"))
                      ? "第%d次以上不合格须升级督办，否则反复责令就能一直不升级".formatted(ALWAYS_CLIMBS)
                      : null),
          new DecisionPromise(
              "self-check-frequency",
              List.of(words("grade", "A", "B", "C", "D", "")),
              List.of(whole("everyMonths", 1, MONTHS), reason("frequencyRule")),
              (asked, answer) ->
                  MONTHS % (int) number(answer, "everyMonths") != 0
                      ? "间隔月数须能整除12，即1、2、3、4、6或12，否则每年开启的月份不同"
                      : null),
          new DecisionPromise(
              "assessment-points",
              List.of(
                  words(
                      "kind",
                      "LATE_REPORT",
                      "MISSED_REPORT",
                      "RECTIFICATION_OVERDUE",
                      "DUTY_OVERDUE",
                      "RUNG_UNANSWERED",
                      "LATE_LIST_UNANSWERED",
                      "RED_LIGHT_UNANSWERED",
                      "ZERO_REPORTS",
                      "LAST_DAY_CLOSURES",
                      "BULK_CLOSURES",
                      "SAME_PHOTO",
                      "SAME_TEXT",
                      "CONTRADICTED")),
              List.of(
                  new Output("points", "double", Set.of(), 0, FULL_MARKS),
                  whole("everyWorkingDays", 0, YEAR),
                  new Output("cap", "double", Set.of(), 0, FULL_MARKS),
                  reason("pointsRule")),
              (asked, answer) ->
                  number(answer, "points") > number(answer, "cap") ? "扣分不得多于封顶" : null));

  public static Optional<DecisionPromise> of(String decision) {
    return ALL.stream().filter(promise -> promise.id.equals(decision)).findFirst();
  }

  private static double number(Map<String, Object> answer, String name) {
    return ((Number) answer.get(name)).doubleValue();
  }

  private static Input words(String name, String... words) {
    return new Input(
        name,
        "string",
        List.of((Object[]) words),
        Pattern.compile(String.join("|", Stream.of(words).map(Pattern::quote).toList())));
  }

  private static Input codes(String name, int last) {
    return new Input(
        name,
        "string",
        Stream.iterate(1, code -> code <= last, code -> code + 1)
            .<Object>map("%02d"::formatted)
            .toList(),
        Pattern.compile("\\d\\d"));
  }

  private static Output word(String name, String... words) {
    return new Output(name, "string", Set.of(words), 1, RULE_LENGTH);
  }

  private static Output whole(String name, int least, int most) {
    return new Output(name, "integer", Set.of(), least, most);
  }

  /** The row in words, which people see. */
  private static Output reason(String name) {
    return new Output(name, "string", Set.of(), 1, RULE_LENGTH);
  }
}
