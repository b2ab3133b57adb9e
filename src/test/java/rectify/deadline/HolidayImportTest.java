package rectify.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.startsWith;
import static org.mockito.Mockito.mock;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.ServletException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import rectify.identity.Actor;
import rectify.identity.GroupIds;
import rectify.refusal.Refusal;
import rectify.timer.Counts;
import rectify.timer.Timers;

@SpringJUnitConfig(
    classes = DeadlineFixture.Database.class,
    initializers = ConfigDataApplicationContextInitializer.class)
@TestPropertySource(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:deadline;MODE=MySQL;DB_CLOSE_DELAY=-1",
      // what the test itself writes is in no transaction
      "spring.datasource.hikari.auto-commit=true"
    })
class HolidayImportTest {

  private static final String CSV =
      """
      date,name,type
      2027-01-01,元旦,off
      2027-02-20,春节,work
      2027-10-01,国庆节,休
      """;

  @Autowired Holidays holidays;
  @Autowired Deadlines deadlines;
  @Autowired JdbcTemplate jdbc;
  @Autowired HolidayMapper mapper;
  @Autowired Clock clock;
  @Autowired TransactionManager transactions;

  MockMvc mvc;

  @BeforeEach
  void start_with_nothing_imported() {
    jdbc.update("delete from holiday");
    jdbc.update("delete from holiday_year where notice_year > 0");
    jdbc.update("delete from holiday_import");
    holidays.refresh();
    mvc = as(GroupIds.ADMINISTRATOR);
  }

  @Test
  void a_csv_notice_is_stored_and_moves_deadlines_at_once() throws Exception {
    assertThat(deadlines.isWorkingDay(LocalDate.of(2027, 2, 20))).isFalse();

    send("text/csv", CSV)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.stored").value(3))
        .andExpect(jsonPath("$.badRows.length()").value(0));

    assertThat(
            jdbc.queryForList(
                "select concat(date, ' ', name, ' ', case when day_off then 'off' else 'work' end)"
                    + " from holiday order by date",
                String.class))
        .containsExactly("2027-01-01 元旦 off", "2027-02-20 春节 work", "2027-10-01 国庆节 off");
    assertThat(deadlines.isWorkingDay(LocalDate.of(2027, 2, 20))).isTrue();
    assertThat(deadlines.lastDayAfterWorkingDays(LocalDate.of(2027, 9, 30), 1))
        .isEqualTo("2027-10-04");
    assertThat(deadlines.yearsWithoutData(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31)))
        .isEmpty();
  }

  @Test
  void the_json_of_holiday_cn_is_read_with_the_december_before() throws Exception {
    send(
            "application/json",
            """
            {"$schema": "x", "year": 2027, "papers": [], "days": [
              {"name": "元旦", "date": "2026-12-31", "isOffDay": true},
              {"name": "元旦", "date": "2027-01-02", "isOffDay": false}]}
            """)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.stored").value(2));

    assertThat(deadlines.isWorkingDay(LocalDate.of(2026, 12, 31))).isFalse();
    assertThat(deadlines.isWorkingDay(LocalDate.of(2027, 1, 2))).isTrue();
  }

  @Test
  void only_an_administrator_may_import() {
    mvc = as(GroupIds.OFFICER);

    assertThatThrownBy(() -> send("text/csv", CSV))
        .cause()
        .isInstanceOf(Refusal.class)
        .hasMessage("只有系统管理员可以导入节假日安排，请联系管理员。")
        .extracting(refusal -> ((Refusal) refusal).kind())
        .isEqualTo(Refusal.Kind.FORBIDDEN);
    assertThat(jdbc.queryForObject("select count(*) from holiday", Integer.class)).isZero();
  }

  @Test
  void importing_again_updates() throws Exception {
    send("text/csv", CSV).andExpect(status().isOk());
    send("text/csv", "2027-02-20,春节（更正）,off\n").andExpect(status().isOk());

    assertThat(jdbc.queryForObject("select count(*) from holiday", Integer.class)).isEqualTo(3);
    assertThat(
            jdbc.queryForObject("select name from holiday where date = '2027-02-20'", String.class))
        .isEqualTo("春节（更正）");
    assertThat(deadlines.isWorkingDay(LocalDate.of(2027, 2, 20))).isFalse();
  }

  private static final String PARTLY_BAD =
      """
      date,name,type
      2027-01-01,元旦,off
      2027-02-30,春节,off
      2027-01-01,元旦,off
      2027-05-01,劳动节,holiday
      2027-05-02,,off
      2027-05-03,劳动节
      1027-05-04,劳动节,off
      """;

  @Test
  void with_a_bad_row_nothing_is_stored_and_every_one_is_named() throws Exception {
    send("text/csv", PARTLY_BAD)
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.stored").value(0))
        .andExpect(jsonPath("$.badRows.length()").value(6))
        .andExpect(jsonPath("$.badRows[0].row").value(3))
        .andExpect(jsonPath("$.badRows[0].column").value("date"))
        .andExpect(
            jsonPath("$.badRows[0].reason").value("“2027-02-30”不是正确的日期，请按“2027-01-01”的格式填写。"))
        .andExpect(jsonPath("$.badRows[1].reason").value("“2027-01-01”与前面的行重复，只能保留一行。"))
        .andExpect(jsonPath("$.badRows[2].column").value("off|work"))
        .andExpect(jsonPath("$.badRows[3].column").value("name"))
        .andExpect(jsonPath("$.badRows[4].row").value(7))
        .andExpect(jsonPath("$.badRows[5].row").value(8));

    assertThat(jdbc.queryForObject("select count(*) from holiday", Integer.class)).isZero();
  }

  @Test
  void good_rows_alone_are_stored_on_request() throws Exception {
    mvc.perform(
            post("/api/holidays")
                .param("acceptGood", "true")
                .contentType("text/csv")
                .content(PARTLY_BAD.getBytes(StandardCharsets.UTF_8)))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.stored").value(1))
        .andExpect(jsonPath("$.badRows.length()").value(6));

    assertThat(jdbc.queryForList("select name from holiday", String.class)).containsExactly("元旦");
  }

  @Test
  void bad_json_days_are_named_by_position_and_property() throws Exception {
    send(
            "application/json",
            """
            {"year": 2027, "days": [
              {"name": "元旦", "date": "2027-01-01", "isOffDay": "yes"},
              {"name": "元旦", "date": "2026-11-30", "isOffDay": true},
              {"date": "2027-01-02", "isOffDay": true},
              {"name": "元旦", "date": 20270103, "isOffDay": true},
              7]}
            """)
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.badRows[0].row").value(1))
        .andExpect(jsonPath("$.badRows[0].column").value("isOffDay"))
        .andExpect(jsonPath("$.badRows[1].reason").value("“2026-11-30”不在 2027 年（或上一年十二月）内，请核对。"))
        .andExpect(jsonPath("$.badRows[2].column").value("name"))
        .andExpect(jsonPath("$.badRows[3].row").value(4))
        .andExpect(jsonPath("$.badRows[4].row").value(5));
  }

  @Test
  void what_is_no_notice_at_all_is_refused() {
    refused("", "没有任何节假日");
    refused("date,name,type\n", "没有任何节假日");
    refused("{", "不是正确的 JSON");
    refused("{}", "JSON 应为");
    refused("{\"year\": 2027, \"days\": []}", "没有任何节假日");
    refused("2027-01-01,\"元旦,off", "引号");
    refused("x".repeat((1 << 20) + 1), "1 MB");
    assertThatThrownBy(() -> HolidayNotice.read(new byte[] {'2', (byte) 0xFF, (byte) 0xFF}))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("GBK");
    assertThatThrownBy(() -> mvc.perform(post("/api/holidays")))
        .isInstanceOf(ServletException.class)
        .hasCauseInstanceOf(Refusal.class);
  }

  /** A corrected notice takes days back; the library's of that year go too. */
  @Test
  void a_whole_years_notice_replaces_the_year() throws Exception {
    send("text/csv", CSV).andExpect(status().isOk());
    send("text/csv", "2026-12-31,元旦,off\n2028-01-03,元旦,off\n").andExpect(status().isOk());

    send(
            "application/json",
            """
            {"year": 2027, "days": [
              {"name": "元旦", "date": "2027-01-01", "isOffDay": true},
              {"name": "国庆节", "date": "2027/10/1", "isOffDay": true}]}
            """)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.effect.wholeYears[0]").value(2027))
        .andExpect(jsonPath("$.effect.withdrawn.length()").value(2))
        .andExpect(jsonPath("$.message").value(startsWith("已保存 2 天。2027 年的安排整年替换，原有 2 天不再保留。")));

    assertThat(jdbc.queryForList("select cast(date as varchar(10)) from holiday", String.class))
        .containsExactlyInAnyOrder("2027-01-01", "2027-10-01", "2028-01-03");
    assertThat(deadlines.isWorkingDay(LocalDate.of(2027, 2, 20))).isFalse();
    assertThat(deadlines.isWorkingDay(LocalDate.of(2026, 12, 31))).isTrue();

    assertThat(deadlines.isWorkingDay(LocalDate.of(2026, 1, 2))).isFalse();
    send(
            "application/json",
            """
            {"year": 2026, "days": [{"name": "国庆节", "date": "2026-10-01", "isOffDay": true}]}
            """)
        .andExpect(status().isOk());
    assertThat(deadlines.isWorkingDay(LocalDate.of(2026, 1, 2))).isTrue();
    assertThat(deadlines.isWorkingDay(LocalDate.of(2026, 10, 2))).isTrue();
  }

  @Test
  void some_days_alone_replace_nothing_else() throws Exception {
    send("text/csv", "2026-10-01,国庆节,off\n")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.effect.wholeYears").isEmpty())
        .andExpect(jsonPath("$.effect.changedDays").isEmpty());

    assertThat(deadlines.isWorkingDay(LocalDate.of(2026, 10, 2))).isFalse();
  }

  @Test
  void a_preview_stores_nothing() throws Exception {
    mvc.perform(post("/api/holidays").param("preview", "true").contentType("text/csv").content(CSV))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.stored").value(0))
        .andExpect(jsonPath("$.message").value(startsWith("预览：可保存 3 天，尚未保存。2027 年的安排整年替换")))
        .andExpect(jsonPath("$.effect.changedDays.length()").value(3));

    assertThat(jdbc.queryForObject("select count(*) from holiday", Integer.class)).isZero();
  }

  private static void refused(String content, String reason) {
    assertThatThrownBy(() -> HolidayNotice.read(content.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(reason);
  }

  @Test
  void a_form_is_no_notice() throws Exception {
    send("application/x-www-form-urlencoded", CSV).andExpect(status().isUnsupportedMediaType());
    send("text/plain", CSV).andExpect(status().isOk());
  }

  @Test
  void a_year_is_shown_with_its_days_or_a_warning() throws Exception {
    mvc.perform(get("/api/holidays").param("year", "2026"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.warning").value(""))
        .andExpect(jsonPath("$.days.length()").value(39))
        .andExpect(jsonPath("$.days[0].date").exists())
        .andExpect(jsonPath("$.days[0].name").value("元旦"))
        .andExpect(jsonPath("$.days[3].dayOff").value(false));
    mvc.perform(get("/api/holidays").param("year", "2027"))
        .andExpect(jsonPath("$.days.length()").value(0))
        .andExpect(jsonPath("$.warning").isNotEmpty());
    mvc.perform(get("/api/holidays")).andExpect(status().isOk());
    mvc.perform(get("/api/holidays").param("year", "abc")).andExpect(status().isBadRequest());
    assertThatThrownBy(() -> mvc.perform(get("/api/holidays").param("year", "1")))
        .hasCauseInstanceOf(Refusal.class);
  }

  /** Nothing runs here; what does is told in CalendarChangeIT. */
  private CalendarImport imports() {
    Recount recount =
        new Recount(
            holidays,
            mock(Timers.class),
            mock(Counts.class),
            new StaticListableBeanFactory().getBeanProvider(RecountNews.class),
            clock);
    return transactional(new CalendarImport(holidays, mapper, recount, clock));
  }

  private <T> T transactional(T service) {
    ProxyFactory proxy = new ProxyFactory(service);
    proxy.setProxyTargetClass(true);
    proxy.addAdvice(
        new TransactionInterceptor(transactions, new AnnotationTransactionAttributeSource()));
    @SuppressWarnings("unchecked")
    T wrapped = (T) proxy.getProxy();
    return wrapped;
  }

  private MockMvc as(String group) {
    Actor person = new Actor("somebody", "某人", List.of(group), List.of());
    return MockMvcBuilders.standaloneSetup(
            new HolidayController(holidays, deadlines, imports(), clock, () -> person))
        .build();
  }

  private ResultActions send(String type, String content) throws Exception {
    return mvc.perform(
        post("/api/holidays").contentType(type).content(content.getBytes(StandardCharsets.UTF_8)));
  }
}
