package rectify.document;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import rectify.engine.Refusal;

/**
 * The lines of an uploaded spreadsheet, CSV or the first sheet of an xlsx workbook, found by its
 * content and not by its name; unpacking takes no more memory than it should.
 */
public final class SheetReader {

  /** The largest file taken, in bytes. */
  public static final int MOST_BYTES = 20 * 1024 * 1024;

  /**
   * A line with any content.
   *
   * @param number as the spreadsheet shows it, from 1
   * @param cells null for one the spreadsheet itself calls an error
   */
  public record Line(int number, List<String> cells) {

    private boolean isBlank() {
      return cells.stream().allMatch(cell -> cell != null && clean(cell).isEmpty());
    }
  }

  private static final long MOST_UNPACKED_BYTES = 200L * 1024 * 1024;
  private static final int MOST_PARTS = 1_000;
  private static final Pattern CELL_ADDRESS = Pattern.compile("[A-Z]{1,3}[1-9][0-9]{0,6}");
  private static final Pattern ERROR_VALUE = Pattern.compile("#(N/A|[A-Z0/]+[!?])");
  private static final int LONGEST_NUMBER = 40;
  private static final int EXACT_DIGITS = 15;
  private static final String DAMAGED = "Excel 文件已损坏或不是 .xlsx 工作簿，请用 Excel 打开并另存为 .xlsx 后再导入";

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Pattern INVISIBLE = Pattern.compile("[\\u200B\\uFEFF\\u2060]");
  private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s]+");

  private final String what;
  private final int mostRows;
  private final List<Line> lines = new ArrayList<>();

  private SheetReader(String what, int mostRows) {
    this.what = what;
    this.mostRows = mostRows;
  }

  /**
   * Reads every line with any content, the header among them.
   *
   * @param what Chinese, what the file should be, such as 企业名册
   * @param mostRows the header not counted
   * @throws Refusal if the file is no spreadsheet, too large, or damaged
   */
  public static List<Line> read(byte[] file, String fileName, String what, int mostRows) {
    SheetReader reader = new SheetReader(what, mostRows);
    reader.read(file, fileName);
    return reader.lines;
  }

  /** Text without what nobody sees: format characters, blanks at its ends, blanks in a row. */
  public static String clean(String typed) {
    return typed == null
        ? ""
        : BLANKS.matcher(INVISIBLE.matcher(typed).replaceAll("")).replaceAll(" ").strip();
  }

  private void read(byte[] file, String fileName) {
    if (file.length == 0) {
      throw new Refusal("文件是空的，请选择要导入的" + what);
    }
    if (file.length > MOST_BYTES) {
      throw new Refusal("文件超过" + MOST_BYTES / 1024 / 1024 + "MB，请拆分后分次导入");
    }
    if (startsWith(file, 'P', 'K', 3, 4)) {
      readWorkbook(file);
    } else if (startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new Refusal("这是旧版 .xls 或加了密码的 Excel 文件，请去掉密码、另存为 .xlsx 或 CSV 后再导入");
    } else if (fileName != null && fileName.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
      throw new Refusal("文件名是 .xlsx，内容却不是 Excel 工作簿，请用 Excel 打开并另存为 .xlsx 后再导入");
    } else {
      readCsv(decoded(file));
    }
  }

  private void add(Line line) {
    if (line.isBlank()) {
      return;
    }
    if (lines.size() > mostRows) {
      throw new Refusal("文件超过" + mostRows + "行，请拆分后分次导入");
    }
    lines.add(line);
  }

  private static boolean startsWith(byte[] file, int... signature) {
    if (file.length < signature.length) {
      return false;
    }
    for (int i = 0; i < signature.length; i++) {
      if ((file[i] & 0xFF) != signature[i]) {
        return false;
      }
    }
    return true;
  }

  private static String decoded(byte[] file) {
    if (startsWith(file, 0xFF, 0xFE) || startsWith(file, 0xFE, 0xFF)) {
      throw new Refusal("文件是 UTF-16 编码，请另存为“CSV UTF-8（逗号分隔）”或 .xlsx 后再导入");
    }
    int from = startsWith(file, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
      try {
        String text =
            charset.newDecoder().decode(ByteBuffer.wrap(file, from, file.length - from)).toString();
        if (text.indexOf('\0') < 0) {
          return text;
        }
      } catch (CharacterCodingException e) {
        // the next one may fit
      }
    }
    throw new Refusal("文件既不是 .xlsx 也不是 UTF-8 或 GB18030 编码的 CSV，请用 Excel 另存为其中一种后再导入");
  }

  private void readCsv(String text) {
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).setTrailingData(false).get();
    long last = 0;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      for (CSVRecord record : parser) {
        last = record.getRecordNumber();
        add(new Line(Math.toIntExact(last), record.toList()));
      }
    } catch (IOException | UncheckedIOException e) {
      throw new Refusal("第%d行附近的引号不成对，无法读取，请改正后再导入".formatted(last + 1));
    }
  }

  private void readWorkbook(byte[] file) {
    try {
      inspect(file);
      try (ReadableWorkbook workbook =
              new ReadableWorkbook(
                  new ByteArrayInputStream(file), new ReadingOptions(false, true));
          Stream<Row> rows = workbook.getFirstSheet().openStream()) {
        rows.forEach(row -> add(line(row)));
      }
    } catch (Refusal refusal) {
      throw refusal;
    } catch (IOException | XMLStreamException | RuntimeException e) {
      throw new Refusal(DAMAGED);
    }
  }

  private static Line line(Row row) {
    List<String> cells = new ArrayList<>();
    for (Cell cell : row) {
      cells.add(cell == null ? "" : text(cell));
    }
    return new Line(row.getRowNum(), cells);
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
  private void inspect(byte[] file) throws IOException, XMLStreamException {
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
      Inspection inspection = new Inspection(what);
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
    private final String what;
    private long unpacked;
    private long texts;
    private long highestText = -1;

    Inspection(String what) {
      this.what = what;
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
                "Excel 文件解压后超过"
                    + MOST_UNPACKED_BYTES / 1024 / 1024
                    + "MB，不像"
                    + what
                    + "；请只保留这一张表，另存后再导入");
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
