package rectify.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files that unpack to more than a machine has; made up, never stored. */
public final class HostileSheets {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELS = "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final int MEGABYTE = 1 << 20;

  private HostileSheets() {}

  /** A workbook of one cell with so many megabytes of text. */
  public static byte[] oneCell(int megabytes) {
    return workbook(
        row(
            "<c r=\"A1\" t=\"inlineStr\"><is><t>",
            "x".repeat(MEGABYTE),
            megabytes,
            "</t></is></c>"),
        new byte[0]);
  }

  /** The same within a CDATA section full of what looks like tags. */
  public static byte[] hiddenCell(int megabytes) {
    return workbook(
        row(
            "<c r=\"A1\" t=\"inlineStr\"><is><t><![CDATA[",
            "<>".repeat(MEGABYTE / 2),
            megabytes,
            "]]></t></is></c>"),
        new byte[0]);
  }

  /** An attribute of so many megabytes. */
  public static byte[] longAttribute(int megabytes) {
    return workbook(row("<c r=\"A1\" x=\"", "x".repeat(MEGABYTE), megabytes, "\"/>"), new byte[0]);
  }

  /** A comment of so many megabytes. */
  public static byte[] longComment(int megabytes) {
    return workbook(row("<!--", "<>".repeat(MEGABYTE / 2), megabytes, "-->"), new byte[0]);
  }

  /** So many texts that no cell uses. */
  public static byte[] manyTexts(int thousands) {
    return workbook(row("<c r=\"A1\"><v>1</v></c>", "", 0, ""), texts(thousands));
  }

  /** So many rows with one cell far to the right. */
  public static byte[] wideRows(int rows) {
    StringBuilder wide = new StringBuilder();
    for (int row = 1; row <= rows; row++) {
      wide.append("<row r=\"%d\"><c r=\"XFD%d\"><v>1</v></c></row>".formatted(row, row));
    }
    return workbook(wide.toString().getBytes(StandardCharsets.UTF_8), new byte[0]);
  }

  /** So many empty rows. */
  public static byte[] emptyRows(int rows) {
    return workbook("<row/>".repeat(rows).getBytes(StandardCharsets.UTF_8), new byte[0]);
  }

  /** A line of nothing but so many megabytes of commas. */
  public static byte[] commas(int megabytes) {
    byte[] commas = new byte[megabytes * MEGABYTE];
    Arrays.fill(commas, (byte) ',');
    return commas;
  }

  /** Nothing but line breaks. */
  public static byte[] lineBreaks(int megabytes) {
    byte[] breaks = new byte[megabytes * MEGABYTE];
    Arrays.fill(breaks, (byte) '\n');
    return breaks;
  }

  /** Commas behind a quotation mark within a cell, where it quotes nothing. */
  public static byte[] commasBehindAQuote(int megabytes) {
    byte[] commas = commas(megabytes);
    commas[0] = 'a';
    commas[1] = '"';
    return commas;
  }

  private static byte[] texts(int thousands) {
    return ("<sst xmlns=\""
            + MAIN
            + "\">"
            + "<si><t>x</t></si>".repeat(thousands * 1000)
            + "</sst>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] row(String before, String filling, int times, String after) {
    ByteArrayOutputStream row = new ByteArrayOutputStream();
    row.writeBytes(("<row r=\"1\">" + before).getBytes(StandardCharsets.UTF_8));
    byte[] bytes = filling.getBytes(StandardCharsets.UTF_8);
    for (int time = 0; time < times; time++) {
      row.writeBytes(bytes);
    }
    row.writeBytes((after + "</row>").getBytes(StandardCharsets.UTF_8));
    return row.toByteArray();
  }

  private static byte[] workbook(byte[] rows, byte[] texts) {
    Map<String, byte[]> parts = new TreeMap<>();
    put(
        parts,
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
    put(
        parts,
        "_rels/.rels",
        "<Relationships xmlns=\"%s\"><Relationship Id=\"r1\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            .formatted(RELS, OFFICE));
    put(
        parts,
        "xl/workbook.xml",
        "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            .formatted(MAIN, OFFICE));
    put(
        parts,
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"%s\"><Relationship Id=\"r1\" Type=\"%s/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"%s/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
            .formatted(RELS, OFFICE, OFFICE));
    ByteArrayOutputStream sheet = new ByteArrayOutputStream();
    sheet.writeBytes(
        "<worksheet xmlns=\"%s\"><sheetData>".formatted(MAIN).getBytes(StandardCharsets.UTF_8));
    sheet.writeBytes(rows);
    sheet.writeBytes("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
    parts.put("xl/worksheets/sheet1.xml", sheet.toByteArray());
    parts.put("xl/sharedStrings.xml", texts.length == 0 ? texts(0) : texts);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(file)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  private static void put(Map<String, byte[]> parts, String name, String xml) {
    parts.put(name, xml.getBytes(StandardCharsets.UTF_8));
  }
}
