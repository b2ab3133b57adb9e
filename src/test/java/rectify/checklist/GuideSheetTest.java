package rectify.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class GuideSheetTest {

  private static final GuideSheet.Known KNOWN =
      new GuideSheet.Known(
          Set.of("叉车", "仓库")::contains,
          Set.of("GM-11-1")::contains,
          cited -> Set.of("用电安全导则", "导则").contains(cited.title()));
  private static final String HEADER = String.join(",", GuideSheet.HEADER) + "\n";
  private static final String GOOD =
      "01,用电,配电箱前0.8米内没有堆物,用卷尺量一量,《用电安全导则》,GM-11-1,叉车;仓库,两者,,记忆,2027-01-31\n";

  @Test
  void a_line_becomes_an_item() {
    GuideSheet sheet = read(HEADER + GOOD);

    assertThat(sheet.problems()).isEmpty();
    assertThat(sheet.items())
        .containsExactly(
            new CheckItem(
                0,
                "01",
                "用电",
                "配电箱前0.8米内没有堆物",
                "用卷尺量一量",
                "《用电安全导则》",
                "GM-11-1",
                Set.of("叉车", "仓库"),
                Family.BOTH,
                null,
                Reading.MEMORY,
                LocalDate.of(2027, 1, 31)));
  }

  @Test
  void every_bad_cell_is_told_by_line_column_and_reason() {
    GuideSheet sheet =
        read(
            HEADER
                + GOOD
                + "x1,,太短,,口头要求,GM-99,飞机,全部,,读过,明年\n"
                + "01,用电,配电箱前0.8米内没有堆物,用卷尺量一量,《没有登记的标准》,,,自查,责令停用,市级默认,2027-01-31\n");

    assertThat(sheet.problems())
        .extracting(problem -> problem.line() + problem.column())
        .containsExactlyInAnyOrder(
            "3条目", "3部位", "3检查内容", "3检查方法", "3依据", "3重大隐患条款", "3适用特征", "3类别", "3核对方式", "3复核日期",
            "4条目", "4检查内容", "4依据", "4处置提示", "4核对方式");
    assertThat(sheet.problems()).allMatch(problem -> problem.reason().length() > 5);
  }

  @Test
  void another_header_is_refused_as_a_whole() {
    GuideSheet sheet = read("编号,内容\n01,没有堆物\n");

    assertThat(sheet.items()).isEmpty();
    assertThat(sheet.problems()).hasSize(1).allMatch(problem -> problem.reason().contains("检查内容"));
  }

  @Test
  void an_item_of_a_topic_without_a_trait_gets_the_topics() {
    GuideSheet sheet =
        GuideSheet.read(
            (HEADER + GOOD.replace("叉车;仓库", "")).getBytes(StandardCharsets.UTF_8),
            "a.csv",
            KNOWN,
            "仓库",
            false);

    assertThat(sheet.items()).extracting(CheckItem::traits).containsExactly(Set.of("仓库"));
  }

  @Test
  void what_is_exported_as_a_workbook_is_imported_the_same() throws IOException {
    List<CheckItem> items = read(HEADER + GOOD).items();
    ByteArrayOutputStream file = new ByteArrayOutputStream();

    GuideSheet.write("通用", items).writeXlsx(file);

    GuideSheet again = GuideSheet.read(file.toByteArray(), "通用.xlsx", KNOWN, null, false);
    assertThat(again.problems()).isEmpty();
    assertThat(again.items()).isEqualTo(items);
  }

  @Test
  void a_guide_is_read_as_it_is_seen_whoever_wrote_it() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      book.createSheet("旧指引").createRow(0).createCell(0).setCellValue("条目");
      book.setSheetVisibility(0, SheetVisibility.HIDDEN);
      XSSFSheet sheet = book.createSheet("指引");
      String[][] lines = {
        HEADER.strip().split(","),
        {
          "\u202d０１\u202c",
          "用电",
          "配电箱前_x000D_\n没有堆物_x0009_",
          "用卷尺量一量",
          "《导则》",
          "ＧＭ-11-1",
          "",
          "两者",
          "",
          "记忆",
          "2027-01-31"
        },
        {"=\"02\"", "", "插座没有烧焦的痕迹", "看插座面板", "《导则》", "", "", "自查", "", "记忆", "2027-01-31"}
      };
      for (int row = 0; row < lines.length; row++) {
        sheet.createRow(row);
        for (int column = 0; column < lines[row].length; column++) {
          sheet.getRow(row).createCell(column).setCellValue(lines[row][column]);
        }
      }
      sheet.addMergedRegion(CellRangeAddress.valueOf("B2:B3"));
      book.write(file);
    }

    GuideSheet sheet = GuideSheet.read(file.toByteArray(), "指引.xlsx", KNOWN, null, false);

    assertThat(sheet.problems()).isEmpty();
    assertThat(sheet.items())
        .extracting(CheckItem::code, CheckItem::part, CheckItem::content, CheckItem::criterion)
        .containsExactly(
            tuple("01", "用电", "配电箱前 没有堆物", "GM-11-1"), tuple("02", "用电", "插座没有烧焦的痕迹", null));
  }

  private static GuideSheet read(String text) {
    return GuideSheet.read(text.getBytes(StandardCharsets.UTF_8), "指引.csv", KNOWN, null, false);
  }
}
