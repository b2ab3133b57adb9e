package rectify.checklist;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/**
 * A document that guides and criteria cite, in one of its editions.
 *
 * @param number empty of a law whose title says enough
 * @param from null if nobody has checked since when
 * @param to the last day, null while in force
 * @param replacedBy null while nothing does
 * @param last the number of its last article, null if it has none or nobody has looked
 * @param checked against what title, number and dates were read
 * @param review the last day on which somebody looks at it again
 * @param gap what could not be read of it, and how that was tried; null without one
 */
public record Standard(
    @Schema(description = "名称") String title,
    @Schema(description = "编号或文号") String number,
    @Schema(description = "施行日期，空为未核对") LocalDate from,
    @Schema(description = "失效日期") LocalDate to,
    @Schema(description = "由什么代替") String replacedBy,
    @Schema(description = "最后一条的条号") Integer last,
    @Schema(description = "核对方式") Reading checked,
    @Schema(description = "最迟复核日期") LocalDate review,
    @Schema(description = "没有读到的部分") String gap) {

  public boolean isInForce(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  /** As an item cites it. */
  public String name() {
    return "《" + title + "》" + (number.isEmpty() ? "" : "（" + number + "）");
  }

  /** Whether it is divided into articles, as laws are; standards have numbered clauses. */
  boolean hasArticles() {
    return !number.matches("[A-Z]+(/T)? ?[A-Z]?\\d.*");
  }
}
