package rectify.responsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static rectify.jurisdiction.JurisdictionFixture.shipped;
import static rectify.jurisdiction.JurisdictionFixture.withDepartments;
import static rectify.jurisdiction.JurisdictionFixture.withOverrides;
import static rectify.jurisdiction.JurisdictionFixture.withTownships;
import static rectify.jurisdiction.JurisdictionFixture.without;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import rectify.identity.Actor;
import rectify.jurisdiction.Catalog;
import rectify.jurisdiction.CoverageGap;
import rectify.jurisdiction.CoverageGap.Kind;
import rectify.jurisdiction.Department;
import rectify.jurisdiction.JurisdictionFixture;
import rectify.jurisdiction.ResponsibilityOverride;
import rectify.jurisdiction.Township;

class ResponsibilityAuditTest {

  private static final Predicate<String> STAFFED = group -> true;

  @Test
  void the_shipped_catalog_leaves_no_trade_and_no_township_without_exactly_one_owner() {
    assertThat(ResponsibilityAudit.gaps(shipped(), STAFFED)).isEmpty();
  }

  @Test
  void a_trade_whose_department_is_missing_has_no_owner() {
    Catalog catalog = withDepartments(without(d -> d.groupId().equals("dept350582emergency")));

    List<CoverageGap> gaps = ResponsibilityAudit.gaps(catalog, STAFFED);

    assertThat(gaps).hasSize(42).allMatch(gap -> gap.kind() == Kind.NO_OWNER);
    assertThat(gaps.get(0))
        .isEqualTo(
            new CoverageGap(
                Kind.NO_OWNER,
                "0101@350582",
                "0101 煤矿井工开采在晋江市没有主管部门，请在 departments.csv 中补上该地的应急管理局，"
                    + "或在 responsibility-overrides.csv 中指定其他部门。"));
  }

  @Test
  void a_missing_city_department_is_found_too() {
    Catalog catalog = withDepartments(without(d -> d.groupId().equals("dept350500police")));

    assertThat(ResponsibilityAudit.gaps(catalog, STAFFED))
        .extracting(CoverageGap::subject)
        .containsExactly("0311@350500");
  }

  @Test
  void a_retired_department_owns_nothing() {
    Catalog catalog =
        withDepartments(
            rows ->
                rows.stream()
                    .map(d -> d.groupId().equals("dept350521water") ? d.asRetired() : d)
                    .toList());

    assertThat(ResponsibilityAudit.gaps(catalog, STAFFED)).isEmpty();
    assertThat(
            catalog
                .owners(
                    catalog.subcategory("1304").orElseThrow(),
                    catalog.place("350521").orElseThrow())
                .get(0)
                .department()
                .name())
        .isEqualTo("惠安县农业农村局");
  }

  @Test
  void two_departments_for_one_role_are_two_owners() {
    Catalog catalog =
        withDepartments(
            rows ->
                Stream.concat(
                        rows.stream(),
                        Stream.of(new Department("350581", "police", "石狮市公安分局", true, false)))
                    .toList());

    assertThat(ResponsibilityAudit.gaps(catalog, STAFFED))
        .containsExactly(
            new CoverageGap(
                Kind.TWO_OWNERS,
                "0311@350581",
                "0311 爆破作业单位在石狮市有 2 个主管部门（石狮市公安局、石狮市公安分局），请只保留一个。"));
  }

  @Test
  void two_contradicting_decisions_are_two_owners() {
    Catalog catalog =
        withOverrides(
            new ResponsibilityOverride("1001", "350582", "market", false),
            new ResponsibilityOverride("1001", "350582", "commerce", false));

    assertThat(ResponsibilityAudit.gaps(catalog, STAFFED))
        .extracting(CoverageGap::kind, CoverageGap::subject)
        .containsExactly(tuple(Kind.TWO_OWNERS, "1001@350582"));
  }

  @Test
  void a_decision_for_a_department_that_does_not_exist_leaves_no_owner() {
    Catalog catalog = withOverrides(new ResponsibilityOverride("0704", "350524", "ocean", false));

    assertThat(ResponsibilityAudit.gaps(catalog, STAFFED))
        .extracting(CoverageGap::kind, CoverageGap::subject)
        .containsExactly(tuple(Kind.NO_OWNER, "0704@350524"));
  }

  @Test
  void a_township_of_an_unknown_county_has_no_owner() {
    Catalog catalog =
        withTownships(
            rows ->
                rows.stream()
                    .map(
                        t ->
                            t.code().equals("350582101")
                                ? new Township(t.code(), t.name(), t.kind(), "350599", false)
                                : t)
                    .toList());

    assertThat(ResponsibilityAudit.gaps(catalog, STAFFED))
        .extracting(CoverageGap::kind, CoverageGap::subject)
        .containsExactly(tuple(Kind.NO_OWNER, "350582101"));
  }

  @Test
  void a_township_in_two_counties_has_two_owners() {
    Catalog catalog =
        withTownships(
            rows ->
                Stream.concat(
                        rows.stream(),
                        Stream.of(new Township("350582101", "安海镇", "镇", "350583", false)))
                    .toList());

    assertThat(ResponsibilityAudit.gaps(catalog, STAFFED))
        .extracting(CoverageGap::kind, CoverageGap::subject)
        .containsExactly(tuple(Kind.TWO_OWNERS, "350582101"));
  }

  @Test
  void a_county_without_townships_has_no_owner_on_the_ground() {
    Catalog catalog = withTownships(without(t -> t.countyCode().equals("350591")));

    assertThat(ResponsibilityAudit.gaps(catalog, STAFFED))
        .extracting(CoverageGap::kind, CoverageGap::subject)
        .containsExactly(tuple(Kind.NO_OWNER, "350591"));
  }

  @Test
  void owners_without_people_are_named_once_each() {
    List<CoverageGap> gaps =
        ResponsibilityAudit.gaps(
            shipped(),
            group -> !List.of("dept350582police", "town350502001", "office350500").contains(group));

    assertThat(gaps)
        .containsExactly(
            new CoverageGap(
                Kind.EMPTY_GROUP,
                "office350500",
                "泉州市安全生产委员会办公室（office350500）没有人员，该地的督办事项无人办理，请给该组添加人员。"),
            new CoverageGap(
                Kind.EMPTY_GROUP,
                "dept350582police",
                "晋江市公安局（dept350582police）没有人员，它主管的 1 个行业小类无人办理，请给该组添加人员。"),
            new CoverageGap(
                Kind.EMPTY_GROUP,
                "town350502001",
                "鲤城区海滨街道（town350502001）没有人员，辖区内的企业无人办理，请给该组添加人员。"));
  }

  @Test
  void a_department_that_leads_no_trade_may_be_empty() {
    assertThat(ResponsibilityAudit.gaps(shipped(), group -> !group.equals("dept350582resources")))
        .isEmpty();
  }

  @Test
  void the_audit_is_served_to_offices() throws Exception {
    ResponsibilityAudit audit =
        new ResponsibilityAudit(
            JurisdictionFixture.shippedJurisdictions(), group -> !group.equals("town350502001"));
    Actor officer = new Actor("officer", "安委办干部", List.of("office350582"), List.of("350582"));
    MockMvc mvc =
        MockMvcBuilders.standaloneSetup(new ResponsibilityAuditController(audit, () -> officer))
            .build();

    mvc.perform(get("/api/responsibility-audit"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.length()").value(1))
        .andExpect(jsonPath("$[0].kind").value("EMPTY_GROUP"))
        .andExpect(jsonPath("$[0].subject").value("town350502001"));
  }
}
