package rectify.paper;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import rectify.paper.Table.Column;
import rectify.paper.Table.Imprint;

/** Prints tables of figures on A4 across, and writes them as xlsx with the same face. */
@Component
public class Tables {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Printer printer;

  public Tables(Printer printer) {
    this.printer = printer;
  }

  public byte[] pdf(Table table, Imprint imprint) {
    return printer.pdf(table, imprint);
  }

  /** Answers a download in PDF, shown in the browser. */
  public void downloadPdf(
      Table table, Imprint imprint, String fileName, HttpServletResponse response)
      throws IOException {
    answer(response, MediaType.APPLICATION_PDF_VALUE, ContentDisposition.inline(), fileName);
    response.getOutputStream().write(pdf(table, imprint));
  }

  /** Answers a download in xlsx. */
  public void downloadXlsx(
      Table table, Imprint imprint, String fileName, HttpServletResponse response)
      throws IOException {
    answer(response, XLSX, ContentDisposition.attachment(), fileName);
    xlsx(table, imprint, response.getOutputStream());
  }

  static void answer(
      HttpServletResponse response,
      String type,
      ContentDisposition.Builder disposition,
      String fileName) {
    response.setContentType(type);
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        disposition.filename(fileName, StandardCharsets.UTF_8).build().toString());
  }

  /** Figures are numbers here, so that they can be added up. */
  public void xlsx(Table table, Imprint imprint, OutputStream out) throws IOException {
    try (Workbook workbook = new Workbook(out, "Rectify", "1.0")) {
      Worksheet sheet = workbook.newWorksheet(table.title());
      int last = table.columns().size() - 1;
      int row = 0;
      line(sheet, row, last, table.title());
      sheet
          .range(row, 0, row, last)
          .style()
          .bold()
          .fontSize(16)
          .horizontalAlignment("center")
          .set();
      row++;
      for (String text : about(table, imprint)) {
        line(sheet, row++, last, text);
      }
      int head = row;
      row = head(sheet, table, head);
      for (int i = 0; i < table.rows().size(); i++) {
        List<String> cells = table.rows().get(i);
        for (int column = 0; column < cells.size(); column++) {
          cell(sheet, row + i, column, cells.get(column), column >= table.labels());
        }
        if (table.labels() > 1 && table.startsGroup(i) && table.groupSize(i) > 1) {
          sheet.range(row + i, 0, row + i + table.groupSize(i) - 1, 0).merge();
        }
      }
      row += table.rows().size();
      sheet
          .range(head, 0, row - 1, last)
          .style()
          .borderStyle(BorderStyle.THIN)
          .horizontalAlignment("center")
          .verticalAlignment("center")
          .wrapText(true)
          .set();
      line(sheet, row++, last, String.join("　　", imprint.foot()));
      for (String note : table.notes()) {
        line(sheet, row++, last, "注：" + note);
      }
      sheet.freezePane(table.labels(), row(table, imprint));
      sheet.paperSize(PaperSize.A4_PAPER);
      sheet.pageOrientation("landscape");
      sheet.fitToWidth((short) 1);
      sheet.fitToHeight((short) 0);
      sheet.repeatRows(head, row(table, imprint) - 1);
    }
  }

  private static List<String> about(Table table, Imprint imprint) {
    String marks = String.join("　", imprint.marks());
    String first = "填报单位：" + imprint.organ() + "　　统计范围：" + table.area();
    String second = table.period() + "　　单位：" + table.unit() + "　　编号：" + imprint.number();
    return marks.isEmpty() ? List.of(first, second) : List.of(marks, first, second);
  }

  /** The first row of figures. */
  private static int row(Table table, Imprint imprint) {
    return 1
        + about(table, imprint).size()
        + (table.isGrouped() ? 2 : 1)
        + (table.numbered() ? 1 : 0);
  }

  private static int head(Worksheet sheet, Table table, int from) {
    List<Column> columns = table.columns();
    int rows = table.isGrouped() ? 2 : 1;
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      sheet.width(i, i < table.labels() ? 14 : 10);
      if (column.group() != null) {
        sheet.inlineString(from, i, column.group());
      }
      sheet.inlineString(column.group() == null ? from : from + 1, i, column.name());
      if (column.group() == null && rows > 1) {
        sheet.range(from, i, from + 1, i).merge();
      }
    }
    for (int i = 0; i < columns.size(); i += table.groupWidth(i)) {
      if (table.groupWidth(i) > 1) {
        sheet.range(from, i, from, i + table.groupWidth(i) - 1).merge();
      }
    }
    if (table.numbered()) {
      sheet.inlineString(from + rows, 0, "栏次");
      for (int i = table.labels(); i < columns.size(); i++) {
        sheet.value(from + rows, i, i - table.labels() + 1);
      }
      rows++;
    }
    return from + rows;
  }

  private static void cell(Worksheet sheet, int row, int column, String text, boolean figure) {
    if (figure && text.matches("-?\\d+(\\.\\d+)?")) {
      sheet.value(row, column, new BigDecimal(text));
      if (text.contains(".")) {
        sheet.style(row, column).format("0.00").set();
      }
    } else {
      sheet.inlineString(row, column, text);
    }
  }

  private static void line(Worksheet sheet, int row, int last, String text) {
    sheet.inlineString(row, 0, text);
    sheet.range(row, 0, row, last).merge();
    sheet.range(row, 0, row, last).style().wrapText(true).set();
  }
}
