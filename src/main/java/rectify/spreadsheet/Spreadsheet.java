package rectify.spreadsheet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import rectify.typed.CellText;

/**
 * A table written row by row as CSV or xlsx. Every cell is text, so that no code loses a zero or
 * its last digits, and none runs as a formula.
 *
 * @param title of the sheet and of the file
 */
public record Spreadsheet(String title, List<String> header, Stream<List<String>> rows) {

  private static final int ROWS_A_FLUSH = 500;

  /** UTF-8 with a byte order mark, without which Excel takes it for another encoding. */
  public void writeCsv(OutputStream out) throws IOException {
    BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write('\uFEFF');
    CSVPrinter printer = new CSVPrinter(writer, CSVFormat.EXCEL);
    printer.printRecord(header);
    for (Iterator<List<String>> it = rows.iterator(); it.hasNext(); ) {
      printer.printRecord(it.next().stream().map(CellText::safe));
    }
    printer.flush();
  }

  public void writeXlsx(OutputStream out) throws IOException {
    try (Workbook workbook = new Workbook(out, "Rectify", "1.0")) {
      Worksheet sheet = workbook.newWorksheet(title);
      sheet.freezePane(0, 1);
      for (int column = 0; column < header.size(); column++) {
        sheet.width(column, 20);
        sheet.inlineString(0, column, header.get(column));
      }
      int row = 1;
      for (Iterator<List<String>> it = rows.iterator(); it.hasNext(); row++) {
        List<String> cells = it.next();
        for (int column = 0; column < cells.size(); column++) {
          String cell = cells.get(column);
          sheet.inlineString(
              row, column, cell.equals(CellText.meant(cell)) ? cell : CellText.safe(cell));
        }
        if (row % ROWS_A_FLUSH == 0) {
          sheet.flush();
        }
      }
    }
  }

  /** Answers a download in CSV. */
  public void downloadCsv(HttpServletResponse response) throws IOException {
    attach(response, "text/csv;charset=UTF-8", title + ".csv");
    writeCsv(response.getOutputStream());
  }

  /** Answers a download in xlsx. */
  public void downloadXlsx(HttpServletResponse response) throws IOException {
    attach(
        response,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        title + ".xlsx");
    writeXlsx(response.getOutputStream());
  }

  private static void attach(HttpServletResponse response, String type, String fileName) {
    response.setContentType(type);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(fileName, StandardCharsets.UTF_8)
            .build()
            .toString());
  }
}
