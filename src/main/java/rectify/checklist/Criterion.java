package rectify.checklist;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/**
 * A published criterion of major hazards (重大事故隐患判定标准).
 *
 * @param clause article of the document; empty if it was not verified
 * @param text as published, or our summary if not verified
 * @param to the last day, null while in force
 * @param verified whether the text was read in a copy of the document; if not, a person must check
 *     it before it is relied upon
 */
public record Criterion(
    String code,
    @Schema(description = "文件") String document,
    @Schema(description = "条款") String clause,
    @Schema(description = "情形") String text,
    @Schema(description = "施行日期") LocalDate from,
    @Schema(description = "失效日期") LocalDate to,
    @Schema(description = "文字是否已核对") boolean verified) {

  public boolean isInForce(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }
}
