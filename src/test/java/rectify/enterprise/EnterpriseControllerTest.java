package rectify.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static rectify.enterprise.EnterpriseFixture.STONE;
import static rectify.enterprise.EnterpriseFixture.XIMEI;
import static rectify.enterprise.EnterpriseFixture.code;
import static rectify.enterprise.EnterpriseFixture.details;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import rectify.once.HeavyWork;
import rectify.once.Keyless;
import rectify.refusal.Refusal;

@SpringJUnitConfig(EnterpriseContext.class)
class EnterpriseControllerTest {

  private static final EnterpriseScope JINJIANG = EnterpriseScope.counties(Set.of("350582"));

  @Autowired Enterprises enterprises;
  @Autowired EnterpriseImport imports;
  @Autowired EnterpriseExport exports;
  @Autowired JdbcTemplate jdbc;

  private final ObjectMapper json = new ObjectMapper();
  private EnterpriseAccess caller;
  private MockMvc mvc;
  private Enterprise own;
  private Enterprise foreign;

  @BeforeEach
  void an_own_and_a_foreign_enterprise() {
    jdbc.update("delete from enterprise");
    EnterpriseScope all = EnterpriseScope.everything();
    own = enterprises.register(details(1, "演示·晋江青禾鞋业有限公司"), all);
    foreign = enterprises.register(details(2, "演示·南安云帆石材有限公司", XIMEI, STONE), all);
    caller = new EnterpriseAccess(JINJIANG, JINJIANG);
    mvc =
        MockMvcBuilders.standaloneSetup(
                new EnterpriseController(
                    enterprises, imports, exports, Keyless.once(), new HeavyWork(), () -> caller))
            .build();
  }

  @Test
  void a_list_holds_the_callers_own_only() throws Exception {
    mvc.perform(get("/api/enterprises").param("q", "演示").param("grade", "B"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.total").value(1))
        .andExpect(jsonPath("$.size").value(20))
        .andExpect(jsonPath("$.rows[0].id").value(own.id()))
        .andExpect(jsonPath("$.rows[0].creditCode").value(code(1)));
    mvc.perform(get("/api/enterprises").param("township", XIMEI))
        .andExpect(jsonPath("$.total").value(0));
    mvc.perform(get("/api/enterprises").param("page", "1"))
        .andExpect(jsonPath("$.total").value(1))
        .andExpect(jsonPath("$.rows").isEmpty());
  }

  @Test
  void a_foreign_enterprise_does_not_exist_for_the_caller() throws Exception {
    mvc.perform(get("/api/enterprises/" + own.id())).andExpect(status().isOk());
    assertRefused(Refusal.Kind.NOT_FOUND, get("/api/enterprises/" + foreign.id()));
    assertRefused(
        Refusal.Kind.NOT_FOUND,
        put("/api/enterprises/" + foreign.id())
            .contentType(MediaType.APPLICATION_JSON)
            .content(json.writeValueAsBytes(details(2, "演示·改名"))));
  }

  @Test
  void what_is_registered_and_changed_is_answered() throws Exception {
    mvc.perform(
            post("/api/enterprises")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsBytes(details(3, "演示·新"))))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.countyCode").value("350582"));
    mvc.perform(
            put("/api/enterprises/" + own.id())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsBytes(details(1, "演示·改名"))))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.name").value("演示·改名"));
  }

  @Test
  void who_may_only_read_changes_nothing() throws Exception {
    caller = new EnterpriseAccess(JINJIANG, EnterpriseScope.none());
    byte[] body = json.writeValueAsBytes(details(3, "演示·新"));

    assertRefused(
        Refusal.Kind.FORBIDDEN,
        post("/api/enterprises").contentType(MediaType.APPLICATION_JSON).content(body));
    assertRefused(
        Refusal.Kind.FORBIDDEN,
        put("/api/enterprises/" + own.id()).contentType(MediaType.APPLICATION_JSON).content(body));
    assertRefused(
        Refusal.Kind.FORBIDDEN, multipart("/api/enterprises/import").file(file("x".getBytes())));
    assertThat(jdbc.queryForObject("select count(*) from enterprise", Long.class)).isEqualTo(2);
  }

  @Test
  void an_import_answers_with_its_report() throws Exception {
    byte[] csv =
        ("统一社会信用代码,企业名称,乡镇代码,行业小类代码\n"
                + code(4)
                + ",演示·甲,350582001,0414\n"
                + code(5)
                + ",演示·乙,350582001,9999\n")
            .getBytes(StandardCharsets.UTF_8);

    mvc.perform(multipart("/api/enterprises/import").file(file(csv)))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.written").value(false))
        .andExpect(jsonPath("$.problems[0].line").value(3))
        .andExpect(jsonPath("$.problems[0].column").value("行业小类代码"));
    mvc.perform(multipart("/api/enterprises/import").file(file(csv)).param("acceptGood", "true"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.inserted").value(1))
        .andExpect(jsonPath("$.rejected").value(1));
  }

  @Test
  void an_export_holds_the_callers_own_only() throws Exception {
    String csv =
        mvc.perform(get("/api/enterprises/export.csv"))
            .andExpect(status().isOk())
            .andExpect(header().string("Content-Disposition", containsString(".csv")))
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    byte[] xlsx =
        mvc.perform(get("/api/enterprises/export.xlsx").param("q", "鞋业"))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray();

    assertThat(csv).contains(own.name(), "青阳街道").doesNotContain(foreign.name());
    assertThat(EnterpriseSheet.read(xlsx, "a.xlsx").rows())
        .singleElement()
        .extracting(row -> row.cells().get(EnterpriseColumn.NAME))
        .isEqualTo(own.name());
  }

  private static MockMultipartFile file(byte[] content) {
    return new MockMultipartFile("file", "名册.csv", "text/csv", content);
  }

  private void assertRefused(Refusal.Kind kind, RequestBuilder request) {
    assertThatThrownBy(() -> mvc.perform(request))
        .rootCause()
        .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
        .extracting(Refusal::kind)
        .isEqualTo(kind);
  }
}
