package rectify.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mybatis.spring.SqlSessionFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import rectify.ProductTables;
import rectify.TestDatabase;
import rectify.hazard.Hazard;
import rectify.hazard.HazardFixture;

/** The ledger's SQL on the tests' real database, checked by other SQL. */
class CaseListMapperTest {

  private static final LedgerFilter EVERYTHING = filter(null);
  private static final LedgerScope CITY =
      new LedgerScope(true, Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

  private static JdbcTemplate jdbc;
  private static SqlSessionFactory sessions;

  private SqlSession session;
  private CaseListMapper lists;

  @BeforeAll
  static void create_the_tables() throws Exception {
    DataSource dataSource = TestDatabase.schema("lists").pool();
    ProductTables.create(dataSource);
    var configuration = new org.apache.ibatis.session.Configuration();
    configuration.setMapUnderscoreToCamelCase(true);
    configuration.setArgNameBasedConstructorAutoMapping(true);
    SqlSessionFactoryBean factory = new SqlSessionFactoryBean();
    factory.setDataSource(dataSource);
    factory.setConfiguration(configuration);
    factory.setMapperLocations(
        new ClassPathResource("rectify/hazard/HazardMapper.xml"),
        new ClassPathResource("rectify/hazard/CaseWordMapper.xml"),
        new ClassPathResource("rectify/register/CaseListMapper.xml"));
    sessions = factory.getObject();
    jdbc = new JdbcTemplate(dataSource);
  }

  @BeforeEach
  void open() {
    jdbc.update("delete from case_search");
    jdbc.update("delete from hazard");
    session = sessions.openSession(true);
    lists = session.getMapper(CaseListMapper.class);
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void a_scope_sees_its_cases_and_no_others() {
    insert("车间");
    jdbc.update("update hazard set county_code = '350583', township_code = '350583119'");
    insert("仓库");

    assertThat(locations(counties("350582"))).containsExactly("仓库");
    assertThat(locations(counties("350583"))).containsExactly("车间");
    assertThat(locations(groups("dept350582emergency"))).containsExactly("仓库", "车间");
    assertThat(locations(groups("dept350582housing"))).isEmpty();
    assertThat(locations(CITY)).containsExactly("仓库", "车间");
  }

  @Test
  void pages_and_portions_hold_every_row_once_and_the_count_agrees() {
    for (int i = 0; i < 7; i++) {
      insert("车间" + i);
    }

    assertThat(lists.page(EVERYTHING, CITY, Ledger.Order.NEWEST, 0, 3)).hasSize(3);
    assertThat(lists.page(EVERYTHING, CITY, Ledger.Order.NEWEST, 6, 3)).hasSize(1);
    List<Hazard> first = lists.before(EVERYTHING, CITY, Long.MAX_VALUE, 4);
    List<Hazard> second = lists.before(EVERYTHING, CITY, first.get(3).id(), 4);
    assertThat(second).hasSize(3).doesNotContainAnyElementsOf(first);
    assertThat(lists.count(EVERYTHING, CITY))
        .isEqualTo(jdbc.queryForObject("select count(*) from hazard", Long.class));
  }

  @Test
  void a_percent_sign_is_searched_as_itself() {
    insert("负荷50%超限");
    insert("负荷500超限");

    assertThat(lists.page(filter("50%"), CITY, Ledger.Order.NEWEST, 0, 10))
        .extracting(Hazard::location)
        .containsExactly("负荷50%超限");
  }

  private List<String> locations(LedgerScope scope) {
    return lists.page(EVERYTHING, scope, Ledger.Order.NEWEST, 0, 10).stream()
        .map(Hazard::location)
        .toList();
  }

  private static LedgerScope counties(String... codes) {
    return new LedgerScope(false, Set.of(codes), Set.of(), Set.of(), Set.of(), Set.of());
  }

  private static LedgerScope groups(String... ids) {
    return new LedgerScope(false, Set.of(), Set.of(), Set.of(), Set.of(ids), Set.of());
  }

  private static LedgerFilter filter(String text) {
    return LedgerFilter.text(text);
  }

  private void insert(String location) {
    HazardFixture.store(session, location);
  }
}
