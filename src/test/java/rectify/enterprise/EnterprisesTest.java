package rectify.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rectify.enterprise.EnterpriseFixture.QINGMENG;
import static rectify.enterprise.EnterpriseFixture.QINGYANG;
import static rectify.enterprise.EnterpriseFixture.SHOES;
import static rectify.enterprise.EnterpriseFixture.STONE;
import static rectify.enterprise.EnterpriseFixture.XIMEI;
import static rectify.enterprise.EnterpriseFixture.code;
import static rectify.enterprise.EnterpriseFixture.details;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import rectify.refusal.Refusal;

@SpringJUnitConfig(EnterpriseContext.class)
class EnterprisesTest {

  private static final EnterpriseScope ALL = EnterpriseScope.everything();

  @Autowired Enterprises enterprises;
  @Autowired DemoRegister demo;
  @Autowired JdbcTemplate jdbc;

  @BeforeEach
  void empty_register() {
    jdbc.update("delete from enterprise");
  }

  @Test
  void a_registered_enterprise_is_found_by_id_and_by_code_as_typed() {
    Enterprise registered = enterprises.register(details(1, "演示·晋江青禾鞋业有限公司"), ALL);

    assertThat(enterprises.find(registered.id())).contains(registered);
    assertThat(enterprises.byCreditCode(" " + code(1).toLowerCase() + " ")).contains(registered);
    assertThat(registered.countyCode()).isEqualTo("350582");
    assertThat(registered.grade()).isEqualTo(Enterprise.Grade.B);
    assertThat(registered.longitude()).isEqualTo(new BigDecimal("118.589421"));
    assertThat(registered.enrolled()).isTrue();
    assertThat(registered.createdAt()).isEqualTo(EnterpriseContext.NOW);
    assertThat(
            jdbc.queryForObject(
                "select count(*) from enterprise where credit_code = ? and county_code = '350582'"
                    + " and grade = 'B' and latitude = 24.807123",
                Long.class,
                code(1)))
        .isEqualTo(1);
  }

  @Test
  void the_county_is_the_one_that_supervises_the_township() {
    Enterprise registered = enterprises.register(details(1, "演示·泉开云帆鞋业有限公司", QINGMENG, SHOES), ALL);

    assertThat(registered.countyCode()).isEqualTo("350591");
  }

  @Test
  void a_rare_character_and_an_emoji_survive() {
    String name = "演示·𠮷祥🏭鞋业有限公司";
    Enterprise registered = enterprises.register(details(1, name), ALL);
    enterprises.register(details(2, "演示·吉祥鞋业有限公司"), ALL);

    assertThat(registered.name()).isEqualTo(name);
    assertThat(enterprises.search("𠮷", ALL, 20)).containsExactly(registered);
    assertThat(enterprises.search("🏭", ALL, 20)).containsExactly(registered);
  }

  @Test
  void everything_wrong_is_told_at_once() {
    EnterpriseDetails bad =
        new EnterpriseDetails(
            "123", " ", "1", "9999", "E", null, null, "abc", null, BigDecimal.ONE, null, null);

    assertThatThrownBy(() -> enterprises.register(bad, ALL))
        .isInstanceOf(Refusal.class)
        .hasMessageContainingAll(
            "统一社会信用代码：", "企业名称：请填写", "乡镇代码：", "行业小类代码：", "分级：", "联系电话：", "纬度：填了经度就要填纬度");
    assertThat(jdbc.queryForObject("select count(*) from enterprise", Long.class)).isZero();
  }

  @Test
  void coordinates_the_wrong_way_round_are_noticed() {
    EnterpriseDetails right = details(1, "演示·晋江青禾鞋业有限公司");
    EnterpriseDetails swapped =
        new EnterpriseDetails(
            right.creditCode(),
            right.name(),
            right.townshipCode(),
            right.subcategoryCode(),
            null,
            null,
            null,
            null,
            null,
            right.latitude(),
            right.longitude(),
            null);

    assertThatThrownBy(() -> enterprises.register(swapped, ALL)).hasMessageContaining("填反");
  }

  @Test
  void a_second_enterprise_of_the_same_code_is_refused() {
    enterprises.register(details(1, "演示·甲"), ALL);
    enterprises.register(details(2, "演示·乙"), ALL);
    long second = enterprises.byCreditCode(code(2)).orElseThrow().id();

    assertRefused(Refusal.Kind.CONFLICT, () -> enterprises.register(details(1, "演示·丙"), ALL));
    assertRefused(Refusal.Kind.CONFLICT, () -> enterprises.update(second, details(1, "演示·乙"), ALL));
  }

  @Test
  void an_update_changes_what_it_says_and_only_within_the_scope() {
    Enterprise registered = enterprises.register(details(1, "演示·甲"), ALL);
    EnterpriseScope jinjiang = EnterpriseScope.counties(Set.of("350582"));
    EnterpriseScope nanan = EnterpriseScope.counties(Set.of("350583"));

    Enterprise renamed = enterprises.update(registered.id(), details(1, "演示·乙"), jinjiang);

    assertThat(renamed.name()).isEqualTo("演示·乙");
    assertThat(enterprises.find(registered.id())).contains(renamed);
    assertRefused(
        Refusal.Kind.FORBIDDEN,
        () -> enterprises.update(registered.id(), details(1, "演示·丙"), nanan));
    assertRefused(
        Refusal.Kind.FORBIDDEN,
        () -> enterprises.update(registered.id(), details(1, "演示·丙", XIMEI, STONE), jinjiang));
    assertRefused(Refusal.Kind.FORBIDDEN, () -> enterprises.register(details(2, "演示·丁"), nanan));
    assertRefused(Refusal.Kind.NOT_FOUND, () -> enterprises.update(-1, details(1, "演示·丁"), ALL));
    assertThat(enterprises.find(registered.id())).contains(renamed);
  }

  @Test
  void wildcards_in_a_name_are_just_characters() {
    Enterprise percent = enterprises.register(details(1, "演示·100%棉服装有限公司"), ALL);
    Enterprise underscore = enterprises.register(details(2, "演示·青_禾服装有限公司"), ALL);
    Enterprise mark = enterprises.register(details(3, "演示·哇!服装有限公司"), ALL);
    Enterprise backslash = enterprises.register(details(4, "演示·左\\右服装有限公司"), ALL);

    assertThat(enterprises.search("%", ALL, 20)).containsExactly(percent);
    assertThat(enterprises.search("_", ALL, 20)).containsExactly(underscore);
    assertThat(enterprises.search("!", ALL, 20)).containsExactly(mark);
    assertThat(enterprises.search("\\", ALL, 20)).containsExactly(backslash);
    assertThat(enterprises.search("'", ALL, 20)).isEmpty();
    assertThat(enterprises.search("服装", ALL, 20)).hasSize(4);
  }

  @Test
  void a_search_puts_the_exact_name_first_and_ignores_case() {
    enterprises.register(details(1, "演示·甲ABC公司第二分厂"), ALL);
    Enterprise exact = enterprises.register(details(2, "演示·甲ABC公司"), ALL);

    assertThat(enterprises.search("演示·甲ABC公司", ALL, 1)).containsExactly(exact);
    assertThat(enterprises.search("甲abc", ALL, 20)).hasSize(2);
  }

  @Test
  void a_search_by_code_is_exact_and_tells_a_wrong_code() {
    Enterprise registered = enterprises.register(details(1, "演示·甲"), ALL);
    enterprises.register(details(2, "演示·" + code(1).substring(0, 17)), ALL);

    assertThat(enterprises.search(code(1).toLowerCase(), ALL, 20)).containsExactly(registered);
    assertThatThrownBy(() -> enterprises.search(code(1).substring(0, 17) + "Y", ALL, 20))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("校验位");
    assertThatThrownBy(() -> enterprises.search(" ", ALL, 20)).isInstanceOf(Refusal.class);
  }

  @Test
  void a_scope_nobody_filled_in_sees_nothing() {
    Enterprise registered = enterprises.register(details(1, "演示·甲"), ALL);

    for (EnterpriseScope nothing :
        List.of(
            EnterpriseScope.none(),
            EnterpriseScope.counties(Set.of()),
            EnterpriseScope.counties(Set.of()).inSubcategories(Set.of(SHOES)),
            EnterpriseScope.counties(Set.of("350582")).inSubcategories(Set.of()))) {
      assertThat(enterprises.search("甲", nothing, 20)).isEmpty();
      assertThat(enterprises.count(EnterpriseFilter.none(), nothing)).isZero();
      assertThat(enterprises.all(EnterpriseFilter.none(), nothing)).isEmpty();
      assertRefused(Refusal.Kind.NOT_FOUND, () -> enterprises.get(registered.id(), nothing));
    }
  }

  @Test
  void every_scope_shows_what_independent_sql_and_its_own_rule_say() {
    enterprises.registerAll(demo.rows(1, 600), ALL);
    long id = jdbc.queryForObject("select min(id) from enterprise", Long.class);

    assertSeen(ALL, "1 = 1");
    assertSeen(EnterpriseScope.counties(Set.of("350582")), "county_code = '350582'");
    assertSeen(
        EnterpriseScope.counties(Set.of("350582", "350591")),
        "county_code = '350582' or county_code = '350591'");
    assertSeen(EnterpriseScope.townships(Set.of(QINGYANG)), "township_code = '" + QINGYANG + "'");
    assertSeen(
        EnterpriseScope.counties(Set.of("350582")).inSubcategories(Set.of(SHOES, STONE)),
        "county_code = '350582' and subcategory_code in ('0414', '0406')");
    assertSeen(ALL.inSubcategories(Set.of(SHOES)), "subcategory_code = '0414'");
    assertSeen(EnterpriseScope.enterprises(Set.of(id)), "id = " + id);
    assertSeen(
        new EnterpriseScope(Set.of("350582"), Set.of(QINGYANG, XIMEI), Set.of(), Set.of(), false),
        "county_code = '350582' and township_code = '" + QINGYANG + "'");
  }

  private void assertSeen(EnterpriseScope scope, String condition) {
    List<Long> expected =
        jdbc.queryForList(
            "select id from enterprise where " + condition + " order by id", Long.class);

    assertThat(expected).isNotEmpty();
    assertThat(enterprises.all(EnterpriseFilter.none(), scope).map(Enterprise::id))
        .containsExactlyElementsOf(expected);
    assertThat(enterprises.count(EnterpriseFilter.none(), scope)).isEqualTo(expected.size());
    assertThat(
            enterprises.all(EnterpriseFilter.none(), ALL).filter(scope::covers).map(Enterprise::id))
        .containsExactlyElementsOf(expected);
  }

  @Test
  void pages_and_their_count_agree_with_independent_sql() {
    enterprises.registerAll(demo.rows(1, 600), ALL);
    EnterpriseScope jinjiang = EnterpriseScope.counties(Set.of("350582"));

    assertPaged(EnterpriseFilter.none(), ALL, "1 = 1");
    assertPaged(EnterpriseFilter.text("鞋"), ALL, "name like '%鞋%'");
    assertPaged(EnterpriseFilter.text("鞋"), jinjiang, "name like '%鞋%' and county_code = '350582'");
    assertPaged(
        new EnterpriseFilter(null, "350583", null, STONE, null, null),
        ALL,
        "county_code = '350583' and subcategory_code = '0406'");
    assertPaged(
        new EnterpriseFilter(null, null, null, null, Enterprise.Grade.C, true),
        jinjiang,
        "grade = 'C' and enrolled = true and county_code = '350582'");
    assertPaged(new EnterpriseFilter(null, null, null, null, null, false), ALL, "enrolled = false");
  }

  private void assertPaged(EnterpriseFilter filter, EnterpriseScope scope, String condition) {
    List<Long> expected =
        jdbc.queryForList(
            "select id from enterprise where " + condition + " order by id", Long.class);
    List<Long> paged = new ArrayList<>();
    for (int offset = 0; offset <= expected.size(); offset += 7) {
      enterprises.page(filter, scope, offset, 7).forEach(row -> paged.add(row.id()));
    }

    assertThat(expected).isNotEmpty();
    assertThat(paged).isEqualTo(expected);
    assertThat(enterprises.count(filter, scope)).isEqualTo(expected.size());
  }

  @Test
  void a_page_out_of_bounds_is_refused() {
    assertRefused(Refusal.Kind.INVALID, () -> enterprises.page(EnterpriseFilter.none(), ALL, 0, 0));
    assertRefused(
        Refusal.Kind.INVALID, () -> enterprises.page(EnterpriseFilter.none(), ALL, 0, 201));
    assertRefused(
        Refusal.Kind.INVALID, () -> enterprises.page(EnterpriseFilter.none(), ALL, -1, 20));
    assertThat(enterprises.page(EnterpriseFilter.none(), ALL, 1_000_000_000_000L, 20)).isEmpty();
  }

  private static void assertRefused(Refusal.Kind kind, ThrowingCallable action) {
    assertThatThrownBy(action)
        .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
        .extracting(Refusal::kind)
        .isEqualTo(kind);
  }
}
