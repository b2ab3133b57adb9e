package rectify.enterprise;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import rectify.engine.Refusal;

/**
 * Reads the first sheet of an xlsx workbook, after making sure that it is one and that unpacking it
 * takes no more memory than it should.
 */
final class EnterpriseWorkbook {

  private static final long MOST_UNPACKED_BYTES = 200L * 1024 * 1024;
  private static final int MOST_PARTS = 1_000;
  private static final Pattern CELL_ADDRESS = Pattern.compile("[A-Z]{1,3}[1-9][0-9]{0,6}");
  private static final Pattern ERROR_VALUE = Pattern.compile("#(N/A|[A-Z0/]+[!?])");
  private static final int LONGEST_NUMBER = 40;
  private static final int EXACT_DIGITS = 15;
  private static final String DAMAGED = "Excel 文件已损坏或不是 .xlsx 工作簿，请用 Excel 打开并另存为 .xlsx 后再导入";

  private EnterpriseWorkbook() {}

  static void read(byte[] file, EnterpriseSheet.Lines lines) {
    try {
      inspect(file);
      try (ReadableWorkbook workbook =
              new ReadableWorkbook(
                  new ByteArrayInputStream(file), new ReadingOptions(false, true));
          Stream<Row> rows = workbook.getFirstSheet().openStream()) {
        rows.forEach(row -> lines.add(line(row)));
      }
    } catch (Refusal refusal) {
      throw refusal;
    } catch (IOException | XMLStreamException | RuntimeException e) {
      throw new Refusal(DAMAGED);
    }
  }

  private static EnterpriseSheet.Line line(Row row) {
    List<String> cells = new ArrayList<>();
    for (Cell cell : row) {
      cells.add(cell == null ? "" : text(cell));
    }
    return new EnterpriseSheet.Line(row.getRowNum(), cells);
  }

  private static String text(Cell cell) {
    if (cell.getType() == CellType.ERROR || ERROR_VALUE.matcher(cell.getText()).matches()) {
      return null;
    }
    if (cell.getValue() instanceof BigDecimal number) {
      boolean sane = Math.abs((long) number.scale()) + number.precision() <= LONGEST_NUMBER;
      return sane ? digits(number.stripTrailingZeros()) : number.toString();
    }
    return cell.getText();
  }

  /** All digits, or the scientific form if a spreadsheet has already dropped the last ones. */
  private static String digits(BigDecimal number) {
    boolean lossy = number.scale() < 0 && number.precision() - number.scale() > EXACT_DIGITS;
    return lossy ? number.unscaledValue() + "E" + -number.scale() : number.toPlainString();
  }

  /**
   * Walks through every part once, counting what it unpacks to, and through its XML, looking for
   * what would make the reader run out of memory: a cell far to the right, a text beyond the list
   * of texts.
   */
  private static void inspect(byte[] file) throws IOException, XMLStreamException {
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get()) {
      List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
      boolean workbook = parts.stream().anyMatch(part -> part.getName().startsWith("xl/workbook"));
      if (!workbook || zip.getEntry("[Content_Types].xml") == null) {
        throw new Refusal("这是一个压缩包，不是 .xlsx 工作簿；请解压后导入其中的 .xlsx 或 CSV 文件");
      }
      if (parts.size() > MOST_PARTS) {
        throw new Refusal(DAMAGED);
      }
      Inspection inspection = new Inspection();
      for (ZipArchiveEntry part : parts) {
        String name = part.getName().toLowerCase(Locale.ROOT);
        try (InputStream content = inspection.counted(zip.getInputStream(part))) {
          if (name.startsWith("xl/") && name.endsWith(".xml")) {
            inspection.xml(content);
          } else {
            content.transferTo(OutputStream.nullOutputStream());
          }
        }
      }
      if (inspection.highestText >= inspection.texts) {
        throw new Refusal(DAMAGED);
      }
    }
  }

  private static final class Inspection {

    private final XMLInputFactory xml = XMLInputFactory.newFactory();
    private long unpacked;
    private long texts;
    private long highestText = -1;

    Inspection() {
      xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    InputStream counted(InputStream content) {
      return new FilterInputStream(content) {
        @Override
        public int read() throws IOException {
          throw new IOException("read in blocks");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
          int read = super.read(buffer, offset, length);
          unpacked += Math.max(read, 0);
          if (unpacked > MOST_UNPACKED_BYTES) {
            throw new Refusal(
                "Excel 文件解压后超过" + MOST_UNPACKED_BYTES / 1024 / 1024 + "MB，不像企业名册；请只保留名册一张表，另存后再导入");
          }
          return read;
        }
      };
    }

    void xml(InputStream content) throws XMLStreamException {
      XMLStreamReader reader = xml.createXMLStreamReader(content);
      boolean ofTexts = false;
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamReader.DTD) {
          throw new Refusal(DAMAGED);
        }
        if (event != XMLStreamReader.START_ELEMENT) {
          continue;
        }
        switch (reader.getLocalName()) {
          case "si" -> texts++;
          case "c" -> {
            ofTexts = "s".equals(reader.getAttributeValue(null, "t"));
            String address = reader.getAttributeValue(null, "r");
            if (address != null && !CELL_ADDRESS.matcher(address).matches()) {
              throw new Refusal(DAMAGED);
            }
          }
          case "v" -> {
            if (ofTexts) {
              String index = reader.getElementText();
              highestText = Math.max(highestText, index.isEmpty() ? -1 : Long.parseLong(index));
            }
          }
          default -> {}
        }
      }
    }
  }
}
