package rectify.demo;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import rectify.ledger.LedgerInOrder;
import rectify.responsibility.ResponsibilityAudit;

/**
 * What a newcomer opens: the product as {@code mvn spring-boot:run} starts it, at its first start.
 */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "rectify.demo.history=true",
      "spring.datasource.url=jdbc:h2:mem:demo-history;MODE=MySQL;QUERY_CACHE_SIZE=500",
      "spring.quartz.scheduler-name=demo-history",
      "spring.quartz.auto-startup=false",
      "camunda.bpm.job-execution.enabled=false"
    })
@ActiveProfiles("demo")
@DirtiesContext
class DemoHistoryIT {

  private static final List<String> FLOWS =
      List.of("hazard-rectification", "inspection", "rectification-order");

  @Autowired private JdbcTemplate jdbc;
  @Autowired private ApplicationContext product;
  @Autowired private DoorWatch door;
  @Autowired private DemoStart start;
  @Autowired private Clock clock;

  @Test
  void the_door_opens_when_the_history_is_whole() {
    assertThat(door.finishedWhenItOpened).isNotNull();
  }

  @Test
  void the_history_is_three_months_that_end_now_and_the_clock_runs_again() {
    LocalDateTime now = LocalDateTime.now(clock);

    assertThat(Duration.between(clock.instant(), Instant.now()).abs())
        .isLessThan(Duration.ofSeconds(5));
    assertThat(time("select min(found_at) from hazard")).isBefore(now.minusDays(80));
    assertThat(time("select max(happened_at) from hazard_event"))
        .isBetween(now.minusDays(5), now.plusSeconds(1));
    assertThat(time("select max(due_at) from hazard")).isAfter(now.plusDays(10));
    assertThat(time("select min(due_at) from hazard where closed_at is null"))
        .isBefore(now.minusDays(20));
  }

  @Test
  void a_city_that_was_just_made_did_not_stand_still() {
    assertThat(time("select beat_at from heartbeat"))
        .isAfterOrEqualTo(time("select until_at from demo_history"));
  }

  @Test
  void sixty_invented_enterprises_live_in_two_counties() {
    assertThat(
            jdbc.queryForList(
                "select county_code || ' ' || count(*) from enterprise"
                    + " where name like '演示·%' group by county_code order by 1",
                String.class))
        .containsExactly("350582 30", "350583 30");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jjenterprise",
        "naenterprise",
        "chendai1",
        "chendai2",
        "shuitou1",
        "shuitou2",
        "jjemergency1",
        "jjemergency2",
        "naemergency1",
        "naemergency2",
        "jjoffice",
        "naoffice",
        "cityoffice"
      })
  void everybody_who_works_finds_work(String person) {
    assertThat(
            count(
                """
                select count(distinct t.id_) from act_ru_task t
                join act_ru_identitylink l on l.task_id_ = t.id_
                join act_id_membership m on m.group_id_ = l.group_id_
                where m.user_id_ = ?
                """,
                person))
        .isGreaterThanOrEqualTo(2);
    assertThat(count("select count(*) from inbox where person = ?", person)).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jjmanager", "namanager", "citymanager"})
  void every_manager_has_cases_to_watch(String person) {
    assertThat(
            count(
                """
                select count(*) from act_ru_execution e
                join act_id_tenant_member m on m.tenant_id_ = e.tenant_id_
                where m.user_id_ = ? and e.parent_id_ is null
                """,
                person))
        .isGreaterThan(20);
  }

  @Test
  void a_case_stands_at_every_step_of_both_flows() {
    Set<String> steps = new TreeSet<>();
    for (String flow : FLOWS) {
      Bpmn.readModelFromFile(new File("processes/" + flow + ".bpmn"))
          .getModelElementsByType(UserTask.class)
          .forEach(task -> steps.add(task.getId()));
    }
    steps.addAll(
        List.of(
            "Activity_Check",
            "Activity_DescribeFinding",
            "Activity_AttendRedLight",
            "Activity_Sign"));

    Set<String> stands =
        jdbc.queryForList("select distinct task_def_key_ from act_ru_task", String.class).stream()
            .collect(toCollection(TreeSet::new));

    assertThat(stands).containsAll(steps);
  }

  @Test
  void something_is_overdue_and_unanswered_on_every_rung() {
    assertThat(
            jdbc.queryForList(
                "select distinct level from rung where answered_at is null", String.class))
        .containsAll(Stream.of("TOWNSHIP", "DEPARTMENT", "OFFICE", "LISTING", "CITY").toList());
  }

  @Test
  void lights_extensions_transfers_and_major_hazards_are_to_be_seen() {
    assertThat(jdbc.queryForList("select distinct color from enterprise_light", String.class))
        .containsExactlyInAnyOrder("RED", "YELLOW");
    assertThat(jdbc.queryForList("select distinct kind from hazard_event order by 1", String.class))
        .contains(
            "EXTENSION_REQUESTED", "EXTENSION_GRANTED", "EXTENSION_REFUSED", "RETURNED", "CLOSED");
    assertThat(count("select count(*) from hazard where level = 'MAJOR' and closed_at is null"))
        .isGreaterThanOrEqualTo(4);
    assertThat(count("select count(*) from finding where disposal = 'TRANSFERRED'"))
        .isGreaterThanOrEqualTo(4);
  }

  @Test
  void a_closed_case_has_photos_and_a_document() {
    assertThat(
            count(
                """
                select count(*) from hazard h where h.closed_at is not null
                and exists (select 1 from evidence e where e.kind = 'AFTER'
                and e.case_number like concat('%', lpad(h.id, 7, '0')))
                """))
        .isGreaterThan(50);
    assertThat(count("select count(*) from document")).isGreaterThan(100);
  }

  @Test
  void no_office_begins_with_a_table_it_forgot_for_weeks() {
    assertThat(
            count(
                """
                select count(*) from act_ru_task t
                join act_ru_identitylink l on l.task_id_ = t.id_
                where t.task_def_key_ = 'Activity_Sign'
                and l.group_id_ in ('office350500', 'office350582') and t.due_date_ < ?
                """,
                java.sql.Timestamp.valueOf(LocalDateTime.now(clock).minusDays(2))))
        .isZero();
    assertThat(
            count(
                """
                select count(*) from act_ru_task t
                join act_ru_identitylink l on l.task_id_ = t.id_
                where l.group_id_ = 'office350500' and t.due_date_ < ?
                and t.task_def_key_ in ('Activity_Sign', 'Activity_DutyOffice')
                """,
                java.sql.Timestamp.valueOf(LocalDateTime.now(clock).minusDays(14))))
        .as("what begins the city office's day")
        .isZero();
  }

  @Test
  void every_seal_holds_and_nothing_is_without_somebody_responsible() {
    LedgerInOrder.assertThatOf(product);
    assertThat(product.getBean(ResponsibilityAudit.class).gaps()).isEmpty();
  }

  @Test
  void another_start_makes_nothing_again() {
    List<Long> before = counts();

    start.stop();
    start.start();

    assertThat(counts()).isEqualTo(before);
  }

  private List<Long> counts() {
    return Stream.of("enterprise", "hazard", "hazard_event", "act_ru_task", "act_id_user")
        .map(table -> count("select count(*) from " + table))
        .toList();
  }

  private long count(String sql, Object... arguments) {
    return jdbc.queryForObject(sql, Long.class, arguments);
  }

  private LocalDateTime time(String sql) {
    Object found = jdbc.queryForObject(sql, Object.class);
    return found instanceof java.sql.Date day
        ? day.toLocalDate().atStartOfDay()
        : ((java.sql.Timestamp) found).toLocalDateTime();
  }

  /** Looks at the history when the web server begins to listen. */
  static final class DoorWatch {

    private final JdbcTemplate jdbc;
    private LocalDateTime finishedWhenItOpened;

    DoorWatch(JdbcTemplate jdbc) {
      this.jdbc = jdbc;
    }

    @EventListener
    void opens(WebServerInitializedEvent event) {
      finishedWhenItOpened =
          jdbc.queryForObject("select finished_at from demo_history", LocalDateTime.class);
    }
  }

  @TestConfiguration
  static class Watched {

    @Bean
    DoorWatch doorWatch(JdbcTemplate jdbc) {
      return new DoorWatch(jdbc);
    }
  }
}
