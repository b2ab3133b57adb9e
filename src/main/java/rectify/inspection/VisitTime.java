package rectify.inspection;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import rectify.paper.ChineseDates;
import rectify.refusal.Refusal;

/** When an inspection took place, as its officers state it; to the minute, China time. */
record VisitTime(LocalDateTime begun, LocalDateTime ended) {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

  /**
   * Reads what the form says.
   *
   * @param daysBack how many days ago it may have begun at most; constructed, from the diagram
   * @throws Refusal if it did not happen yet, ends before it begins, or is too long ago to be
   *     recorded now
   */
  static VisitTime of(String from, String until, LocalDateTime now, int daysBack) {
    LocalDateTime begun = moment(from, "检查开始时间");
    LocalDateTime ended = moment(until, "检查结束时间");
    if (ended.isAfter(now)) {
      throw new Refusal("检查结束时间不能晚于现在（%s），请填写实际的检查时间。".formatted(now.format(MINUTE)));
    }
    if (!begun.isBefore(ended)) {
      throw new Refusal("检查结束时间应在开始时间之后，请核对。");
    }
    LocalDateTime earliest = now.toLocalDate().minusDays(daysBack).atStartOfDay();
    if (begun.isBefore(earliest)) {
      throw new Refusal(
          "检查开始时间最早可填到%s（%d天内，市级默认值）；更早的检查不能补录现场检查记录，请联系安委办。"
              .formatted(earliest.format(MINUTE), daysBack));
    }
    return new VisitTime(begun, ended);
  }

  String inWords() {
    return ChineseDates.minute(begun) + "至" + ChineseDates.minute(ended);
  }

  private static LocalDateTime moment(String iso, String what) {
    if (iso == null || iso.isBlank()) {
      throw new Refusal("请填写" + what + "。");
    }
    try {
      return LocalDateTime.parse(iso.strip().replaceFirst("([+-]\\d\\d:?\\d\\d)$", ""));
    } catch (DateTimeParseException e) {
      throw new Refusal(what + "不是有效的日期和时间，请重新填写。");
    }
  }
}
