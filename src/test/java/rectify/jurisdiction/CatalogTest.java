package rectify.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rectify.jurisdiction.JurisdictionFixture.shipped;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import rectify.refusal.Refusal;

class CatalogTest {

  @TempDir Path folder;

  @Test
  void the_shipped_catalog_has_the_citys_size() {
    Catalog catalog = shipped();

    assertThat(catalog.counties).hasSize(13);
    assertThat(catalog.townships).hasSize(174);
    assertThat(catalog.categories).hasSize(13);
    assertThat(catalog.subcategories).hasSize(116);
    assertThat(catalog.departments).hasSize(286);
  }

  @Test
  void categories_keep_the_official_order() {
    assertThat(shipped().categories)
        .extracting(Category::name)
        .containsExactly(
            "煤矿", "非煤矿山", "危险物品", "冶金工贸", "建筑施工", "交通运输", "港口渔业", "食品药品", "特种设备", "人员密集场所", "公共服务",
            "其他", "农林水");
  }

  @Test
  void only_the_two_zones_have_codes_of_our_own() {
    assertThat(shipped().counties)
        .filteredOn(County::constructed)
        .extracting(County::code)
        .containsExactly("350591", "350592");
  }

  @Test
  void townships_are_streets_towns_townships_and_parks_without_jinmen() {
    assertThat(
            shipped().townships.stream()
                .collect(Collectors.groupingBy(Township::kind, Collectors.counting())))
        .containsEntry("街道", 30L)
        .containsEntry("镇", 110L)
        .containsEntry("乡", 23L)
        .containsEntry("园区", 11L);
    assertThat(shipped().townships).noneMatch(township -> township.code().startsWith("350527"));
  }

  @Test
  void every_group_id_is_letters_and_digits_and_used_once() {
    assertThat(Jurisdictions.ownerGroups(shipped()))
        .hasSize(14 + 286 + 174)
        .extracting(OwnerGroup::id)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[A-Za-z0-9]+"));
  }

  @Test
  void a_trade_without_its_own_department_goes_to_the_nearest_one_and_says_so() {
    Catalog catalog = shipped();
    Subcategory fishing = catalog.subcategory("0704").orElseThrow();

    Responsibility coast = owner(catalog, fishing, "350581");
    Responsibility inland = owner(catalog, fishing, "350524");

    assertThat(coast.department().name()).isEqualTo("石狮市海洋与渔业局");
    assertThat(coast.reason()).isEqualTo("0704 渔业船舶在石狮市由石狮市海洋与渔业局主管。");
    assertThat(inland.department().name()).isEqualTo("安溪县农业农村局");
    assertThat(inland.reason()).isEqualTo("0704 渔业船舶应由海洋与渔业局主管；安溪县没有设置该部门，按市级规定由安溪县农业农村局负责。");
  }

  @Test
  void a_lead_that_may_be_doubted_says_that_the_city_decided_it_and_why() {
    Catalog catalog = shipped();

    for (String trade : List.of("0801", "0403", "0506", "1107", "1014")) {
      Subcategory doubted = catalog.subcategory(trade).orElseThrow();
      assertThat(owner(catalog, doubted, "350524").reason()).contains("市级默认，可修改");
    }
    assertThat(
            owner(catalog, catalog.subcategory("1014").orElseThrow(), "350582").department().name())
        .isEqualTo("晋江市应急管理局");
  }

  @Test
  void a_berth_in_a_county_goes_to_the_port_authority_above_it() {
    Catalog catalog = shipped();
    Subcategory quay = catalog.subcategory("0701").orElseThrow();

    Responsibility berth = owner(catalog, quay, "350505");

    assertThat(berth.department().groupId()).isEqualTo("dept350500port");
    assertThat(berth.reason()).isEqualTo("0701 危险货物码头在泉港区由市级或者垂直管理的福建省泉州港口发展中心直接主管。");
  }

  @Test
  void a_countys_own_decision_comes_before_the_usual_role() {
    Catalog catalog =
        JurisdictionFixture.withOverrides(
            new ResponsibilityOverride("1001", "350582", "market", false));
    Subcategory shops = catalog.subcategory("1001").orElseThrow();

    assertThat(owner(catalog, shops, "350582").department().name()).isEqualTo("晋江市市场监督管理局");
    assertThat(owner(catalog, shops, "350583").department().name()).isEqualTo("南安市商务局");
  }

  @Test
  void every_bad_line_of_every_file_is_named_with_line_column_and_reason() throws Exception {
    copy();
    edit("counties.csv", "350502,鲤城区,鲤,false,false", "35050,鲤城区,鲤,no,false");
    edit("townships.csv", "350503001,东湖街道,街道,350503", "350503001,,街区,350599");
    edit("townships.csv", "350503002,丰泽街道,街道,350503", "350503001,丰泽街道,街道,350503,多");
    edit("townships.csv", "350503003,泉秀街道,街道,350503", "350503001,泉秀街道,街道,350503");
    edit("industry-subcategories.csv", "0101,煤矿井工开采,01,emergency", "0301,煤矿井工开采,01,nobody");
    edit("department-roles.csv", "commerce,商务局,商务局,industry", "commerce,商务局,商务局,shops");
    edit("department-roles.csv", "housing,住房和城乡建设局,住房和城乡建设局,", "housing,住建局,住建局,transport");
    edit("departments.csv", "350582,emergency,", "350582,industry,");
    Files.writeString(
        folder.resolve("responsibility-overrides.csv"),
        "subcategory_code,county_code,role\n0704,350524,ocean\n9999,350524,water\n");

    assertThatThrownBy(() -> CatalogFiles.read(new FileSystemResource(folder + "/")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("没有载入任何内容")
        .hasMessageContaining("counties.csv 第 4 行“code”列：“35050”不正确，应为六位数字。")
        .hasMessageContaining("counties.csv 第 4 行“zone”列：“no”不正确，应为 true 或 false。")
        .hasMessageContaining("townships.csv 第 4 行“county_code”列：“350502”不在 counties.csv 中")
        .hasMessageContaining("“name”列：不能为空，请填写。")
        .hasMessageContaining("“kind”列：“街区”不正确，应为街道、镇、乡或园区。")
        .hasMessageContaining("有 5 列，应为 4 列")
        .hasMessageContaining("“350503001”与前面的行重复")
        .hasMessageContaining("“0301”应以所属大类“01”开头")
        .hasMessageContaining("“lead_role”列：“nobody”不在 department-roles.csv 中")
        .hasMessageContaining("“fallback”列：“shops”不在 role 列中")
        .hasMessageContaining("“housing”的替代角色绕了一圈又回到自己")
        .hasMessageContaining("“350582 industry”与前面的行重复")
        .hasMessageContaining("responsibility-overrides.csv 第 2 行“role”列：“ocean”不在该县的部门")
        .hasMessageContaining("responsibility-overrides.csv 第 3 行“subcategory_code”列：“9999”");
  }

  @Test
  void a_missing_empty_or_unreadable_file_is_named() throws Exception {
    copy();
    Files.delete(folder.resolve("townships.csv"));
    Files.writeString(folder.resolve("counties.csv"), "");
    Files.writeString(
        folder.resolve("departments.csv"), "county_code,role,name\n晋江市", StandardCharsets.UTF_16);
    Files.writeString(folder.resolve("industry-categories.csv"), "代码,名称\n");
    Files.writeString(folder.resolve("department-roles.csv"), "role,\"city_name\n");

    assertThatThrownBy(() -> CatalogFiles.read(new FileSystemResource(folder + "/")))
        .hasMessageContaining("townships.csv：找不到这个文件")
        .hasMessageContaining("counties.csv：文件是空的")
        .hasMessageContaining("departments.csv：既不是 UTF-8 也不是 GBK 编码")
        .hasMessageContaining("industry-categories.csv 第 1 行：表头应为 code,name")
        .hasMessageContaining("department-roles.csv：不是正确的 CSV 文件");
  }

  @Test
  void a_file_saved_by_a_spreadsheet_is_read() throws Exception {
    copy();
    Path file = folder.resolve("industry-categories.csv");
    String rows = Files.readString(file).replaceAll("(?m)^#.*\\n", "").replace("\n", "\r\n");
    Files.writeString(file, "\uFEFF" + rows);

    assertThat(CatalogFiles.read(new FileSystemResource(folder + "/")).categories).hasSize(13);
  }

  @Test
  void what_chinese_windows_saves_is_read_as_it_was_written() throws Exception {
    copy();
    for (Path file : Files.list(folder).filter(Files::isRegularFile).toList()) {
      Files.writeString(file, Files.readString(file), Charset.forName("GB18030"));
    }

    Catalog read = CatalogFiles.read(new FileSystemResource(folder + "/"));

    assertThat(read.townships).isEqualTo(shipped().townships);
    assertThat(read.departments).isEqualTo(shipped().departments);
  }

  @Test
  void what_only_marks_a_cell_as_text_or_nobody_sees_is_no_part_of_it() throws Exception {
    copy();
    edit("townships.csv", "350582101,安海镇,镇,", "=\"350582101\",\u200b安海镇\u00a0,镇\u202c,'");

    Catalog read = CatalogFiles.read(new FileSystemResource(folder + "/"));

    assertThat(read.townships).contains(new Township("350582101", "安海镇", "镇", "350582", false));
  }

  private static Responsibility owner(Catalog catalog, Subcategory subcategory, String place) {
    assertThat(catalog.owners(subcategory, catalog.place(place).orElseThrow())).hasSize(1);
    return catalog.owners(subcategory, catalog.place(place).orElseThrow()).get(0);
  }

  private void copy() throws Exception {
    for (Path file : Files.list(new ClassPathResource("catalog/").getFile().toPath()).toList()) {
      Files.copy(file, folder.resolve(file.getFileName()));
    }
  }

  private void edit(String name, String from, String to) throws Exception {
    Path file = folder.resolve(name);
    String text = Files.readString(file, StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    Files.writeString(file, text.replaceFirst(Pattern.quote(from), to));
  }
}
