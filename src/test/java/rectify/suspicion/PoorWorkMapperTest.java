package rectify.suspicion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import rectify.suspicion.PoorWorkMapper.Burst;
import rectify.suspicion.PoorWorkMapper.Contradiction;
import rectify.suspicion.PoorWorkMapper.Copied;
import rectify.suspicion.PoorWorkMapper.LastDay;
import rectify.suspicion.PoorWorkMapper.Repeated;
import rectify.suspicion.PoorWorkMapper.ZeroRow;

/** What looks like poor work and what only nearly does, on the tests' real database. */
class PoorWorkMapperTest {

  private static final Thresholds DEFAULTS =
      new Binder(new MapConfigurationPropertySource(Map.of()))
          .bindOrCreate("rectify.assessment", Thresholds.class);
  private static final String LONG = "更换二号车间配电箱破损的箱门并加装门锁，重新敷设裸露导线，由电工复测绝缘电阻合格后恢复供电";
  private static final LocalDateTime JANUARY = AssessmentFixture.at("2026-01-01 00:00:00");
  private static final LocalDateTime MARCH = AssessmentFixture.at("2026-03-01 00:00:00");
  private static final LocalDateTime APRIL = AssessmentFixture.at("2026-04-01 00:00:00");

  private static AssessmentFixture city;

  private PoorWorkMapper mapper;

  @BeforeAll
  static void create_the_tables() throws Exception {
    city = AssessmentFixture.onMySql("poorwork");
  }

  @BeforeEach
  void open() {
    mapper = city.begin(PoorWorkMapper.class);
  }

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void a_row_of_zero_reports_is_found_where_the_trade_finds_hazards() {
    peers("0414", 12, 5, 1);
    long zero = city.enterprise();
    zeros(zero, "2026-01", "2026-02", "2026-03");

    List<ZeroRow> rows = zeroRows();

    assertThat(rows).extracting(ZeroRow::enterpriseId).containsExactly(zero);
    assertThat(rows.get(0).zeros()).isEqualTo(3);
    assertThat(rows.get(0).since()).isEqualTo("2026-01");
    assertThat(rows.get(0).trade()).isEqualTo("0414");
    assertThat(rows.get(0).peers()).isEqualTo(12);
  }

  @Test
  void a_row_that_is_too_short_broken_or_not_of_this_month_is_none() {
    peers("0414", 12, 100, 1);
    zeros(city.enterprise(), "2026-02", "2026-03");
    long found = city.enterprise();
    zeros(found, "2026-01", "2026-03");
    city.reported(found, "2026-02", 2);
    long missed = city.enterprise();
    zeros(missed, "2026-01", "2026-03");
    city.check(missed, "2026-02", "MISSED", null, null);
    zeros(city.enterprise(), "2025-12", "2026-01", "2026-02");

    assertThat(zeroRows()).isEmpty();
  }

  @Test
  void who_reported_hazards_besides_the_monthly_check_has_found_something() {
    peers("0414", 12, 100, 1);
    long diligent = city.enterprise();
    zeros(diligent, "2026-01", "2026-02", "2026-03");
    city.hazard(diligent).found("2026-02-11 09:00:00").stored();

    assertThat(zeroRows()).isEmpty();
  }

  @Test
  void nobody_stands_out_in_a_trade_that_finds_little() {
    peers("0414", 12, 1, 2);
    zeros(city.enterprise(), "2026-01", "2026-02", "2026-03");

    assertThat(zeroRows()).isEmpty();
  }

  @Test
  void the_more_often_the_peers_find_nothing_the_longer_a_row_must_be() {
    peers("0414", 12, 3, 1);
    long three = city.enterprise();
    zeros(three, "2026-01", "2026-02", "2026-03");
    long six = city.enterprise();
    zeros(six, "2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-03");

    assertThat(zeroRows()).extracting(ZeroRow::enterpriseId).containsExactly(six);
  }

  @Test
  void where_the_sub_category_is_too_small_the_category_is_compared_with() {
    peers("0406", 12, 5, 1);
    long zero = city.enterprise("0414");
    zeros(zero, "2026-01", "2026-02", "2026-03");
    long alone = city.enterprise("0301");
    zeros(alone, "2026-01", "2026-02", "2026-03");

    List<ZeroRow> rows = zeroRows();

    assertThat(rows).extracting(ZeroRow::enterpriseId).containsExactly(zero);
    assertThat(rows.get(0).trade()).isEqualTo("04");
  }

  @Test
  void nearly_everything_reported_on_its_last_day_is_found() {
    long enterprise = city.enterprise();
    lastDays(enterprise, 5, "2026-03-09 17:00:00");

    List<LastDay> found = lastDays();

    assertThat(found).extracting(LastDay::enterpriseId).containsExactly(enterprise);
    assertThat(found.get(0).onLastDay()).isEqualTo(5);
    assertThat(found.get(0).cases()).startsWith("YH350582-2026-0000001、YH350582-2026-0000002");
  }

  @Test
  void a_few_last_days_or_none_this_month_or_no_other_day_to_choose_are_nothing() {
    long few = city.enterprise();
    lastDays(few, 4, "2026-03-09 17:00:00");
    long mixed = city.enterprise();
    lastDays(mixed, 5, "2026-03-09 17:00:00");
    lastDays(mixed, 1, "2026-03-05 17:00:00");
    long past = city.enterprise();
    IntStream.range(0, 6)
        .forEach(
            i ->
                city.hazard(past)
                    .found("2026-02-02 09:00:00")
                    .due("2026-02-09")
                    .reported("2026-02-09 10:00:00")
                    .stored());
    long pressed = city.enterprise();
    IntStream.range(0, 6)
        .forEach(
            i ->
                city.hazard(pressed)
                    .found("2026-03-08 09:00:00")
                    .reported("2026-03-09 10:00:00")
                    .stored());
    long late = city.enterprise();
    lastDays(late, 6, "2026-03-10 08:00:00");

    assertThat(lastDays()).isEmpty();
  }

  @Test
  void many_reports_within_minutes_are_found() {
    long enterprise = city.enterprise();
    for (int minute = 0; minute < 6; minute++) {
      city.hazard(enterprise).reported("2026-03-05 16:0%d:00".formatted(minute)).stored();
    }
    city.hazard(enterprise).reported("2026-03-05 16:30:00").stored();

    List<Burst> bursts = bursts();

    assertThat(bursts).extracting(Burst::enterpriseId).containsExactly(enterprise);
    assertThat(bursts.get(0).begun()).isEqualTo(AssessmentFixture.at("2026-03-05 16:00:00"));
    assertThat(bursts.get(0).ended()).isEqualTo(AssessmentFixture.at("2026-03-05 16:05:00"));
    assertThat(bursts.get(0).reported()).isEqualTo(6);
  }

  @Test
  void reports_over_an_afternoon_by_several_enterprises_or_on_the_spot_are_no_burst() {
    long slow = city.enterprise();
    for (int minute = 0; minute < 6; minute++) {
      city.hazard(slow).reported("2026-03-05 16:%02d:01".formatted(3 * minute)).stored();
      city.hazard(city.enterprise()).reported("2026-03-05 16:00:00").stored();
    }
    long onSpot = city.enterprise();
    for (int i = 0; i < 8; i++) {
      city.hazard(onSpot).onSpot().reported("2026-03-05 16:00:00").stored();
    }

    assertThat(bursts()).isEmpty();
  }

  @Test
  void the_same_words_in_several_cases_are_found_whatever_the_punctuation() {
    long enterprise = city.enterprise();
    for (String mark : List.of("", "。", "！ ", "\n")) {
      city.hazard(enterprise).by(LONG.replace("，", "， ") + mark).reported(day(3)).stored();
    }

    List<Repeated> repeated = mapper.repeated(JANUARY, MARCH, APRIL, DEFAULTS.sameText());

    assertThat(repeated).extracting(Repeated::enterpriseId).containsExactly(enterprise);
    assertThat(repeated.get(0).uses()).isEqualTo(4);
    assertThat(repeated.get(0).text()).startsWith("更换二号车间配电箱破损的箱门并加装门锁重新敷设");
  }

  @Test
  void short_phrases_few_cases_and_the_lists_own_words_are_nobodys_copy() {
    long enterprise = city.enterprise();
    for (int i = 0; i < 8; i++) {
      city.hazard(enterprise)
          .by("已整改完毕，消除隐患。")
          .described("自查不符合清单条目：" + LONG)
          .reported(day(3 + i))
          .stored();
      city.hazard(enterprise)
          .by("第%d处：%s".formatted(i, LONG))
          .described("第%d处（清单条目：%s）".formatted(i, LONG))
          .reported(day(3 + i))
          .stored();
    }
    for (int i = 0; i < 3; i++) {
      city.hazard(enterprise).by(LONG).reported(day(3)).stored();
    }

    assertThat(mapper.repeated(JANUARY, MARCH, APRIL, DEFAULTS.sameText())).isEmpty();
  }

  @Test
  void a_text_another_enterprise_used_before_is_copied_by_the_later_one() {
    long author = city.enterprise();
    long copier = city.enterprise();
    city.hazard(author).by(LONG).reported("2026-02-03 10:00:00").stored();
    long copy = city.hazard(copier).by(LONG + "。").reported(day(4)).stored();

    List<Copied> copied = copied();

    assertThat(copied).extracting(Copied::enterpriseId).containsExactly(copier);
    assertThat(copied.get(0).caseNumber()).isEqualTo("YH350582-2026-%07d".formatted(copy));
  }

  @Test
  void common_phrases_own_words_and_shorter_texts_are_not_copied() {
    IntStream.range(0, 7)
        .forEach(i -> city.hazard(city.enterprise()).by(LONG).reported(day(3 + i)).stored());
    long one = city.enterprise();
    city.hazard(one).by("又一段" + LONG).reported(day(3)).stored();
    city.hazard(one).by("又一段" + LONG).reported(day(4)).stored();
    city.hazard(city.enterprise()).by("更换箱门，重新敷设导线，绝缘复测合格").reported(day(3)).stored();
    city.hazard(city.enterprise()).by("更换箱门，重新敷设导线，绝缘复测合格").reported(day(4)).stored();

    assertThat(copied()).isEmpty();
  }

  @Test
  void an_inspection_that_finds_what_a_zero_report_did_not_contradicts_it() {
    long several = city.enterprise();
    long check = city.check(several, "2026-02", "SUBMITTED", "2026-02-27 10:00:00", 0);
    city.hazard(several).inspected().found("2026-03-10 10:00:00").stored();
    city.hazard(several).inspected().found("2026-03-10 10:30:00").stored();
    long major = city.enterprise();
    city.reported(major, "2026-03", 0);
    city.hazard(major).inspected().major().found("2026-03-30 10:00:00").stored();

    List<Contradiction> found = contradictions();

    assertThat(found).extracting(Contradiction::enterpriseId).containsExactly(several, major);
    assertThat(found.get(0).selfCheckId()).isEqualTo(check);
    assertThat(found.get(0).found()).isEqualTo(2);
    assertThat(found.get(1).major()).isOne();
  }

  @Test
  void one_general_hazard_an_old_report_or_an_honest_one_is_no_contradiction() {
    long one = city.enterprise();
    city.reported(one, "2026-03", 0);
    city.hazard(one).inspected().found("2026-03-25 10:00:00").stored();
    long old = city.enterprise();
    city.check(old, "2026-02", "SUBMITTED", "2026-02-20 10:00:00", 0);
    inspectedTwice(old, "2026-03-10 10:00:00");
    long honest = city.enterprise();
    city.reported(honest, "2026-03", 1);
    inspectedTwice(honest, "2026-03-25 10:00:00");
    long before = city.enterprise();
    city.reported(before, "2026-03", 0);
    inspectedTwice(before, "2026-03-19 10:00:00");
    long since = city.enterprise();
    city.check(since, "2026-02", "SUBMITTED", "2026-03-01 10:00:00", 0);
    city.check(since, "2026-03", "SUBMITTED", "2026-03-05 10:00:00", 2);
    inspectedTwice(since, "2026-03-10 10:00:00");
    long own = city.enterprise();
    city.reported(own, "2026-03", 0);
    city.hazard(own).found("2026-03-25 10:00:00").stored();
    city.hazard(own).found("2026-03-26 10:00:00").stored();

    assertThat(contradictions()).isEmpty();
  }

  private void inspectedTwice(long enterprise, String at) {
    city.hazard(enterprise).inspected().found(at).stored();
    city.hazard(enterprise).inspected().found(at).stored();
  }

  /** Peers of which every nth month is a zero report, the others find so many. */
  private void peers(String trade, int count, int everyNth, int failed) {
    int report = 0;
    for (int i = 0; i < count; i++) {
      long peer = city.enterprise(trade);
      for (String period : List.of("2026-01", "2026-02", "2026-03")) {
        report++;
        city.reported(peer, period, everyNth == 1 || report % everyNth == 0 ? 0 : failed);
      }
    }
  }

  private void zeros(long enterprise, String... periods) {
    for (String period : periods) {
      city.reported(enterprise, period, 0);
    }
  }

  private void lastDays(long enterprise, int count, String reported) {
    for (int i = 0; i < count; i++) {
      city.hazard(enterprise).reported(reported).stored();
    }
  }

  private static String day(int day) {
    return "2026-03-%02d 10:00:00".formatted(day);
  }

  private List<ZeroRow> zeroRows() {
    return mapper.zeroRows("2026-03", "2025-04", "2026-01", DEFAULTS.zeroReports());
  }

  private List<LastDay> lastDays() {
    return mapper.lastDays(JANUARY, MARCH, APRIL, DEFAULTS.lastDay());
  }

  private List<Burst> bursts() {
    return mapper.bursts(MARCH, APRIL, DEFAULTS.bulk().hazards(), 600);
  }

  private List<Copied> copied() {
    return mapper.copied(JANUARY, MARCH, APRIL, DEFAULTS.sameText());
  }

  private List<Contradiction> contradictions() {
    return mapper.contradictions(MARCH, APRIL, "2026-01", DEFAULTS.contradicted());
  }
}
