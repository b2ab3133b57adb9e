package rectify.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import rectify.paper.Table.Column;
import rectify.paper.Table.Imprint;

class TablesTest {

  private static final Imprint IMPRINT =
      new Imprint("BS350583-202603", List.of("未签发"), List.of("单位负责人：王𠮷", "填报日期："), "南安市安委办");

  private final Tables tables = new Tables(new Printer("https://rectify.example"));

  /** As wide and as long as the widest county's. */
  private static Table wide() {
    List<Column> columns = new ArrayList<>(List.of(new Column(null, "行业"), new Column(null, "指标")));
    IntStream.rangeClosed(1, 27).forEach(i -> columns.add(new Column(null, "雪峰华侨经济开发区")));
    columns.add(new Column(null, "合计"));
    List<List<String>> rows = new ArrayList<>();
    for (int trade = 1; trade <= 14; trade++) {
      for (String measure : List.of("应报", "按时", "逾期", "未报", "上报率", "零隐患率")) {
        rows.add(
            Stream.concat(
                    Stream.of("第" + trade + "类行业", measure),
                    IntStream.rangeClosed(1, 28)
                        .mapToObj(i -> measure.endsWith("率") ? "100.00" : "1234"))
                .toList());
      }
    }
    return new Table(
        "自查报送情况表", "南安市", "统计期：2026年3月", "家、%", columns, 2, false, rows, List.of("应报"));
  }

  private static Table grouped() {
    return new Table(
        "隐患排查治理情况统计表",
        "晋江市",
        "统计期：2026年第1季度",
        "项",
        List.of(
            new Column(null, "行业"),
            new Column("一般隐患", "排查"),
            new Column("一般隐患", "整改率"),
            new Column("重大隐患", "排查"),
            new Column(null, "资金")),
        1,
        true,
        List.of(List.of("煤矿", "3", "33.33", "0", "—"), List.of("合计", "3", "33.33", "0", "—")),
        List.of("=注一", "注二"));
  }

  @Test
  void the_widest_table_is_printed_across_with_its_head_on_every_page() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(tables.pdf(wide(), IMPRINT))) {
      int pages = pdf.getNumberOfPages();
      assertThat(pages).isBetween(2, 4);
      for (int page = 1; page <= pages; page++) {
        assertThat(pdf.getPage(page - 1).getMediaBox().getWidth())
            .isGreaterThan(pdf.getPage(page - 1).getMediaBox().getHeight());
        String text = text(pdf, page);
        assertThat(text).contains("指标", "合计", "第 " + page + " 页", "BS350583-202603");
        assertThat(count(text, "应报"))
            .as("kept together on page %d", page)
            .isBetween(count(text, "零隐患率"), count(text, "零隐患率") + (page == pages ? 1 : 0));
      }
      assertThat(text(pdf, 1)).contains("自查报送情况表", "未签发", "填报单位（章）：南安市安委办");
      assertThat(text(pdf, pages)).contains("单位负责人：王𠮷", "填报日期：");
    }
  }

  @Test
  void the_same_table_gives_the_same_bytes() {
    assertThat(tables.pdf(grouped(), IMPRINT)).isEqualTo(tables.pdf(grouped(), IMPRINT));
  }

  @Test
  void figures_are_numbers_in_the_workbook_and_the_rest_is_text() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    tables.xlsx(grouped(), IMPRINT, out);

    List<Row> rows;
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      rows = workbook.getFirstSheet().read();
    }

    assertThat(text(rows, 0, 0)).isEqualTo("隐患排查治理情况统计表");
    assertThat(text(rows, 1, 0)).isEqualTo("未签发");
    assertThat(text(rows, 2, 0)).contains("填报单位：南安市安委办", "统计范围：晋江市");
    assertThat(text(rows, 4, 1)).isEqualTo("一般隐患");
    assertThat(text(rows, 5, 2)).isEqualTo("整改率");
    assertThat(text(rows, 6, 0)).isEqualTo("栏次");
    assertThat(rows.get(7).getCell(1).asNumber()).isEqualTo(new BigDecimal("3"));
    assertThat(rows.get(7).getCell(2).asNumber()).isEqualTo(new BigDecimal("33.33"));
    assertThat(text(rows, 7, 4)).isEqualTo("—");
    assertThat(text(rows, 9, 0)).contains("单位负责人：王𠮷");
    assertThat(rows.get(10).getCell(0).getType()).isEqualTo(CellType.STRING);
    assertThat(text(rows, 10, 0)).isEqualTo("注：=注一");
  }

  private static String text(List<Row> rows, int row, int column) {
    return rows.get(row).getCell(column).getText();
  }

  private static String text(PDDocument pdf, int page) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(pdf).replaceAll("\\R", "");
  }

  private static int count(String text, String word) {
    return (text.length() - text.replace(word, "").length()) / word.length();
  }
}
