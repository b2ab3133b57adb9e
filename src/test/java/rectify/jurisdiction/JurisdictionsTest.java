package rectify.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.annotation.Transactional;
import rectify.refusal.Refusal;

@SpringJUnitConfig(
    classes = JurisdictionFixture.Database.class,
    initializers = ConfigDataApplicationContextInitializer.class)
@TestPropertySource(
    properties = "spring.datasource.url=jdbc:h2:mem:jurisdiction;MODE=MySQL;DB_CLOSE_DELAY=-1")
@Transactional
class JurisdictionsTest {

  @Autowired Jurisdictions jurisdictions;
  @Autowired CatalogLoader loader;
  @Autowired JdbcTemplate jdbc;

  @Test
  void the_files_are_in_the_tables_as_soon_as_the_door_is_open() {
    assertThat(rows("county")).isEqualTo(13);
    assertThat(rows("township")).isEqualTo(174);
    assertThat(rows("industry_category")).isEqualTo(13);
    assertThat(rows("industry_subcategory")).isEqualTo(116);
    assertThat(rows("department")).isEqualTo(286);
    assertThat(jurisdictions.counties()).hasSize(13);
    assertThat(jurisdictions.townships()).hasSize(174);
    assertThat(jurisdictions.categories()).hasSize(13);
    assertThat(jurisdictions.subcategories()).hasSize(116);
    assertThat(jurisdictions.roles()).hasSize(29);
    assertThat(jurisdictions.departments()).hasSize(286);
    assertThat(jurisdictions.ownerGroups()).hasSize(14 + 286 + 174);
  }

  @Test
  void tables_hold_what_the_files_say() {
    assertThat(
            jdbc.queryForMap(
                "select name, short_name, zone, constructed from county where code = '350592'"))
        .containsEntry("name", "泉州台商投资区")
        .containsEntry("short_name", "泉台")
        .containsEntry("zone", true)
        .containsEntry("constructed", true);
    assertThat(
            jdbc.queryForObject(
                "select county_code from township where code = '350521200'", String.class))
        .isEqualTo("350592");
    assertThat(
            jdbc.queryForObject(
                "select lead_role from industry_subcategory where code = '0424'", String.class))
        .isEqualTo("tobacco");
  }

  @Test
  void changed_rows_are_updated_missing_ones_inserted_and_gone_ones_retired() {
    jdbc.update("update county set name = '旧名' where code = '350502'");
    jdbc.update("delete from department where role = 'fire' and county_code = '350502'");
    jdbc.update("insert into township values ('350582999', '撤销镇', '镇', '350582', false)");
    jdbc.update("update industry_category set retired = true where code = '01'");

    Catalog catalog = loader.load();

    assertThat(jdbc.queryForObject("select name from county where code = '350502'", String.class))
        .isEqualTo("鲤城区");
    assertThat(rows("department")).isEqualTo(286);
    assertThat(
            jdbc.queryForObject(
                "select retired from township where code = '350582999'", Boolean.class))
        .isTrue();
    assertThat(
            jdbc.queryForObject(
                "select retired from industry_category where code = '01'", Boolean.class))
        .isFalse();
    assertThat(catalog.township("350582999")).get().extracting(Township::retired).isEqualTo(true);
  }

  @Test
  void loading_again_writes_nothing() {
    jdbc.update("update county set name = '旧名' where code = '350502'");
    Catalog first = loader.load();
    Catalog second = loader.load();

    assertThat(second.counties).isEqualTo(first.counties);
    assertThat(second.departments).isEqualTo(first.departments);
    assertThat(rows("department")).isEqualTo(286);
  }

  @Test
  void a_county_supervises_townships_that_do_not_carry_its_digits() {
    assertThat(jurisdictions.townshipsOf("350592"))
        .extracting(Township::name)
        .containsExactly("洛阳镇", "东园镇", "张坂镇", "百崎回族乡", "惠南工业区");
    assertThat(jurisdictions.townshipsOf("350521")).hasSize(15);
  }

  @Test
  void the_department_in_charge_follows_trade_and_county() {
    assertThat(jurisdictions.leadDepartment("0501", "350582").name()).isEqualTo("晋江市住房和城乡建设局");
    assertThat(jurisdictions.leadDepartment("0501", Jurisdictions.CITY).groupId())
        .isEqualTo("dept350500housing");
    assertThat(jurisdictions.leadDepartment("0703", "350591").name()).isEqualTo("福建省泉州港口发展中心");
    assertThat(jurisdictions.department("350591", "port")).isEmpty();
    assertThat(jurisdictions.department("350582", "market"))
        .get()
        .extracting(Department::groupId)
        .isEqualTo("dept350582market");
    assertThat(jurisdictions.office("350582").id()).isEqualTo("office350582");
    assertThat(jurisdictions.office(Jurisdictions.CITY).name()).isEqualTo("泉州市安全生产委员会办公室");
    assertThat(jurisdictions.township("350582101").groupId()).isEqualTo("town350582101");
  }

  @Test
  void a_matter_of_a_county_may_be_handed_to_the_authority_above_that_leads_its_trade() {
    for (County county : jurisdictions.counties()) {
      List<String> offered =
          jurisdictions.departmentsFor(county.code()).stream().map(Department::role).toList();

      assertThat(offered).as(county.name()).doesNotHaveDuplicates();
      for (Subcategory trade : jurisdictions.subcategories()) {
        Department lead = jurisdictions.leadDepartment(trade.code(), county.code());
        assertThat(offered).as(trade.name() + "@" + county.name()).contains(lead.role());
        assertThat(jurisdictions.departmentFor(county.code(), lead.role())).contains(lead);
        assertThat(jurisdictions.tradesOf(lead, county.code())).contains(trade);
      }
    }
    assertThat(jurisdictions.departmentFor("350505", "port").orElseThrow().groupId())
        .isEqualTo("dept350500port");
    assertThat(jurisdictions.departmentFor("350582", "emergency").orElseThrow().groupId())
        .isEqualTo("dept350582emergency");
    assertThat(jurisdictions.departmentFor("350582", "sports")).isEmpty();
  }

  @Test
  void unknown_codes_are_refused_with_what_to_do() {
    assertThatThrownBy(() -> jurisdictions.county("350527"))
        .isInstanceOf(Refusal.class)
        .hasMessage("没有代码为“350527”的县（市、区），请核对后重试。")
        .extracting(e -> ((Refusal) e).kind())
        .isEqualTo(Refusal.Kind.NOT_FOUND);
    assertThatThrownBy(() -> jurisdictions.county(null)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> jurisdictions.township("1")).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> jurisdictions.subcategory("9999")).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> jurisdictions.category("99")).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> jurisdictions.leadDepartment("0101", "350527"))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> jurisdictions.office("1")).isInstanceOf(Refusal.class);
    assertThat(jurisdictions.findTownship(null)).isEmpty();
    assertThat(jurisdictions.findSubcategory("x")).isEmpty();
  }

  @Test
  void the_catalog_is_served_whole_or_by_county_and_category() throws Exception {
    MockMvc mvc = MockMvcBuilders.standaloneSetup(new CatalogController(jurisdictions)).build();

    mvc.perform(get("/api/catalog/counties"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.length()").value(13))
        .andExpect(jsonPath("$[0].shortName").value("鲤"));
    mvc.perform(get("/api/catalog/townships")).andExpect(jsonPath("$.length()").value(174));
    mvc.perform(get("/api/catalog/townships").param("county", "350591"))
        .andExpect(jsonPath("$[0].name").value("清濛经济开发区"));
    mvc.perform(get("/api/catalog/categories")).andExpect(jsonPath("$.length()").value(13));
    mvc.perform(get("/api/catalog/subcategories").param("category", "01"))
        .andExpect(jsonPath("$.length()").value(2));
    mvc.perform(get("/api/catalog/departments").param("county", "350500"))
        .andExpect(jsonPath("$.length()").value(29));
    mvc.perform(get("/api/catalog/departments").param("county", "1"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.length()").value(0));
  }

  private Integer rows(String table) {
    return jdbc.queryForObject("select count(*) from " + table, Integer.class);
  }
}
