package rectify.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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

/** The cases' SQL on the tests' real database, checked by other SQL. */
class HazardMapperTest {

  private static JdbcTemplate jdbc;
  private static SqlSessionFactory sessions;

  private SqlSession session;
  private HazardMapper mapper;

  @BeforeAll
  static void create_the_tables() throws Exception {
    DataSource dataSource = TestDatabase.schema("hazard").pool();
    ProductTables.create(dataSource);
    var configuration = new org.apache.ibatis.session.Configuration();
    configuration.setMapUnderscoreToCamelCase(true);
    configuration.setArgNameBasedConstructorAutoMapping(true);
    SqlSessionFactoryBean factory = new SqlSessionFactoryBean();
    factory.setDataSource(dataSource);
    factory.setConfiguration(configuration);
    factory.setMapperLocations(new ClassPathResource("rectify/hazard/HazardMapper.xml"));
    sessions = factory.getObject();
    jdbc = new JdbcTemplate(dataSource);
  }

  @BeforeEach
  void open() {
    jdbc.update("delete from hazard");
    session = sessions.openSession(true);
    mapper = session.getMapper(HazardMapper.class);
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void a_case_comes_back_as_it_was_stored() {
    long id = insert("二号车间 𠮷😀");

    Hazard stored = mapper.byId(id);

    assertThat(stored.location()).isEqualTo("二号车间 𠮷😀");
    assertThat(stored.foundAt()).isEqualTo(HazardFixture.general().foundAt());
    assertThat(stored.caseNumber()).isEqualTo("YH350582-2026-%07d".formatted(id));
    assertThat(jdbc.queryForObject("select location from hazard where id = ?", String.class, id))
        .isEqualTo("二号车间 𠮷😀");
  }

  @Test
  void a_change_decided_on_an_old_version_changes_nothing() {
    long id = insert("二号车间");
    assertThat(changed(id, "a", LocalDate.of(2026, 4, 1))).isOne();

    assertThat(changed(id, "b", LocalDate.of(2026, 5, 1))).isZero();

    assertThat(jdbc.queryForObject("select due_at from hazard where id = ?", LocalDate.class, id))
        .isEqualTo(LocalDate.of(2026, 4, 1));
  }

  private int changed(long id, String hash, LocalDate dueAt) {
    return mapper.change(new Mark(id, 3, hash.repeat(64)), Change.of(Fact.DUE_AT, dueAt).facts());
  }

  @Test
  void a_change_writes_what_it_says_and_empties_what_is_null() {
    long id = insert("二号车间");
    Change change =
        Change.of(Fact.STATUS, Status.REPORTED)
            .and(Fact.FUNDS, new BigDecimal("12.345"))
            .and(Fact.MEASURES, null)
            .and(Fact.REPORTED_AT, LocalDateTime.of(2026, 3, 9, 8, 0));
    Map<String, String> hashed = Fact.of(mapper.byId(id), change);

    assertThat(mapper.change(new Mark(id, 3, "a".repeat(64)), change.facts())).isOne();

    session.clearCache();
    assertThat(Fact.of(mapper.byId(id), Change.NONE))
        .as("what was hashed before it was written is what is read afterwards")
        .isEqualTo(hashed)
        .containsEntry("funds", "12.35");
  }

  @Test
  void every_column_of_a_case_is_covered_by_its_chain_or_known_not_to_be() {
    List<String> columns =
        jdbc.queryForList(
            "select column_name from information_schema.columns where table_name = 'hazard' and"
                + " table_schema = database()",
            String.class);

    assertThat(Stream.of(Fact.values()).map(Fact::column))
        .containsExactlyInAnyOrderElementsOf(
            columns.stream()
                .map(String::toLowerCase)
                .filter(
                    column ->
                        !Set.of("id", "client_id", "client_key", "last_event_hash", "version")
                            .contains(column))
                .toList());
  }

  @Test
  void a_client_key_names_one_case_of_its_user() {
    long id = insert("车间", "robot", "A-1");
    insert("仓库", "other", "A-1");

    assertThat(mapper.idByClientKey("robot", "A-1")).isEqualTo(id);
    assertThat(mapper.idByClientKey("robot", "A-2")).isNull();
  }

  private long insert(String location) {
    return insert(location, null, null);
  }

  private long insert(String location, String clientId, String clientKey) {
    NewHazard row = new NewHazard(HazardFixture.at(location), clientId, clientKey);
    mapper.insert(row);
    jdbc.update("update hazard set due_at = '2026-03-09' where id = ?", row.getId());
    return row.getId();
  }
}
