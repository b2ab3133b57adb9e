package rectify.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.session.SqlSessionFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.paper.Table;
import rectify.refusal.Refusal;
import rectify.statistics.Statistic.Signature;
import rectify.statistics.Statistics.Due;
import rectify.whole.WholeSystem;

/** The second quarter and May of 2024 in 德化县, with every case that is easily miscounted. */
@WholeSystem
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresIT {

  private static final String DEHUA = "350526";
  private static final String TOWN = "350526100";
  private static final String OTHER_TOWN = "350526101";
  private static final String YONGCHUN = "350525";
  private static final LocalDateTime QUARTER_END = LocalDateTime.of(2024, 6, 30, 23, 59, 59);
  private static final LocalDateTime GRACE_END = LocalDateTime.of(2024, 6, 5, 23, 59, 59);

  @Autowired private Figures figures;
  @Autowired private Statistics statistics;
  @Autowired private StatisticMapper mapper;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private SqlSessionFactory sessions;
  @Autowired private JdbcTemplate jdbc;

  private long next = 9_240_000;

  @BeforeAll
  void a_quarter_with_awkward_cases() {
    committed(this::awkwardCases);
  }

  private void committed(Runnable changes) {
    new TransactionTemplate(transactions).executeWithoutResult(status -> changes.run());
  }

  private void awkwardCases() {
    long two = enterprise(DEHUA, TOWN, "0401");
    long one = enterprise(DEHUA, OTHER_TOWN, "0402");
    long mine = enterprise(DEHUA, TOWN, "0201");
    long away = enterprise(YONGCHUN, "350525100", "0401");
    long zero = enterprise(DEHUA, TOWN, "1301");
    long mover = enterprise(DEHUA, TOWN, "0401");

    hazard(two, "GENERAL", "2024-05-01T09:00:00", "2024-05-10T09:00:00", "10000.00");
    long closedLater =
        hazard(two, "GENERAL", "2024-06-20T09:00:00", "2024-07-01T00:00:00", "5000.00");
    jdbc.update("update hazard set reported_at = '2024-07-01 00:00:00' where id = ?", closedLater);
    long transferred = hazard(one, "GENERAL", "2024-05-02T09:00:00", null, null);
    jdbc.update("update hazard set authority_group = 'dept350525fire' where id = ?", transferred);
    hazard(two, "MAJOR", "2024-04-01T00:00:00", null, null);
    plan(
        hazard(two, "MAJOR", "2024-05-03T09:00:00", null, null), "approved", "2024-05-20T09:00:00");
    plan(
        hazard(one, "MAJOR", "2024-06-01T09:00:00", null, null), "approved", "2024-07-02T09:00:00");
    long listed = hazard(mine, "MAJOR", "2024-04-02T09:00:00", "2024-06-30T23:59:59", "123456.78");
    plan(listed, "approved", "2024-04-20T09:00:00");
    rung(listed, "listing", "2024-06-01T09:00:00");
    long interviewed = hazard(mine, "MAJOR", "2024-04-03T09:00:00", null, null);
    plan(interviewed, "rejected", "2024-05-20T09:00:00");
    rung(interviewed, "interview", "2024-06-01T09:00:00");
    hazard(one, "GENERAL", "2024-03-31T23:59:59", "2024-05-01T09:00:00", "99999.00");
    hazard(one, "GENERAL", "2024-06-30T23:59:59", null, null);
    hazard(one, "GENERAL", "2024-07-01T00:00:00", null, null);
    hazard(away, "GENERAL", "2024-05-05T09:00:00", "2024-05-06T09:00:00", "1.00");
    hazard(mover, "GENERAL", "2024-05-05T09:00:00", null, null);
    long moved = hazard(mover, "GENERAL", "2024-05-06T09:00:00", null, null);
    jdbc.update("update hazard set subcategory_code = '0501' where id = ?", moved);

    check(two, "2024-05-31T23:59:59", 0);
    check(one, "2024-06-03T09:00:00", 2);
    check(mine, null, null);
    check(zero, "2024-05-20T09:00:00", 0);
    check(mover, "2024-06-06T00:00:00", 0);
    check(away, "2024-05-20T09:00:00", 1);
  }

  @Test
  void every_count_of_the_quarter_equals_one_in_plain_sql() {
    Table table = quarter(DEHUA);

    for (String category : List.of("02", "04", "05", "13", "09", "%")) {
      assertThat(row(table, nameOf(category)))
          .as(category)
          .containsExactly(counted(category, DEHUA));
    }
  }

  @Test
  void the_quarter_is_what_a_person_counts_by_hand() {
    Table table = quarter(DEHUA);

    assertThat(row(table, "冶金工贸"))
        .containsExactly("3", "5", "1", "20.00", "3", "0", "0.00", "1", "1", "0", "—", "1.00");
    assertThat(row(table, "非煤矿山"))
        .containsExactly("1", "0", "0", "—", "2", "1", "50.00", "0", "0", "1", "—", "12.35");
    assertThat(row(table, "农林水"))
        .as("a zero report and no hazard")
        .containsExactly("1", "0", "0", "—", "0", "0", "—", "0", "0", "0", "—", "0.00");
    assertThat(row(table, "合计"))
        .as("an enterprise that changed its trade once")
        .containsExactly("5", "6", "1", "16.67", "5", "1", "20.00", "1", "1", "1", "—", "13.35");
    assertThat(table.rows().stream().map(row -> row.get(0)))
        .startsWith("煤矿", "非煤矿山", "危险物品")
        .endsWith("其他", "农林水", "合计")
        .hasSize(14);
  }

  @Test
  void the_city_counts_every_county() {
    assertThat(row(quarter("350500"), "合计")).containsExactly(counted("%", null));
    assertThat(row(quarter("350500"), "合计").get(1)).isEqualTo("7");
  }

  @Test
  void a_month_is_counted_by_trade_and_township() {
    Table table =
        figures.draw(
            StatisticKind.REPORTING,
            Period.of(StatisticKind.REPORTING, "2024-05"),
            DEHUA,
            GRACE_END);

    assertThat(table.columns()).hasSize(2 + 18 + 1);
    assertThat(cells(table, "冶金工贸", "浔中镇")).containsExactly("2", "1", "0", "1", "50.00", "100.00");
    assertThat(cells(table, "冶金工贸", "龙浔镇")).containsExactly("1", "0", "1", "0", "100.00", "0.00");
    assertThat(cells(table, "农林水", "龙浔镇")).containsExactly("0", "0", "0", "0", "—", "—");
    assertThat(cells(table, "非煤矿山", "合计")).containsExactly("1", "0", "0", "1", "0.00", "—");
    assertThat(cells(table, "合计", "合计")).containsExactly("5", "2", "1", "2", "60.00", "66.67");
    for (String category : List.of("02", "04", "13", "%")) {
      assertThat(cells(table, nameOf(category), "合计").subList(0, 4))
          .as(category)
          .containsExactly(reported(category));
    }
  }

  @Test
  void the_citys_month_has_a_column_for_each_county() {
    Table table =
        figures.draw(
            StatisticKind.REPORTING,
            Period.of(StatisticKind.REPORTING, "2024-05"),
            "350500",
            GRACE_END);

    assertThat(table.columns()).hasSize(2 + 13 + 1);
    assertThat(cells(table, "合计", "德化县")).containsExactly("5", "2", "1", "2", "60.00", "66.67");
    assertThat(cells(table, "合计", "永春县")).containsExactly("1", "1", "0", "0", "100.00", "0.00");
    assertThat(cells(table, "合计", "晋江市")).containsExactly("0", "0", "0", "0", "—", "—");
    assertThat(cells(table, "合计", "合计")).startsWith("6", "3", "1", "2");
  }

  @Test
  void what_was_signed_stays_when_cases_change() {
    Statistic signed = signed("2024-Q2");
    try {
      new TransactionTemplate(transactions)
          .executeWithoutResult(
              status -> {
                status.setRollbackOnly();
                jdbc.update(
                    "update hazard set closed_at = '2024-06-01 09:00:00', level = 'GENERAL'"
                        + " where county_code = ? and closed_at is null",
                    DEHUA);
                assertThat(quarter(DEHUA).rows()).isNotEqualTo(signed.table().rows());
                assertThat(statistics.get(signed.id())).isEqualTo(signed);
                assertThat(statistics.get(signed.id()).isIntact(null)).isTrue();
              });
    } finally {
      committed(() -> jdbc.update("delete from statistic where id = ?", signed.id()));
    }
  }

  @Test
  void no_statement_changes_a_signed_version() {
    List<MappedStatement> changing =
        sessions.getConfiguration().getMappedStatementNames().stream()
            .filter(name -> name.startsWith(StatisticMapper.class.getName() + "."))
            .map(name -> sessions.getConfiguration().getMappedStatement(name))
            .filter(it -> it.getSqlCommandType() != SqlCommandType.SELECT)
            .filter(it -> it.getSqlCommandType() != SqlCommandType.INSERT)
            .toList();

    assertThat(changing).hasSize(4);
    assertThat(changing)
        .allSatisfy(
            it -> {
              assertThat(it.getSqlCommandType()).isEqualTo(SqlCommandType.UPDATE);
              assertThat(it.getBoundSql(Map.of()).getSql()).contains("and state = 'DRAFT'");
            });
  }

  @Test
  void a_signed_version_cannot_be_signed_or_drawn_again_and_tampering_shows() {
    Statistic signed = signed("2024-Q3");
    try {
      assertThat(mapper.redraw(signed.id(), "{}", QUARTER_END)).isZero();
      assertThat(mapper.sign(signed, new Signature("x", "x", null, QUARTER_END, "x"), "x"))
          .isZero();
      assertThat(mapper.overdue(signed.id(), QUARTER_END)).isZero();
      assertThat(mapper.supervise(signed.id(), "x", QUARTER_END, "x")).isZero();
      assertThatThrownBy(() -> statistics.redraw(signed.id()))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("已签发");
      assertThatThrownBy(() -> statistics.sign(signed.id(), "王", "李", null))
          .isInstanceOf(Refusal.class);
      assertThat(statistics.get(signed.id())).isEqualTo(signed);

      committed(
          () ->
              jdbc.update(
                  "update statistic set content = replace(content, '合计', '总计') where id = ?",
                  signed.id()));
      assertThat(statistics.get(signed.id()).isIntact(null)).isFalse();
    } finally {
      committed(() -> jdbc.update("delete from statistic where id = ?", signed.id()));
    }
  }

  private Statistic signed(String period) {
    Statistic draft =
        new TransactionTemplate(transactions)
            .execute(
                status ->
                    statistics.draw(
                        new Due(
                            StatisticKind.TREATMENT,
                            Period.of(StatisticKind.TREATMENT, period),
                            DEHUA)));
    statistics.sign(draft.id(), "王主任", "李某", null);
    return statistics.get(draft.id());
  }

  private Table quarter(String area) {
    return figures.draw(
        StatisticKind.TREATMENT, Period.of(StatisticKind.TREATMENT, "2024-Q2"), area, QUARTER_END);
  }

  private String nameOf(String category) {
    return category.equals("%")
        ? "合计"
        : jdbc.queryForObject(
            "select name from industry_category where code = ?", String.class, category);
  }

  private static List<String> row(Table table, String trade) {
    return table.rows().stream()
        .filter(row -> row.get(0).equals(trade))
        .map(row -> row.subList(1, row.size()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> cells(Table table, String trade, String area) {
    int column =
        IntStream.range(2, table.columns().size())
            .filter(i -> table.columns().get(i).name().equals(area))
            .findFirst()
            .orElseThrow();
    return table.rows().stream()
        .filter(row -> row.get(0).equals(trade))
        .map(row -> row.get(column))
        .toList();
  }

  /** One statement for each figure, none of them the product's. */
  private String[] counted(String category, String county) {
    String hazards =
        " from hazard h where h.found_at between '2024-04-01' and '2024-06-30 23:59:59'"
            + " and h.subcategory_code like '"
            + (category.equals("%") ? "%" : category + "%")
            + "'"
            + (county == null ? "" : " and h.county_code = '" + county + "'");
    String checks =
        " from self_check h where h.submitted_at between '2024-04-01' and '2024-06-30 23:59:59'"
            + hazards.substring(hazards.indexOf(" and h.subcategory_code"));
    String closed = " and h.closed_at <= '2024-06-30 23:59:59'";
    String open = " and (h.closed_at is null or h.closed_at > '2024-06-30 23:59:59')";
    String plan =
        " and h.id in (select hazard_id from treatment_plan where decision = 'approved'"
            + " and reviewed_at <= '2024-06-30 23:59:59')";
    String general = " and h.level = 'GENERAL'";
    String major = " and h.level = 'MAJOR'";
    long units =
        count(
            "select count(*) from enterprise e where e.id in (select h.enterprise_id"
                + hazards
                + ") or e.id in (select h.enterprise_id"
                + checks
                + ")");
    String funds =
        jdbc.queryForObject(
            "select cast(round(coalesce(sum(h.funds), 0) / 10000, 2) as decimal(14, 2))"
                + hazards
                + " and h.reported_at <= '2024-06-30 23:59:59'",
            String.class);
    String all = "select count(*)" + hazards;
    return new String[] {
      "" + units,
      "" + count(all + general),
      "" + count(all + general + closed),
      percent(count(all + general + closed), count(all + general)),
      "" + count(all + major),
      "" + count(all + major + closed),
      percent(count(all + major + closed), count(all + major)),
      "" + count(all + major + open + plan),
      "" + count(all + major + open + plan),
      ""
          + count(
              all
                  + major
                  + " and h.id in (select hazard_id from rung where level = 'LISTING'"
                  + " and measure = 'listing' and answered_at <= '2024-06-30 23:59:59')"),
      "—",
      funds
    };
  }

  private String[] reported(String category) {
    String checks =
        "select count(*) from self_check where period = '2024-05' and county_code = '350526'"
            + " and subcategory_code like '"
            + (category.equals("%") ? "%" : category + "%")
            + "'";
    long due = count(checks);
    long onTime = count(checks + " and submitted_at < '2024-06-01'");
    long late = count(checks + " and submitted_at >= '2024-06-01' and submitted_at < '2024-06-06'");
    return LongStream.of(due, onTime, late, due - onTime - late)
        .mapToObj(String::valueOf)
        .toArray(String[]::new);
  }

  private long count(String sql) {
    return jdbc.queryForObject(sql, Long.class);
  }

  private static String percent(long part, long whole) {
    return whole == 0 ? "—" : "%.2f".formatted(100.0 * part / whole);
  }

  private long enterprise(String county, String township, String subcategory) {
    long id = ++next;
    jdbc.update(
        """
        insert into enterprise (
          id, credit_code, name, township_code, county_code, subcategory_code, enrolled, created_at,
          updated_at
        ) values (?, ?, ?, ?, ?, ?, false, '2024-01-01', '2024-01-01')
        """,
        id,
        "T%017d".formatted(id),
        "演示统计企业" + id,
        township,
        county,
        subcategory);
    return id;
  }

  private long hazard(long enterprise, String level, String found, String closed, String funds) {
    long id = ++next;
    jdbc.update(
        """
        insert into hazard (
          id, source, enterprise_id, enterprise_name, county_code, township_code, subcategory_code,
          department_role, department_group, level, location, description, found_at, found_by,
          found_by_name, status, rectified_on_spot, funds, reported_at, closed_at, returned_times,
          last_event_hash, version
        )
        select ?, 'SELF_REPORT', e.id, e.name, e.county_code, e.township_code, e.subcategory_code,
          'emergency', 'dept', ?, '车间', '通道堵塞', ?, 'x', 'x', ?, false, ?, ?, ?, 0, 'x', 0
        from enterprise e where e.id = ?
        """,
        id,
        level,
        LocalDateTime.parse(found),
        closed == null ? "REPORTED" : "CLOSED",
        funds,
        closed == null ? null : LocalDateTime.parse(closed),
        closed == null ? null : LocalDateTime.parse(closed),
        enterprise);
    return id;
  }

  private void plan(long hazard, String decision, String reviewed) {
    jdbc.update(
        """
        insert into treatment_plan (
          hazard_id, goals, measures, funds, staff, schedule, safeguards, filed_at, filed_by,
          decision, reviewed_at
        ) values (?, '目', '措', '资', '人', '时', '预', '2024-04-05', 'x', ?, ?)
        """,
        hazard,
        decision,
        LocalDateTime.parse(reviewed));
  }

  private void rung(long hazard, String measure, String answered) {
    jdbc.update(
        """
        insert into rung (hazard_id, level, level_name, height, climbed_at, cause, failures, asked_at,
          times, measure, answered_at)
        values (?, 'LISTING', '挂牌督办或约谈', 40, '2024-05-01', 'OVERDUE', 0, '2024-05-01', 1, ?, ?)
        """,
        hazard,
        measure,
        LocalDateTime.parse(answered));
  }

  private void check(long enterprise, String submitted, Integer failed) {
    jdbc.update(
        """
        insert into self_check (
          enterprise_id, period, enterprise_name, county_code, township_code, subcategory_code,
          status, opening, opened_at, last_day, submitted_at, failed_count
        )
        select e.id, '2024-05', e.name, e.county_code, e.township_code, e.subcategory_code,
          'OPEN', 'x', '2024-05-01', '2024-05-31', ?, ?
        from enterprise e where e.id = ?
        """,
        submitted == null ? null : LocalDateTime.parse(submitted),
        failed,
        enterprise);
  }
}
