package rectify.suspicion;

import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.mybatis.spring.SqlSessionFactoryBean;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import rectify.ProductTables;
import rectify.TestDatabase;

/** A city of invented enterprises, told in a few words: what they reported and when. */
public final class AssessmentFixture {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  public final JdbcTemplate jdbc;
  public final SqlSessionFactory sessions;
  private SqlSession session;
  private long enterprises;
  private long hazards;

  public AssessmentFixture(DataSource dataSource) throws Exception {
    ProductTables.create(dataSource);
    var configuration = new org.apache.ibatis.session.Configuration();
    configuration.setMapUnderscoreToCamelCase(true);
    configuration.setArgNameBasedConstructorAutoMapping(true);
    SqlSessionFactoryBean factory = new SqlSessionFactoryBean();
    factory.setDataSource(dataSource);
    factory.setConfiguration(configuration);
    factory.setMapperLocations(
        new PathMatchingResourcePatternResolver().getResources("classpath*:rectify/**/*.xml"));
    sessions = factory.getObject();
    jdbc = new JdbcTemplate(dataSource);
  }

  public static AssessmentFixture onMySql(String name) throws Exception {
    return new AssessmentFixture(TestDatabase.schema(name).pool());
  }

  /** A mapper on the emptied city, until {@link #close}. */
  <M> M begin(Class<M> mapper) {
    empty();
    session = sessions.openSession(true);
    return session.getMapper(mapper);
  }

  public void close() {
    session.close();
  }

  public static DataSource embedded() {
    return new DriverManagerDataSource(
        "jdbc:h2:mem:assessment"
            + DATABASES.incrementAndGet()
            + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
            + ";DB_CLOSE_DELAY=-1");
  }

  private void empty() {
    for (String table :
        List.of(
            "assessment_finding",
            "overdue_duty",
            "red_light",
            "self_check",
            "recheck",
            "extension",
            "hazard_event",
            "evidence",
            "hazard",
            "enterprise")) {
      jdbc.update("delete from " + table);
    }
    enterprises = 0;
    hazards = 0;
  }

  public long enterprise(String subcategory) {
    long id = ++enterprises;
    jdbc.update(
        """
        insert into enterprise (id, credit_code, name, township_code, county_code, subcategory_code,
          safety_officer, enrolled, created_at, updated_at)
        values (?, ?, ?, '350582103', '350582', ?, '演示林某', true, '2026-01-01', '2026-01-01')
        """,
        id,
        "%018d".formatted(id),
        "演示企业" + id,
        subcategory);
    return id;
  }

  public long enterprise() {
    return enterprise("0414");
  }

  /**
   * @param submitted null if it was not
   */
  public long check(
      long enterprise, String period, String status, String submitted, Integer failed) {
    jdbc.update(
        """
        insert into self_check (enterprise_id, period, enterprise_name, county_code, township_code,
          subcategory_code, status, opening, opened_at, last_day, submitted_at, failed_count)
        select id, ?, name, county_code, township_code, subcategory_code, ?, 'test', ?, ?, ?, ?
        from enterprise where id = ?
        """,
        period,
        status,
        period + "-01 00:10:00",
        java.time.YearMonth.parse(period).atEndOfMonth(),
        submitted,
        failed,
        enterprise);
    return jdbc.queryForObject("select max(id) from self_check", Long.class);
  }

  public void reported(long enterprise, String period, int failed) {
    check(enterprise, period, "SUBMITTED", period + "-20 10:00:00", failed);
  }

  /** A hazard to build on. */
  public HazardRow hazard(long enterprise) {
    return new HazardRow(enterprise);
  }

  /** A hazard with what differs from one that an enterprise found, and rectifies, on its own. */
  public final class HazardRow {

    private final long enterprise;
    private String source = "SELF_REPORT";
    private String level = "GENERAL";
    private String found = "2026-03-02 09:00:00";
    private String due = "2026-03-09";
    private String reported;
    private String location = "二号车间";
    private String description = "配电箱无盖";
    private String measures;
    private boolean onSpot;

    private HazardRow(long enterprise) {
      this.enterprise = enterprise;
    }

    public HazardRow inspected() {
      source = "INSPECTION";
      return this;
    }

    public HazardRow major() {
      level = "MAJOR";
      return this;
    }

    public HazardRow found(String at) {
      found = at;
      return this;
    }

    public HazardRow due(String on) {
      due = on;
      return this;
    }

    public HazardRow reported(String at) {
      reported = at;
      return this;
    }

    public HazardRow at(String place) {
      location = place;
      return this;
    }

    public HazardRow described(String as) {
      description = as;
      return this;
    }

    public HazardRow by(String means) {
      measures = means;
      return this;
    }

    public HazardRow onSpot() {
      onSpot = true;
      return this;
    }

    /** Stores it; its id. */
    public long stored() {
      long id = ++hazards;
      jdbc.update(
          """
          insert into hazard (id, source, enterprise_id, enterprise_name, county_code,
            township_code, subcategory_code, department_role, department_group, level, location,
            description, found_at, found_by, found_by_name, status, due_at, original_due_at,
            rectified_on_spot, measures, reported_at, reported_by, returned_times, last_event_hash,
            version)
          select ?, ?, id, name, county_code, township_code, subcategory_code, 'emergency',
            'dept350582emergency', ?, ?, ?, ?, 'lin', '林某', ?, ?, ?, ?, ?, ?, ?, 0, '0', 1
          from enterprise where id = ?
          """,
          id,
          source,
          level,
          location,
          description,
          found,
          reported == null ? "RECTIFYING" : "REPORTED",
          due,
          due,
          onSpot,
          measures,
          reported,
          reported == null ? null : "lin",
          enterprise);
      if (reported != null && !onSpot) {
        event(id, "RECTIFICATION_REPORTED", reported);
      }
      return id;
    }
  }

  public void event(long hazard, String kind, String at) {
    jdbc.update(
        """
        insert into hazard_event (hazard_id, seq, kind, detail, happened_at, actor, actor_name,
          origin, hash)
        select ?, coalesce(max(seq), 0) + 1, ?, '', ?, 'lin', '林某', '', '0'
        from hazard_event where hazard_id = ?
        """,
        hazard,
        kind,
        at,
        hazard);
  }

  public void extension(long hazard, String due, String decision) {
    jdbc.update(
        """
        insert into extension (hazard_id, due_at, requested_due_at, reason, requested_at,
          requested_by, decision)
        values (?, ?, '2026-04-30', '缺配件', ?, 'lin', ?)
        """,
        hazard,
        due,
        due + " 08:00:00",
        decision);
  }

  public void failedRecheck(long hazard, String against, String at) {
    jdbc.update(
        """
        insert into recheck (hazard_id, result, opinion, officer, officer_certificate,
          second_officer, second_certificate, rechecked_at, document_id, due_at)
        values (?, 'failed', '未改', 'a', '1', 'b', '2', ?, 1, ?)
        """,
        hazard,
        at,
        against);
  }

  public static LocalDateTime at(String moment) {
    return LocalDateTime.parse(moment.replace(' ', 'T'));
  }
}
