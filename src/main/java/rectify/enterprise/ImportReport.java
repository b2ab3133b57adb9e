package rectify.enterprise;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What an import did, or would not do.
 *
 * @param written whether anything could be written; false leaves the register as it was
 * @param rows rows with any content, the header not counted
 * @param rejected rows with a problem
 */
public record ImportReport(
    @Schema(description = "是否已写入") boolean written,
    @Schema(description = "数据行数") int rows,
    @Schema(description = "新增") int inserted,
    @Schema(description = "更新") int updated,
    @Schema(description = "无变化") int unchanged,
    @Schema(description = "有问题而未导入的行数") int rejected,
    @Schema(description = "全部问题") List<Problem> problems) {

  /**
   * One thing wrong with a cell.
   *
   * @param line the row's number as a spreadsheet shows it, from 1
   * @param column the column's header
   * @param reason in Chinese, with what to do
   */
  public record Problem(
      @Schema(description = "行号，与电子表格一致") int line,
      @Schema(description = "列名") String column,
      @Schema(description = "原因") String reason) {}
}
