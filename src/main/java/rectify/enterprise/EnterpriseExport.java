package rectify.enterprise;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import rectify.jurisdiction.Jurisdictions;

/**
 * Writes enterprises as a spreadsheet that the import reads back, row by row. No cell of it runs as
 * a formula.
 */
@Component
class EnterpriseExport {

  private static final EnterpriseColumn[] COLUMNS = EnterpriseColumn.values();
  private static final int ROWS_A_FLUSH = 500;

  private final Jurisdictions jurisdictions;

  EnterpriseExport(Jurisdictions jurisdictions) {
    this.jurisdictions = jurisdictions;
  }

  /** UTF-8 with a byte order mark, without which Excel takes it for another encoding. */
  void csv(Stream<Enterprise> enterprises, OutputStream out) throws IOException {
    BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write('\uFEFF');
    CSVPrinter printer = new CSVPrinter(writer, CSVFormat.EXCEL);
    printer.printRecord(Arrays.stream(COLUMNS).map(EnterpriseColumn::header));
    for (Iterator<Enterprise> rows = enterprises.iterator(); rows.hasNext(); ) {
      Enterprise enterprise = rows.next();
      printer.printRecord(
          Arrays.stream(COLUMNS)
              .map(column -> column.cell(enterprise, jurisdictions))
              .map(EnterpriseSheet::safeText));
    }
    printer.flush();
  }

  /** Every cell is text, so that no code loses a zero or its last digits. */
  void xlsx(Stream<Enterprise> enterprises, OutputStream out) throws IOException {
    try (Workbook workbook = new Workbook(out, "Rectify", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("企业名册");
      sheet.freezePane(0, 1);
      for (int i = 0; i < COLUMNS.length; i++) {
        sheet.width(i, 20);
        sheet.inlineString(0, i, COLUMNS[i].header());
      }
      int row = 1;
      for (Iterator<Enterprise> rows = enterprises.iterator(); rows.hasNext(); row++) {
        Enterprise enterprise = rows.next();
        for (int i = 0; i < COLUMNS.length; i++) {
          String cell = COLUMNS[i].cell(enterprise, jurisdictions);
          sheet.inlineString(row, i, cell.startsWith("'") ? EnterpriseSheet.safeText(cell) : cell);
        }
        if (row % ROWS_A_FLUSH == 0) {
          sheet.flush();
        }
      }
    }
  }
}
