package rectify.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rectify.refusal.Refusal;
import rectify.spreadsheet.SheetReader;

/** Files that are not what they say, or that mean harm: each is refused with what to do. */
class EnterpriseSheetTest {

  private static final String HEADER = "统一社会信用代码,企业名称,乡镇代码,行业小类代码";
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  @Test
  void an_empty_file_is_refused() {
    assertRefused(new byte[0], "a.csv", "文件是空的");
    assertRefused("\r\n,,\r\n".getBytes(StandardCharsets.UTF_8), "a.csv", "没有内容");
  }

  @Test
  void a_file_of_more_than_twenty_megabytes_is_refused() {
    assertRefused(new byte[SheetReader.MOST_BYTES + 1], "a.csv", "超过20MB");
  }

  @Test
  void more_than_fifty_thousand_rows_are_refused_and_as_many_are_taken() {
    String rows = "x,x,x,x\n".repeat(50_000);

    assertThat(read(HEADER + "\n\n" + rows).rows()).hasSize(50_000);
    assertThatThrownBy(() -> read(HEADER + "\n" + rows + "x"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("超过50000行");
  }

  @Test
  void an_old_or_encrypted_excel_file_is_refused() {
    byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A};

    assertRefused(ole, "a.xlsx", "旧版 .xls 或加了密码");
  }

  @Test
  void a_renamed_file_is_refused() throws IOException {
    assertRefused(HEADER.getBytes(StandardCharsets.UTF_8), "a.XLSX", "内容却不是 Excel 工作簿");
    assertRefused(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 1}, "a.csv", "既不是 .xlsx 也不是");
    assertRefused(zip(Map.of("readme.txt", bytes("hello"))), "a.xlsx", "不是 .xlsx 工作簿");
  }

  @Test
  void a_cut_off_workbook_is_refused() throws IOException {
    byte[] workbook = workbook();

    for (int length = 4; length < workbook.length; length += workbook.length / 9) {
      assertRefused(Arrays.copyOf(workbook, length), "a.xlsx", "已损坏");
    }
  }

  @Test
  void a_zip_bomb_is_refused() throws IOException {
    byte[] blanks = new byte[210 * 1024 * 1024];

    byte[] bomb = changed("xl/media/image1.bin", blanks);

    assertThat(bomb.length).isLessThan(1024 * 1024);
    assertRefused(bomb, "a.xlsx", "解压后超过100MB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<c r=\"ZZZZZZ1\" t=\"inlineStr\"><is><t>x</t></is></c>",
        "<c r=\"A1\" t=\"s\"><v>2000000000</v></c>",
        "<c r=\"A1\" t=\"s\"><v>-1</v></c>",
        "<c r=\"A1\" t=\"s\"><v>x</v></c>",
        "<c r=\"A1\" t=\"q\"><v>1</v></c>",
        "<c r=\"A1\"><f t=\"shared\" si=\"9\"/><v>1</v></c>",
        "<c r=\"A1\""
      })
  void a_cell_no_spreadsheet_writes_is_refused(String cell) throws IOException {
    assertRefused(changed(SHEET, bytes(sheet("", cell))), "a.xlsx", "已损坏");
  }

  @Test
  void entities_are_not_expanded() throws IOException {
    String doctype =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY f SYSTEM \"file:///etc/passwd\">]>";

    assertRefused(
        changed(
            SHEET, bytes(sheet(doctype, "<c r=\"A1\" t=\"inlineStr\"><is><t>&f;&b;</t></is></c>"))),
        "a.xlsx",
        "已损坏");
  }

  @Test
  void a_number_of_a_billion_digits_stays_small() throws IOException {
    EnterpriseSheet sheet =
        EnterpriseSheet.read(
            changed(
                SHEET,
                bytes(
                    sheet(
                        "",
                        "<c r=\"A1\" t=\"inlineStr\"><is><t>企业名称</t></is></c>"
                            + "<c r=\"B1\"><v>1E999999999</v></c>"))),
            "a.xlsx");

    assertThat(sheet.headerProblems()).anyMatch(problem -> problem.column().equals("1E+999999999"));
  }

  private static void assertRefused(byte[] file, String name, String message) {
    assertThatThrownBy(() -> EnterpriseSheet.read(file, name))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(message);
  }

  private static EnterpriseSheet read(String csv) {
    return EnterpriseSheet.read(bytes(csv), "a.csv");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String sheet(String doctype, String cells) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
        + doctype
        + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
        + "<sheetData><row r=\"1\">"
        + cells
        + "</row></sheetData></worksheet>";
  }

  private static byte[] workbook() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Other", "1.0")) {
      workbook.newWorksheet("Sheet1").value(0, 0, "企业名称");
    }
    return out.toByteArray();
  }

  private static byte[] changed(String part, byte[] content) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipFile zip =
        ZipFile.builder()
            .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook()))
            .get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    parts.put(part, content);
    return zip(parts);
  }

  private static byte[] zip(Map<String, byte[]> parts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
