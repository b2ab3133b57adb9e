package rectify.checklist;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/**
 * A published criterion of major hazards (重大事故隐患判定标准).
 *
 * @param clause article of the document; empty if it was not verified
 * @param text as published, or our summary if not verified
 * @param to the last day, null while in force
 * @param source where the text was read
 * @param checked against what it was read
 * @param review the last day on which somebody looks at it again
 */
public record Criterion(
    String code,
    @Schema(description = "文件") String document,
    @Schema(description = "条款") String clause,
    @Schema(description = "情形") String text,
    @Schema(description = "施行日期") LocalDate from,
    @Schema(description = "失效日期") LocalDate to,
    @Schema(description = "文字来源") String source,
    @Schema(description = "核对方式") Reading checked,
    @Schema(description = "最迟复核日期") LocalDate review) {

  private static final int LONGEST_CITATION = 300;

  /** How a citation ends whose words nobody compared with the original. */
  private static final String UNREAD = "（条款文字未对照原文，请核对后再定级）";

  public boolean isInForce(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }

  /** Whether the text was read in the document or a copy of it; if not it is only a summary. */
  @JsonProperty("verified")
  @Schema(description = "文字是否已核对")
  public boolean verified() {
    return checked == Reading.ORIGINAL || checked == Reading.PUBLIC_COPY;
  }

  /** As it stands beside a finding, saying so if its words may not be relied upon. */
  public String citation() {
    return citation(true);
  }

  /**
   * @param itemRead whether the item that leads here was itself compared with the original
   */
  String citation(boolean itemRead) {
    String end = itemRead && checked == Reading.ORIGINAL ? "" : UNREAD;
    String cited = document + clause + "：" + text;
    int room = LONGEST_CITATION - end.length();
    return (cited.length() <= room ? cited : cited.substring(0, room - 1) + "…") + end;
  }

  /**
   * Whether a failure is major by this citation alone: one that nobody compared with the original
   * only asks a person to look.
   */
  public static boolean decides(String citation) {
    return citation != null && !citation.endsWith(UNREAD);
  }
}
