package rectify.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static rectify.enterprise.EnterpriseFixture.code;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import rectify.enterprise.ImportReport.Problem;
import rectify.refusal.Refusal;

@SpringJUnitConfig(EnterpriseContext.class)
class EnterpriseImportTest {

  private static final EnterpriseScope ALL = EnterpriseScope.everything();
  private static final int CITY = 12_765;
  private static final String HEADER = "统一社会信用代码,企业名称,乡镇代码,行业小类代码";
  private static final String FULL_HEADER =
      "统一社会信用代码,企业名称,乡镇代码,乡镇名称,行业小类代码,分级,法定代表人,安全员,联系电话,地址,经度,纬度,是否入网";

  @Autowired EnterpriseImport imports;
  @Autowired EnterpriseExport exports;
  @Autowired EnterpriseCheck check;
  @Autowired Enterprises enterprises;
  @Autowired DemoRegister demo;
  @Autowired JdbcTemplate jdbc;

  @BeforeEach
  void empty_register() {
    jdbc.update("delete from enterprise");
  }

  @Test
  void the_whole_city_comes_in_at_once_and_again_without_doubling() throws IOException {
    byte[] csv = demoCsv(1, CITY);
    long start = System.nanoTime();

    ImportReport first = take(csv, false);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(40));
    assertThat(first).isEqualTo(new ImportReport(true, CITY, CITY, 0, 0, 0, List.of()));
    assertThat(rows()).isEqualTo(CITY);

    ImportReport second = take(csv, false);

    assertThat(second).isEqualTo(new ImportReport(true, CITY, 0, 0, CITY, 0, List.of()));

    jdbc.update("update enterprise set safety_officer = '旧名', created_at = '2020-01-01 00:00:00'");
    jdbc.update(
        "delete from enterprise where id = (select top from (select max(id) as top from enterprise) e)");
    List<Long> ids = ids();
    ImportReport third = take(csv, false);

    assertThat(third).isEqualTo(new ImportReport(true, CITY, 1, CITY - 1, 0, 0, List.of()));
    assertThat(rows()).isEqualTo(CITY);
    assertThat(ids()).startsWith(ids.toArray(Long[]::new));
    assertThat(count("safety_officer = '旧名'")).isZero();
    assertThat(count("created_at = '2020-01-01 00:00:00' and updated_at > '2026-01-01 00:00:00'"))
        .isEqualTo(CITY - 1);
  }

  @Test
  void a_workbook_of_the_whole_city_says_the_same_as_its_csv() throws IOException {
    ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
    exports.of("企业", demo.rows(1, CITY).stream().map(check::checked)).writeXlsx(xlsx);
    long start = System.nanoTime();

    ImportReport first = take(xlsx.toByteArray(), false);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(40));
    assertThat(first).isEqualTo(new ImportReport(true, CITY, CITY, 0, 0, 0, List.of()));
    assertThat(take(demoCsv(1, CITY), false).unchanged()).isEqualTo(CITY);
  }

  @Test
  void every_fault_of_every_row_is_told_with_line_column_and_reason() {
    ImportReport report =
        take(
            csv(
                FULL_HEADER,
                code(1) + ",演示·甲,350582001,,0414,A,,,,,,,是",
                "",
                code(2).substring(0, 17) + ",,350582999,,9999,E,,,abc,,一一八,24.8,也许",
                code(3) + ",演示·乙,,官桥镇,0414,,,,,,24.8,118.6,",
                code(4) + ",演示·丙,350582001,溪美街道,0414,,,,,,118.6,,",
                code(5) + ",演示·丁,,没有镇,0414,,,,,,,,"),
            false);

    assertThat(report.written()).isFalse();
    assertThat(report.rows()).isEqualTo(5);
    assertThat(report.rejected()).isEqualTo(4);
    assertThat(report.problems())
        .extracting(Problem::line, Problem::column)
        .containsExactly(
            tuple(4, "统一社会信用代码"),
            tuple(4, "企业名称"),
            tuple(4, "乡镇代码"),
            tuple(4, "行业小类代码"),
            tuple(4, "分级"),
            tuple(4, "联系电话"),
            tuple(4, "经度"),
            tuple(4, "是否入网"),
            tuple(5, "乡镇名称"),
            tuple(5, "经度"),
            tuple(6, "乡镇名称"),
            tuple(6, "纬度"),
            tuple(7, "乡镇名称"));
    assertThat(report.problems())
        .contains(
            new Problem(4, "统一社会信用代码", "统一社会信用代码应为18位，现为17位，请对照营业执照填写"),
            new Problem(4, "乡镇代码", "没有代码为“350582999”的乡镇、街道或园区，应为本市现用的9位代码"),
            new Problem(5, "乡镇名称", "“官桥镇”不止一个，请写明是哪一个：安溪县官桥镇、南安市官桥镇"),
            new Problem(5, "经度", "经度和纬度似乎填反了，请对调"),
            new Problem(6, "乡镇名称", "“溪美街道”与乡镇代码350582001（晋江市青阳街道）不一致，请改正其中一个"));
    assertThat(rows()).isZero();
  }

  @Test
  void good_rows_are_taken_on_request_and_bad_ones_still_told() {
    byte[] file =
        csv(
            HEADER,
            code(1) + ",演示·甲,350582001,0414",
            code(2) + ",演示·乙,350582999,0414",
            code(3) + ",演示·丙,350582001,0414");

    ImportReport report = take(file, true);

    assertThat(report.written()).isTrue();
    assertThat(report.inserted()).isEqualTo(2);
    assertThat(report.rejected()).isEqualTo(1);
    assertThat(report.problems()).extracting(Problem::line).containsExactly(3);
    assertThat(count("name in ('演示·甲', '演示·丙')")).isEqualTo(2);
    assertThat(rows()).isEqualTo(2);
  }

  @Test
  void rows_of_the_same_code_are_told_with_each_others_lines_and_none_is_taken() {
    byte[] file =
        csv(
            HEADER,
            code(1) + ",演示·甲,350582001,0414",
            code(2) + ",演示·乙,350582001,0414",
            code(1).toLowerCase() + ",演示·丙,350582001,0414");

    ImportReport report = take(file, true);

    assertThat(report.problems())
        .containsExactly(
            new Problem(2, "统一社会信用代码", "与第4行重复，请只保留一行"),
            new Problem(4, "统一社会信用代码", "与第2行重复，请只保留一行"));
    assertThat(report.inserted()).isEqualTo(1);
    assertThat(count("name = '演示·乙'")).isEqualTo(1);
  }

  @Test
  void very_many_rows_of_the_same_code_do_not_drown_the_report() {
    String row = code(1) + ",演示·甲,350582001,0414\n";

    ImportReport report =
        take((HEADER + "\n" + row.repeat(20_000)).getBytes(StandardCharsets.UTF_8), false);

    assertThat(report.problems()).hasSize(20_000);
    assertThat(report.problems().get(0).reason()).isEqualTo("与第3、4、5、6、7等共20000行重复，请只保留一行");
  }

  @Test
  void a_failure_in_the_middle_leaves_nothing_half_written() throws IOException {
    take(csv(HEADER, code(1) + ",演示·甲,350582001,0414"), false);
    String rows =
        IntStream.rangeClosed(1, 3_000)
            .mapToObj(
                i ->
                    "%s,演示·%d,350582001,0414,%s"
                        .formatted(
                            code(i), i, i == 2_500 ? "059500000010" : "0595%08d".formatted(i)))
            .collect(Collectors.joining("\n", HEADER + ",联系电话\n", ""));
    byte[] file = rows.getBytes(StandardCharsets.UTF_8);
    jdbc.execute("create unique index one_phone on enterprise (phone)");
    try {
      assertThatThrownBy(() -> take(file, false)).isInstanceOf(Refusal.class);
      assertThat(rows()).isEqualTo(1);
      assertThat(count("name = '演示·甲' and phone is null")).isEqualTo(1);
    } finally {
      jdbc.execute("drop index one_phone on enterprise");
    }
    assertThat(take(file, false).inserted()).isEqualTo(2_999);
  }

  @Test
  void a_column_the_file_lacks_keeps_what_is_registered_and_a_blank_cell_clears_it_if_asked() {
    take(
        csv(
            HEADER + ",分级,安全员,是否入网",
            code(1) + ",演示·甲,350582001,0414,C,演示陈某,是",
            code(2) + ",演示·乙,350582001,0414,C,演示陈某,是"),
        false);

    byte[] again =
        csv(
            HEADER + ",安全员",
            code(1) + ",演示·甲,350582001,0414,演示黄某",
            code(2) + ",演示·乙,350582001,0414,");
    ImportReport kept = take(again, false);

    assertThat(kept.updated()).isEqualTo(1);
    assertThat(kept.unchanged()).isEqualTo(1);
    assertThat(count("safety_officer = '演示陈某'")).isEqualTo(1);

    ImportReport cleared = imports.take(EnterpriseSheet.read(again, "名册"), false, true, ALL);

    assertThat(cleared.updated()).isEqualTo(1);
    assertThat(count("safety_officer = '演示黄某' and grade = 'C' and enrolled = true")).isEqualTo(1);
    assertThat(count("safety_officer is null and grade = 'C' and enrolled = true")).isEqualTo(1);
  }

  @Test
  void a_person_imports_only_into_their_own_scope() {
    EnterpriseScope jinjiang = EnterpriseScope.counties(Set.of("350582"));
    take(csv(HEADER, code(9) + ",演示·南安,350583001,0406"), false);

    ImportReport report =
        imports.take(
            EnterpriseSheet.read(
                csv(
                    HEADER,
                    code(1) + ",演示·甲,350582001,0414",
                    code(2) + ",演示·乙,350583001,0414",
                    code(9) + ",演示·抢走,350582001,0414"),
                "a.csv"),
            true,
            false,
            jinjiang);

    assertThat(report.inserted()).isEqualTo(1);
    assertThat(report.problems())
        .containsExactly(
            new Problem(3, "乡镇代码", "该乡镇或行业不在您的维护范围内，请删去这一行"),
            new Problem(4, "统一社会信用代码", "该企业已在您的维护范围以外登记，请联系上级管理员"));
    assertThat(count("name = '演示·南安'")).isEqualTo(1);
  }

  @Test
  void a_bad_header_is_told_and_nothing_is_read() {
    assertThat(take(csv("企业名称,备注,企业名称", "演示·甲,无,演示·甲"), true).problems())
        .containsExactly(
            new Problem(1, "备注", "不认识的列，请删去或改为规定的列名"),
            new Problem(1, "企业名称", "表头里有两列“企业名称”，请只留一列"),
            new Problem(1, "统一社会信用代码", "表头缺少这一列"),
            new Problem(1, "行业小类代码", "表头缺少这一列"),
            new Problem(1, "乡镇代码", "表头缺少“乡镇代码”或“乡镇名称”，至少要有一列"));
    assertThat(take(csv("", HEADER.replace(',', '，'), "x"), true).problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.line()).isEqualTo(2);
              assertThat(problem.reason()).contains("英文逗号");
            });
    assertThat(take(csv(HEADER.replace(',', '\t'), "x"), true).written()).isFalse();
    assertThat(rows()).isZero();
  }

  @Test
  void spaces_and_stars_in_a_header_do_no_harm() {
    ImportReport report =
        take(csv("*统一社会信用代码, 企业 名称 ,乡镇名称*,行业小类代码,", code(1) + ",演示·甲,安溪县官桥镇,414,"), false);

    assertThat(report.inserted()).isEqualTo(1);
    assertThat(count("township_code like '350524%' and subcategory_code = '0414'")).isEqualTo(1);
  }

  @Test
  void the_encoding_is_found_out() {
    String text = HEADER + ",分级\n" + "%s,演示·𠮷祥鞋业,350582001,0414,A\n";

    take(text.formatted(code(1)).getBytes(StandardCharsets.UTF_8), false);
    take(("\uFEFF" + text.formatted(code(2))).getBytes(StandardCharsets.UTF_8), false);
    take(text.formatted(code(3)).getBytes(Charset.forName("GB18030")), false);

    assertThat(count("name = '演示·𠮷祥鞋业'")).isEqualTo(3);
    assertThatThrownBy(() -> take(text.getBytes(StandardCharsets.UTF_16), false))
        .hasMessageContaining("UTF-16");
  }

  @Test
  void a_line_break_inside_a_cell_does_not_shift_the_line_numbers() {
    ImportReport report =
        take(
            csv(
                HEADER + ",地址",
                code(1) + ",演示·甲,350582001,0414,\"演示路\n1号\"",
                code(2) + ",演示·乙,1,0414,"),
            true);

    assertThat(report.problems()).extracting(Problem::line).containsExactly(3);
    assertThat(count("address = '演示路 1号'")).isEqualTo(1);
  }

  @Test
  void a_cell_beyond_the_header_is_told() {
    assertThat(take(csv(HEADER, code(1) + ",演示·甲,350582001,0414,多,"), false).problems())
        .containsExactly(new Problem(2, "第5列", "内容超出表头的列，请检查是否多了逗号，或给这一列加上表头"));
  }

  @Test
  void an_unpaired_quote_is_told_with_its_place() {
    byte[] file = csv(HEADER, code(1) + ",演示·甲,350582001,0414", code(2) + ",\"演示·乙,350582001,0414");

    assertThatThrownBy(() -> take(file, true))
        .isInstanceOf(Refusal.class)
        .hasMessage("第3行附近的引号不成对，无法读取，请改正后再导入");
  }

  @Test
  void no_cell_of_an_export_runs_as_a_formula_and_all_come_back_as_they_were() throws IOException {
    List<String> names =
        List.of("=cmd|' /C calc'!A0", "+86", "-1", "@SUM(1)", "'=1", "''@x", "'普通", "＝1");
    for (int i = 0; i < names.size(); i++) {
      enterprises.register(EnterpriseFixture.details(i + 1, names.get(i)), ALL);
    }
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
    exports.of("企业", enterprises.all(EnterpriseFilter.none(), ALL)).writeCsv(csv);
    exports.of("企业", enterprises.all(EnterpriseFilter.none(), ALL)).writeXlsx(xlsx);

    assertThat(csv.toString(StandardCharsets.UTF_8))
        .contains(",'=cmd|' /C calc'!A0,", ",'+86,", ",'-1,", ",'@SUM(1),", ",''=1,", ",'＝1,")
        .contains(",'普通,")
        .doesNotContainPattern("(?m)(^|,)\"?[=+\\-@＝]");
    for (ByteArrayOutputStream file : List.of(csv, xlsx)) {
      assertThat(take(file.toByteArray(), false).unchanged()).isEqualTo(names.size());
      jdbc.update("update enterprise set name = 'x'");
      assertThat(take(file.toByteArray(), false).updated()).isEqualTo(names.size());
      assertThat(jdbc.queryForList("select name from enterprise order by id", String.class))
          .isEqualTo(names);
    }
  }

  @Test
  void numbers_and_errors_in_a_workbook_are_understood() throws IOException {
    byte[] file =
        workbook(
            sheet -> {
              String[] headers = (HEADER + ",联系电话,经度,纬度,是否入网,地址").split(",");
              for (int i = 0; i < headers.length; i++) {
                sheet.value(2, i, headers[i]);
              }
              sheet.value(4, 0, code(1));
              sheet.value(4, 1, "演示·甲🏭𠮷");
              sheet.value(4, 2, 350582001);
              sheet.value(4, 3, 414);
              sheet.value(4, 4, 13800000000L);
              sheet.value(4, 5, 118.6);
              sheet.value(4, 6, 24.8);
              sheet.value(4, 7, true);
              sheet.value(5, 0, 9.13505000000012E17);
              sheet.value(5, 1, "演示·乙");
              sheet.value(5, 2, "350582001");
              sheet.value(5, 3, "0414");
            });

    ImportReport report = take(file, true);

    assertThat(report.problems())
        .containsExactly(new Problem(6, "统一社会信用代码", "被电子表格当作数字，末几位已丢失；请把该列设为文本格式后重新填写"));
    assertThat(report.inserted()).isEqualTo(1);
    assertThat(
            count(
                "name = '演示·甲🏭𠮷' and phone = '13800000000' and subcategory_code = '0414'"
                    + " and longitude = 118.6 and enrolled = true"))
        .isEqualTo(1);
  }

  private interface Sheets {
    void fill(Worksheet sheet);
  }

  private static byte[] workbook(Sheets sheets) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Other", "1.0")) {
      sheets.fill(workbook.newWorksheet("Sheet1"));
    }
    return out.toByteArray();
  }

  private static byte[] csv(String... lines) {
    return String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] demoCsv(long seed, int size) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    exports.of("企业", demo.rows(seed, size).stream().map(check::checked)).writeCsv(out);
    return out.toByteArray();
  }

  private ImportReport take(byte[] file, boolean acceptGood) {
    return imports.take(EnterpriseSheet.read(file, "名册"), acceptGood, false, ALL);
  }

  private long rows() {
    return count("1 = 1");
  }

  private long count(String condition) {
    return jdbc.queryForObject("select count(*) from enterprise where " + condition, Long.class);
  }

  private List<Long> ids() {
    return jdbc.queryForList("select id from enterprise order by id", Long.class);
  }
}
