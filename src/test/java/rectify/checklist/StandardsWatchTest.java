package rectify.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.notification.Notifications;

/** What the city's editors are told of by night, and what is counted against the city's own. */
@SpringJUnitConfig(ChecklistContext.class)
@DirtiesContext(classMode = ClassMode.AFTER_EACH_TEST_METHOD)
class StandardsWatchTest {

  private static final String WIRING = "《用电安全导则》（GB/T 13869-2017）将于2027年1月31日失效";

  @Autowired private Guides guides;
  @Autowired private GuideEditions editions;
  @Autowired private Criteria criteria;
  @Autowired private Standards standards;
  @Autowired private Citations citations;
  @Autowired private Notifications notifications;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private JdbcTemplate jdbc;

  @BeforeEach
  void the_shipped_guides() {
    editions.load();
  }

  @Test
  void what_falls_out_of_force_within_ninety_days_is_told_once_with_what_cites_it() {
    look(LocalDate.of(2026, 11, 28));
    look(LocalDate.of(2026, 11, 29));

    assertThat(titles()).filteredOn(WIRING::equals).hasSize(1);
    assertThat(
            jdbc.queryForObject("select detail from notice where title = ?", String.class, WIRING))
        .contains("由GB/T 13869-2026代替")
        .containsPattern("引用它的有[1-9]\\d*条指引条目");
    assertThat(jdbc.queryForList("select distinct recipient from notice", String.class))
        .containsExactly("office350500");
  }

  @Test
  void what_ends_later_is_not_told_yet_and_what_is_to_be_looked_at_again_is() {
    look(LocalDate.of(2026, 10, 1));

    assertThat(titles()).doesNotContain(WIRING);

    look(LocalDate.of(2026, 11, 28));

    assertThat(titles()).anyMatch(it -> it.endsWith("条依据和条目应在2027年1月31日前再核对一次"));
  }

  @Test
  void a_document_lists_what_would_have_to_be_looked_at_if_it_changed() {
    Standard wiring = standards.find("《用电安全导则》（GB/T 13869-2017）").orElseThrow();

    assertThat(citations.items(wiring))
        .extracting(it -> it.guide() + it.item())
        .contains("general36", "general38");
    assertThat(citations.criteria(standards.find("《特种设备重大事故隐患判定准则》（GB 45067-2024）").orElseThrow()))
        .hasSize(47);
  }

  @Test
  void the_count_sets_every_guide_against_the_citys_own() {
    List<String> lines =
        new ContentCount(guides, criteria, standards).lines(LocalDate.of(2026, 11, 28));

    assertThat(lines)
        .anyMatch(
            it ->
                it.matches(
                    "0414 制鞋企业检查指引：20条（原文0，公开副本\\d+，记忆\\d+，市级默认\\d+），最近通读2026-11-28，最早\\S+复核"));
    assertThat(lines).anyMatch(it -> it.matches("自查指引：\\d+份，\\d+条，本市88份"));
    assertThat(lines).anyMatch(it -> it.matches("监督检查指引：\\d+份，\\d+条，本市77份"));
    assertThat(lines).contains("初始评级评分表：0份，本市69份");
  }

  private void look(LocalDate day) {
    ZoneId china = ZoneId.of("Asia/Shanghai");
    Clock clock = Clock.fixed(day.atStartOfDay(china).toInstant(), china);
    StandardsWatch watch =
        new StandardsWatch(standards, criteria, citations, guides, notifications, clock);
    new TransactionTemplate(transactions).executeWithoutResult(status -> watch.tell());
  }

  private List<String> titles() {
    return jdbc.queryForList("select title from notice", String.class);
  }
}
