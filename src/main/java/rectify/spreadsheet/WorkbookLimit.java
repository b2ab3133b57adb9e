package rectify.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import rectify.refusal.Refusal;

/**
 * Walks through every part of a workbook once, counting what it unpacks to, and through its XML,
 * looking for what would make the reader run out of memory: too many cells, a cell far to the
 * right, a text beyond the list of texts.
 */
final class WorkbookLimit {

  private static final int MOST_PARTS = 1_000;
  private static final int MOST_CELLS = 2_000_000;
  private static final int MOST_ROWS = 200_000;
  private static final int MOST_TEXTS = 400_000;
  private static final int LONGEST_INDEX = 10;
  private static final Pattern CELL_ADDRESS = Pattern.compile("[A-Z]{1,3}[1-9][0-9]{0,6}");

  private final XMLInputFactory xml = XMLInputFactory.newFactory();
  private final UnpackLimit limit;
  private long cells;
  private long rows;
  private long texts;
  private long merges;
  private long highestText = -1;
  private final SheetLooks looks = new SheetLooks();
  private int inRow;

  private WorkbookLimit(UnpackLimit limit) {
    this.limit = limit;
    xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    xml.setProperty(XMLInputFactory.IS_COALESCING, false);
  }

  /**
   * Looks the whole file through.
   *
   * @return what it says of its sheets beside their cells
   * @throws Refusal if it is no workbook, or one that would take too much memory
   */
  static SheetLooks check(byte[] file, String what) throws IOException, XMLStreamException {
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get()) {
      List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
      boolean workbook = parts.stream().anyMatch(part -> part.getName().startsWith("xl/workbook"));
      if (!workbook || zip.getEntry("[Content_Types].xml") == null) {
        throw new Refusal("这是一个压缩包，不是 .xlsx 工作簿；请解压后导入其中的 .xlsx 或 CSV 文件");
      }
      if (parts.size() > MOST_PARTS) {
        throw new Refusal(SheetReader.DAMAGED);
      }
      WorkbookLimit inspection = new WorkbookLimit(new UnpackLimit(what, file.length));
      for (ZipArchiveEntry part : parts) {
        inspection.part(zip, part);
      }
      if (inspection.highestText >= inspection.texts) {
        throw new Refusal(SheetReader.DAMAGED);
      }
      return inspection.looks;
    }
  }

  private void part(ZipFile zip, ZipArchiveEntry part) throws IOException, XMLStreamException {
    String name = part.getName().toLowerCase(Locale.ROOT);
    boolean ofTexts = name.contains("sharedstrings");
    boolean isXml = name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
    try (InputStream packed = zip.getInputStream(part)) {
      if (packed == null) {
        throw new Refusal(SheetReader.DAMAGED);
      }
      if (isXml && (name.startsWith("xl/") || !name.contains("/"))) {
        walk(name, limit.xml(packed, ofTexts));
      } else {
        limit.counted(packed, ofTexts).transferTo(OutputStream.nullOutputStream());
      }
    }
  }

  private void walk(String part, InputStream content) throws XMLStreamException {
    XMLStreamReader reader = xml.createXMLStreamReader(content);
    looks.begin(part);
    boolean ofTexts = false;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamReader.DTD) {
        throw new Refusal(SheetReader.DAMAGED);
      }
      looks.at(event, reader);
      if (event != XMLStreamReader.START_ELEMENT) {
        continue;
      }
      switch (reader.getLocalName()) {
        case "si" -> most(++texts, MOST_TEXTS);
        case "row" -> {
          inRow = 0;
          most(++rows, MOST_ROWS);
        }
        case "mergeCell" -> most(++merges, MOST_ROWS);
        case "c" -> {
          ofTexts = "s".equals(reader.getAttributeValue(null, "t"));
          cell(reader.getAttributeValue(null, "r"));
        }
        case "v" -> {
          if (ofTexts) {
            String index = index(reader);
            highestText = Math.max(highestText, index.isEmpty() ? -1 : Long.parseLong(index));
          }
        }
        default -> {}
      }
    }
  }

  private void cell(String address) {
    most(++cells, MOST_CELLS);
    if (address != null && !CELL_ADDRESS.matcher(address).matches()) {
      throw new Refusal(SheetReader.DAMAGED);
    }
    int column = address == null ? ++inRow : column(address);
    if (column > SheetReader.MOST_COLUMNS) {
      throw new Refusal("表格超过%d列，请删去右侧多余的列后再导入".formatted(SheetReader.MOST_COLUMNS));
    }
  }

  private static int column(String address) {
    int column = 0;
    for (int i = 0; i < address.length() && address.charAt(i) >= 'A'; i++) {
      column = column * 26 + address.charAt(i) - 'A' + 1;
    }
    return column;
  }

  private static void most(long count, int most) {
    if (count > most) {
      throw new Refusal("表格的行、单元格或文字过多，请删去多余的空行、空列和格式，拆分后再导入");
    }
  }

  private static String index(XMLStreamReader reader) throws XMLStreamException {
    StringBuilder index = new StringBuilder();
    while (reader.next() != XMLStreamReader.END_ELEMENT) {
      if (!reader.hasText() || index.length() + reader.getTextLength() > LONGEST_INDEX) {
        throw new Refusal(SheetReader.DAMAGED);
      }
      index.append(reader.getText());
    }
    return index.toString().strip();
  }
}
