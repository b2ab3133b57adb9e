package rectify.inspection;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import rectify.clean.CleanText;
import rectify.hazard.Level;
import rectify.refusal.Refusal;

/**
 * What an officer writes down of one thing found; what does not belong to the answers given is
 * dropped.
 *
 * @param level {@code general} or {@code major}
 * @param majorBasis the criterion that makes it major
 * @param disposal see {@link Disposal}
 * @param onSpotMeasures what was done at once, where the disposal says that something was
 * @param transferRole role of the department it is transferred to
 * @param dueAt the last day the officer orders, ISO; null takes the default
 */
public record Observation(
    String location,
    String description,
    String level,
    String majorBasis,
    String disposal,
    String onSpotMeasures,
    String transferRole,
    String dueAt) {

  /** The same, cleaned and complete. */
  Observation checked() {
    boolean major = Level.of(level) == Level.MAJOR;
    Disposal chosen = Disposal.of(disposal);
    boolean done = chosen == Disposal.CORRECTED || chosen == Disposal.MEASURES;
    return new Observation(
        required(CleanText.line(location), "问题部位", 100),
        required(text(description), "问题情况", 500),
        level,
        major ? required(text(majorBasis), "重大隐患判定依据", 300) : null,
        disposal,
        done ? required(text(onSpotMeasures), "当场纠正或现场处理情况", 500) : null,
        chosen == Disposal.TRANSFERRED
            ? required(CleanText.line(transferRole), "移送至哪个部门", 64)
            : null,
        chosen == Disposal.CORRECTED ? null : date(CleanText.code(dueAt)));
  }

  boolean isCorrected() {
    return Disposal.of(disposal) == Disposal.CORRECTED;
  }

  /** In one line, for people. */
  String inWords() {
    StringBuilder words =
        new StringBuilder(location)
            .append("：")
            .append(description)
            .append("（")
            .append(Level.of(level).chinese());
    if (majorBasis != null) {
      words.append("，依据").append(majorBasis);
    }
    words.append("，").append(Disposal.of(disposal).chinese());
    if (onSpotMeasures != null) {
      words.append("：").append(onSpotMeasures);
    }
    if (dueAt != null) {
      words.append("，期限").append(dueAt);
    }
    return words.append("）").toString();
  }

  private static String text(String typed) {
    String clean = CleanText.of(typed);
    return clean == null ? "" : clean.strip();
  }

  private static String date(String iso) {
    if (iso.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(iso).toString();
    } catch (DateTimeParseException e) {
      throw new Refusal("整改期限不是有效的日期，请重新填写。");
    }
  }

  private static String required(String text, String what, int most) {
    if (text.isEmpty()) {
      throw new Refusal("请填写" + what + "。");
    }
    if (text.length() > most) {
      throw new Refusal("%s最多%d字，现有%d字，请精简。".formatted(what, most, text.length()));
    }
    return text;
  }
}
