package rectify.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import rectify.paper.DocumentKind;
import rectify.paper.Sheet;
import rectify.refusal.Refusal;

/**
 * What may be corrected in a document, by its kind: a closed list of fields, each with what counts
 * as a slip of the pen in it. The facts of a case, its dates, its level and what was ordered or
 * done are on no list: they change by the steps that decide them, never by a correction.
 */
enum Slip {
  /** One character of a name. */
  NAME("只能改正姓名中的一个字") {
    @Override
    void check(String issued, String corrected) {
      if (distance(issued, corrected) > 1) {
        throw new Refusal("姓名的更正只限一个字的笔误，换人不是笔误，请核对。");
      }
    }
  },
  PHONE("只能填写电话号码") {
    @Override
    void check(String issued, String corrected) {
      if (!corrected.matches("[0-9+（）()\\-、 ]{7,40}")) {
        throw new Refusal("联系电话应为7至40位的号码，请核对。");
      }
    }
  },
  ADDRESS("填写单位登记的地址，最多改动10字（市级默认值）") {
    @Override
    void check(String issued, String corrected) {
      if (distance(issued, corrected) > MOST_CHARACTERS) {
        throw new Refusal("地址的更正最多改动%d字（市级默认值），换一处地址不是笔误。".formatted(MOST_CHARACTERS));
      }
    }
  },
  /** A few characters of running text, none of which says how many, when, or yes or no. */
  WORDING("只能改正笔误：与出具时相比不超过五分之一且最多10字（市级默认值），数字、日期和是否合格、同意等结论不能改动") {
    @Override
    void check(String issued, String corrected) {
      int most = Math.max(1, Math.min(MOST_CHARACTERS, issued.length() / 5));
      if (distance(issued, corrected) > most) {
        throw new Refusal("与出具时相比，本项的更正最多改动%d字（市级默认值）；内容有误的，请通过办理事项变更。".formatted(most));
      }
      if (!meaning(issued).equals(meaning(corrected))) {
        throw new Refusal("数字、日期和“不、未、重大、合格、同意”等文字涉及案件事实，不能作为笔误更正。");
      }
    }
  };

  /** Constructed: how much of a text is still a slip of the pen. */
  private static final int MOST_CHARACTERS = 10;

  /** What a fact hangs on; each must stay, in its order. */
  private static final Pattern MEANING =
      Pattern.compile("[0-9０-９.％%]+|[〇零一二三四五六七八九十百千万亿两]|年|月|日|[不未无没非勿免停撤]|重大|合格|同意|准予|完成|应当");

  private static final Map<DocumentKind, Map<String, Slip>> FIELDS =
      Map.of(
          DocumentKind.INSPECTION_RECORD,
          Map.of("单位地址", ADDRESS, "法定代表人或负责人", NAME, "联系电话", PHONE, "现场负责人", NAME, "检查情况", WORDING),
          DocumentKind.RECHECK_OPINION,
          Map.of("复查意见", WORDING),
          DocumentKind.EXTENSION_DECISION,
          Map.of("审批意见", WORDING),
          DocumentKind.SUPERVISION_LETTER,
          Map.of("督办要求", WORDING),
          DocumentKind.TREATMENT_PLAN,
          Map.of("一、治理的目标和任务", WORDING, "四、负责治理的机构和人员", WORDING),
          DocumentKind.RECTIFICATION_REPORT,
          Map.of("整改责任人", NAME));

  private final String hint;

  Slip(String hint) {
    this.hint = hint;
  }

  /** What a person who corrects is told beforehand. */
  String hint() {
    return hint;
  }

  /**
   * @param issued what the document said when it was issued: corrections do not add up
   * @throws Refusal if this is more than a slip of the pen
   */
  abstract void check(String issued, String corrected);

  /** How a piece of a document may be corrected; empty if it may not, or says nothing. */
  static Optional<Slip> in(DocumentKind kind, Sheet.Block block) {
    return block.correctable() && block.label() != null && !Sheet.NONE.equals(block.text())
        ? Optional.ofNullable(FIELDS.getOrDefault(kind, Map.of()).get(block.label()))
        : Optional.empty();
  }

  private static List<String> meaning(String text) {
    return MEANING.matcher(text).results().map(MatchResult::group).toList();
  }

  /** How many characters are put in, left out or replaced. */
  private static int distance(String one, String other) {
    int[] a = one.codePoints().toArray();
    int[] b = other.codePoints().toArray();
    int[] before = new int[b.length + 1];
    for (int j = 0; j <= b.length; j++) {
      before[j] = j;
    }
    for (int i = 1; i <= a.length; i++) {
      int[] row = new int[b.length + 1];
      row[0] = i;
      for (int j = 1; j <= b.length; j++) {
        int replaced = before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(before[j], row[j - 1]));
      }
      before = row;
    }
    return before[b.length];
  }
}
