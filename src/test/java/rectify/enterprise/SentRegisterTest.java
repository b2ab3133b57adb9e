package rectify.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rectify.enterprise.EnterpriseFixture.code;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import rectify.refusal.Refusal;

/** Registers as people really send them: what they see is what is taken, or they are told. */
@SpringJUnitConfig(EnterpriseContext.class)
class SentRegisterTest {

  private static final EnterpriseScope ALL = EnterpriseScope.everything();
  private static final String[] HEADER = {"统一社会信用代码", "企业名称", "乡镇代码", "行业小类代码", "安全员", "地址"};

  @Autowired EnterpriseImport imports;
  @Autowired EnterpriseExport exports;
  @Autowired Enterprises enterprises;
  @Autowired JdbcTemplate jdbc;

  @BeforeEach
  void empty_register() {
    jdbc.update("delete from enterprise");
  }

  @Test
  void a_merged_value_fills_its_range_and_wipes_nothing() throws IOException {
    register("9135058200F145779C", "合并甲厂");
    register("9135058200F145780H", "合并乙厂");

    assertThat(take(sent("merged-cells.xlsx")).rejected()).isZero();

    for (String code : new String[] {"9135058200F145779C", "9135058200F145780H"}) {
      assertThat(of(code))
          .containsEntry("grade", "C")
          .containsEntry("safety_officer", "李某")
          .containsEntry("phone", "13800000000");
    }
  }

  @Test
  void a_hidden_sheet_is_not_read_before_the_one_that_is_shown() throws IOException {
    assertThat(take(sent("hidden-first.xlsx")).inserted()).isEqualTo(1);
    assertThat(jdbc.queryForList("select name from enterprise", String.class))
        .containsExactly("可见表里的厂");
  }

  @Test
  void several_sheets_with_content_are_refused_by_name() {
    byte[] file =
        workbook(
            book -> {
              sheet(book, "晋江", "甲");
              sheet(book, "南安", "乙");
              book.createSheet("空表");
              sheet(book, "去年", "丙");
              book.setSheetVisibility(3, SheetVisibility.VERY_HIDDEN);
            });

    assertThatThrownBy(() -> take(file))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("2张有内容的工作表（晋江、南安）")
        .hasMessageContaining("只保留一张");
  }

  @Test
  void what_a_workbook_writes_for_a_line_break_is_one_and_a_literal_one_is_text()
      throws IOException {
    take(sent("x000d.xlsx"));
    assertThat(of("9135058200F0001051")).containsEntry("address", "晋江市测试镇 测试路1号");

    take(one("演示_x005F_x000D_厂", "演示路_x0031_号"));
    assertThat(of(code(1))).containsEntry("name", "演示_x000D_厂").containsEntry("address", "演示路1号");
  }

  @Test
  void marks_nobody_sees_are_dropped_before_anything_is_checked() throws IOException {
    assertThat(take(sent("code-202d.xlsx")).inserted()).isEqualTo(1);
    assertThat(take(sent("invisible-code.csv")).inserted()).isEqualTo(1);

    assertThat(enterprises.byCreditCode("9135058200F145790J")).isPresent();
    assertThat(enterprises.byCreditCode("9135058200F9000016")).isPresent();
  }

  @Test
  void what_excel_writes_to_have_text_is_text() throws IOException {
    assertThat(take(sent("csv-formula-text.csv")).inserted()).isEqualTo(1);
    assertThat(enterprises.byCreditCode("9135058200F347071F")).isPresent();

    take(
        csv(
            "=\""
                + code(2)
                + "\",=\"演示“\"\"甲\"\"”厂\",'350582001,\"=\"\"0414\"\"\",'90后'小王,'号外'路1号"));
    assertThat(of(code(2)))
        .containsEntry("name", "演示“\"甲\"”厂")
        .containsEntry("subcategory_code", "0414")
        .containsEntry("safety_officer", "'90后'小王")
        .containsEntry("address", "'号外'路1号");
  }

  @Test
  void what_we_write_so_that_nothing_runs_as_a_formula_is_read_back_as_it_was() throws IOException {
    String[] names = {
      "=1+1厂", "'甲厂", "''乙厂", "'=丙厂", "=\"丁\"", "'戊'厂", "-己厂", "＝庚厂", "'辛", "'0414", "''A1"
    };
    for (int i = 0; i < names.length; i++) {
      register(code(i + 1), names[i]);
    }
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
    try (var all = enterprises.all(new EnterpriseFilter(null, null, null, null, null, null), ALL)) {
      exports.of("企业", all).writeCsv(csv);
    }
    try (var all = enterprises.all(new EnterpriseFilter(null, null, null, null, null, null), ALL)) {
      exports.of("企业", all).writeXlsx(xlsx);
    }

    assertThat(take(csv.toByteArray()).unchanged()).isEqualTo(names.length);
    assertThat(take(xlsx.toByteArray()).unchanged()).isEqualTo(names.length);
  }

  @Test
  void how_a_name_is_read_aloud_is_not_part_of_it() throws IOException {
    take(sent("phonetic-shared.xlsx"));
    assertThat(of("9135058200F000102P")).containsEntry("name", "宁东大道测试厂");
  }

  @Test
  void a_column_drawn_over_several_stays_one_and_two_named_ones_are_filled() {
    byte[] file =
        workbook(
            book -> {
              XSSFSheet sheet = sheet(book, "企业", "甲");
              sheet.addMergedRegion(CellRangeAddress.valueOf("F1:H1"));
              sheet.addMergedRegion(CellRangeAddress.valueOf("F2:H2"));
              sheet.getRow(1).getCell(5).setBlank();
              sheet.getRow(1).getCell(4).setCellValue("演示陈某");
              sheet.addMergedRegion(CellRangeAddress.valueOf("E3:F3"));
              Row second = sheet.createRow(2);
              for (int i = 0; i < 4; i++) {
                second.createCell(i).setCellValue(sheet.getRow(1).getCell(i).getStringCellValue());
              }
              second.getCell(0).setCellValue(code(2));
              second.createCell(4).setCellValue("演示合并");
            });

    assertThat(take(file).inserted()).isEqualTo(2);
    assertThat(of(code(1))).containsEntry("safety_officer", "演示陈某").containsEntry("address", null);
    assertThat(of(code(2)))
        .containsEntry("safety_officer", "演示合并")
        .containsEntry("address", "演示合并");
  }

  @Test
  void rows_nobody_sees_are_not_imported_unasked() {
    byte[] file =
        workbook(
            book -> {
              XSSFSheet sheet = sheet(book, "企业", "甲");
              sheet.getRow(1).setZeroHeight(true);
            });

    assertThatThrownBy(() -> take(file))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("“企业”有1行被隐藏或筛选掉了（第2行）");
  }

  @Test
  void a_cell_that_shows_other_than_it_holds_is_told_and_not_taken() {
    byte[] file =
        workbook(
            book -> {
              XSSFSheet sheet = sheet(book, "企业", "甲");
              CellStyle day = book.createCellStyle();
              day.setDataFormat(book.createDataFormat().getFormat("m\"月\"d\"日\""));
              sheet.getRow(1).getCell(5).setCellValue(45_323);
              sheet.getRow(1).getCell(5).setCellStyle(day);
              sheet.getRow(1).getCell(1).setCellFormula("C2&\"厂\"");
              sheet.getRow(1).getCell(4).setBlank();
              sheet.getRow(1).getCell(4).setCellFormula("B2&\"主任\"");
            });

    ImportReport report = take(file);

    assertThat(report.written()).isFalse();
    assertThat(report.problems())
        .extracting(problem -> problem.line() + problem.column())
        .containsExactlyInAnyOrder("2企业名称", "2安全员", "2地址");
    assertThat(report.problems()).allMatch(problem -> problem.reason().contains("日期或没有计算结果的公式"));
  }

  @Test
  void a_formula_that_is_a_text_is_its_text_and_a_padded_number_its_digits() {
    byte[] file =
        workbook(
            book -> {
              XSSFSheet sheet = sheet(book, "企业", "甲");
              CellStyle padded = book.createCellStyle();
              padded.setDataFormat(book.createDataFormat().getFormat("0000"));
              sheet.getRow(1).getCell(0).setBlank();
              sheet.getRow(1).getCell(0).setCellFormula("\"" + code(7) + "\"");
              sheet.getRow(1).getCell(2).setCellValue(350_582_001);
              sheet.getRow(1).getCell(3).setCellValue(414);
              sheet.getRow(1).getCell(3).setCellStyle(padded);
            });

    assertThat(take(file).inserted()).isEqualTo(1);
    assertThat(of(code(7))).containsEntry("subcategory_code", "0414");
  }

  private XSSFSheet sheet(XSSFWorkbook book, String title, String name) {
    XSSFSheet sheet = book.createSheet(title);
    Row header = sheet.createRow(0);
    Row row = sheet.createRow(1);
    String[] cells = {code(1), name, "350582001", "0414", "", ""};
    for (int i = 0; i < HEADER.length; i++) {
      header.createCell(i).setCellValue(HEADER[i]);
      row.createCell(i).setCellValue(cells[i]);
    }
    return sheet;
  }

  private byte[] one(String name, String address) {
    return workbook(book -> sheet(book, "企业", name).getRow(1).getCell(5).setCellValue(address));
  }

  private static byte[] workbook(Consumer<XSSFWorkbook> filling) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      filling.accept(book);
      book.write(out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private static byte[] csv(String line) {
    return (String.join(",", HEADER) + "\r\n" + line).getBytes(StandardCharsets.UTF_8);
  }

  private void register(String code, String name) {
    EnterpriseDetails same = EnterpriseFixture.details(1, name);
    enterprises.register(
        new EnterpriseDetails(
            code,
            name,
            same.townshipCode(),
            same.subcategoryCode(),
            "B",
            "演示林某",
            "演示陈某",
            "059500000001",
            "演示路1号",
            null,
            null,
            true),
        ALL);
  }

  private ImportReport take(byte[] file) {
    return imports.take(EnterpriseSheet.read(file, "名册"), false, false, ALL);
  }

  private Map<String, Object> of(String code) {
    return jdbc.queryForMap("select * from enterprise where credit_code = ?", code);
  }

  private byte[] sent(String name) throws IOException {
    return getClass().getResourceAsStream("/sent/" + name).readAllBytes();
  }
}
