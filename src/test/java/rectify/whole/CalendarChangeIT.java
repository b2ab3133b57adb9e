package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A notice that comes late, or is corrected, reaches the clocks that run. */
@WholeSystem
class CalendarChangeIT {

  /** In a year of which no other test knows anything. */
  private static final LocalDateTime MONDAY = LocalDateTime.of(2031, 3, 3, 9, 0);

  @Autowired private JdbcTemplate jdbc;
  @Autowired private TransactionTemplate transaction;
  @LocalServerPort private int port;

  private Worker administrator;
  private String number;

  @BeforeEach
  void a_case_waits_for_its_verification() {
    Jobs.itIs(MONDAY);
    administrator = new Worker(port, "admin");
    number = new Worker(port, "jjenterprise").report(Forms.corrected());
    assertThat(due("Activity_Verify")).isEqualTo("2031-03-10 23:59:59");
  }

  @AfterEach
  void forget() {
    importing("", whole(day("2031-10-01", true)));
    update("delete from holiday where notice_year = 2031");
    update("delete from holiday_year where notice_year = 2031");
    ClockUtil.reset();
  }

  @Test
  void days_imported_late_move_what_is_counted_in_working_days() {
    Map<String, Object> notice =
        Map.of("year", 2031, "days", List.of(day("2031/3/6", true), day("2031-03-07", true)));

    JsonNode preview = importing("?preview=true", notice);
    assertThat(line(preview, "验收").path("to").asText()).startsWith("2031-03-12T23:59:59");
    assertThat(due("Activity_Verify")).isEqualTo("2031-03-10 23:59:59");
    assertThat(events()).doesNotContain("RECOUNTED");

    JsonNode done = importing("", notice);

    assertThat(done.path("message").asText()).contains("项改到新的日期");
    assertThat(due("Activity_Verify")).isEqualTo("2031-03-12 23:59:59");
    assertThat(timers()).containsOnly("2031-03-12 23:59:59");
    assertThat(events()).containsOnlyOnce("RECOUNTED");
    assertThat(
            jdbc.queryForObject(
                "select detail from hazard_event where hazard_id = ? and kind = 'RECOUNTED'",
                String.class,
                id()))
        .contains("验收：2031-03-10 → 2031-03-12");
    assertThat(importing("", notice).path("effect").path("moved").asInt()).isZero();
  }

  @Test
  void days_a_corrected_notice_takes_back_move_it_again() {
    importing("", whole(day("2031-03-06", true), day("2031-03-07", true), day("2031-10-01", true)));
    assertThat(due("Activity_Verify")).isEqualTo("2031-03-12 23:59:59");

    JsonNode done = importing("", whole(day("2031-03-07", true), day("2031-10-01", true)));

    assertThat(done.path("effect").path("withdrawn").get(0).asText()).isEqualTo("2031-03-06");
    assertThat(due("Activity_Verify")).isEqualTo("2031-03-11 23:59:59");
    assertThat(timers()).containsOnly("2031-03-11 23:59:59");
  }

  @Test
  void a_clock_somebody_has_set_otherwise_is_named_and_stays() {
    update(
        "update ACT_RU_TASK set DUE_DATE_ = '2031-03-20 12:00:00' where ID_ = ?",
        task("Activity_Verify"));

    JsonNode done = importing("", whole(day("2031-03-06", true)));

    assertThat(due("Activity_Verify")).isEqualTo("2031-03-20 12:00:00");
    assertThat(done.path("effect").path("clocks"))
        .anySatisfy(
            line -> {
              assertThat(line.path("number").asText()).isEqualTo(number);
              assertThat(line.path("reason").asText()).contains("另行调整过");
            });
  }

  /** 民法典 art. 203: the end of a period rolls; what is counted from it comes along. */
  @Test
  void the_last_day_of_a_self_report_rolls_when_it_becomes_a_rest_day() {
    Worker enterprise = new Worker(port, "jjenterprise");
    number = enterprise.report(Forms.hazard());
    LocalDate lastDay = dueAt();
    LocalDate next = lastDay.plusDays(lastDay.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);

    importing("", whole(day(lastDay.toString(), true)));

    assertThat(dueAt()).isEqualTo(next);
    assertThat(timers()).contains(next + " 23:59:59").doesNotContain(lastDay + " 23:59:59");
    assertThat(
            jdbc.queryForObject(
                "select original_due_at from hazard where id = ?", LocalDate.class, id()))
        .isEqualTo(lastDay);
    assertThat(events()).containsOnlyOnce("RECOUNTED");
    enterprise.does(number, "Activity_Rectify", Forms.rectified(MONDAY.toLocalDate()));
  }

  @Test
  void a_granted_day_that_is_now_a_rest_day_is_named_and_stays() {
    Worker enterprise = new Worker(port, "jjenterprise");
    number = enterprise.report(Forms.hazard());
    LocalDate granted = dueAt().plusDays(9);
    enterprise.does(number, "Activity_Rectify", Forms.extension(granted));
    new Worker(port, "chendai1").does(number, "Activity_DecideExtension", Forms.granted(granted));

    JsonNode done = importing("", whole(day(granted.toString(), true)));

    assertThat(dueAt()).isEqualTo(granted);
    JsonNode line = line(done, "整改隐患");
    assertThat(line.path("to").isNull()).isTrue();
    assertThat(line.path("reason").asText()).contains("不随节假日变化");
  }

  private LocalDate dueAt() {
    return jdbc.queryForObject("select due_at from hazard where id = ?", LocalDate.class, id());
  }

  private JsonNode importing(String query, Map<String, Object> notice) {
    HttpResponse<String> answer = administrator.post("/api/holidays" + query, notice);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Worker.read(answer);
  }

  private JsonNode line(JsonNode answer, String what) {
    for (JsonNode line : answer.path("effect").path("clocks")) {
      if (line.path("number").asText().equals(number) && line.path("what").asText().equals(what)) {
        return line;
      }
    }
    throw new AssertionError("no " + what + " of " + number + " in " + answer);
  }

  private static Map<String, Object> whole(Object... days) {
    return Map.of("year", 2031, "days", List.of(days));
  }

  private static Map<String, Object> day(String date, boolean off) {
    return Map.of("name", "演示假日", "date", date, "isOffDay", off);
  }

  private String task(String step) {
    return new Worker(port, "chendai1").task(number, step);
  }

  private String due(String step) {
    return jdbc.queryForObject(
        "select cast(DUE_DATE_ as char(19)) from ACT_RU_TASK where ID_ = ?",
        String.class,
        task(step));
  }

  private List<String> timers() {
    return jdbc.queryForList(
        """
        select cast(j.DUEDATE_ as char(19)) from ACT_RU_JOB j
        join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_
        where e.BUSINESS_KEY_ = ?
        """,
        String.class,
        number);
  }

  private List<String> events() {
    return jdbc.queryForList(
        "select kind from hazard_event where hazard_id = ?", String.class, id());
  }

  private long id() {
    return Long.parseLong(number.substring(14));
  }

  private void update(String sql, Object... values) {
    transaction.executeWithoutResult(status -> jdbc.update(sql, values));
  }
}
