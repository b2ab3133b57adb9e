package rectify.suspicion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.session.SqlSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import rectify.suspicion.LatenessMapper.Overdue;
import rectify.suspicion.PoorWorkMapper.Burst;
import rectify.suspicion.PoorWorkMapper.Contradiction;
import rectify.suspicion.PoorWorkMapper.LastDay;
import rectify.suspicion.PoorWorkMapper.Repeated;
import rectify.suspicion.PoorWorkMapper.ZeroRow;

/** The embedded database understands every statement of the assessment too. */
class EmbeddedAssessmentTest {

  private static final Thresholds DEFAULTS =
      new Binder(new MapConfigurationPropertySource(Map.of()))
          .bindOrCreate("rectify.assessment", Thresholds.class);
  private static final LocalDateTime JANUARY = LocalDateTime.of(2026, 1, 1, 0, 0);
  private static final LocalDateTime MARCH = LocalDateTime.of(2026, 3, 1, 0, 0);
  private static final LocalDateTime APRIL = LocalDateTime.of(2026, 4, 1, 0, 0);
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 3, 31);

  private AssessmentFixture city;
  private SqlSession session;
  private long enterprise;

  @BeforeEach
  void a_small_city() throws Exception {
    city = new AssessmentFixture(AssessmentFixture.embedded());
    session = city.sessions.openSession(true);
    enterprise = city.enterprise();
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void lateness_and_duties() {
    LatenessMapper mapper = session.getMapper(LatenessMapper.class);
    city.check(enterprise, "2026-03", "SUBMITTED", "2026-04-01 00:00:00", 0);
    city.hazard(enterprise).stored();
    city.jdbc.update(
        "insert into overdue_duty (hazard_id, duty, authority_group, noted_at)"
            + " values (1, 'recheck', 'town350582103', '2026-03-20')");

    assertThat(mapper.lateChecks("2026-03")).hasSize(1);
    assertThat(mapper.missedChecks("2026-03")).isEmpty();
    assertThat(mapper.overdue(FIRST, LAST))
        .extracting(Overdue::caseNumber)
        .containsExactly("YH350582-2026-0000001");
    DutyMapper duties = session.getMapper(DutyMapper.class);
    assertThat(duties.overdueDuties(MARCH, APRIL)).hasSize(1);
    assertThat(duties.redLights(MARCH, APRIL)).isEmpty();
  }

  @Test
  void poor_work() {
    PoorWorkMapper mapper = session.getMapper(PoorWorkMapper.class);
    String text = "更换二号车间配电箱破损的箱门并加装门锁，重新敷设裸露导线，由电工复测绝缘电阻合格";
    for (int i = 0; i < 6; i++) {
      city.hazard(enterprise).by(text).reported("2026-03-09 10:0%d:00".formatted(i)).stored();
    }
    long zero = city.enterprise();
    for (String period : List.of("2026-01", "2026-02", "2026-03")) {
      city.reported(zero, period, 0);
      for (int peer = 0; peer < 11; peer++) {
        city.reported(period.equals("2026-01") ? city.enterprise() : 3 + peer, period, 1);
      }
    }
    city.hazard(zero).inspected().major().found("2026-03-25 10:00:00").stored();

    assertThat(mapper.zeroRows("2026-03", "2025-04", "2026-01", DEFAULTS.zeroReports()))
        .extracting(ZeroRow::enterpriseId)
        .containsExactly(zero);
    assertThat(mapper.lastDays(JANUARY, MARCH, APRIL, DEFAULTS.lastDay()))
        .extracting(LastDay::enterpriseId)
        .containsExactly(enterprise);
    assertThat(mapper.bursts(MARCH, APRIL, 6, 600)).extracting(Burst::reported).containsExactly(6L);
    assertThat(mapper.repeated(JANUARY, MARCH, APRIL, DEFAULTS.sameText()))
        .extracting(Repeated::uses)
        .containsExactly(6L);
    assertThat(mapper.copied(JANUARY, MARCH, APRIL, DEFAULTS.sameText())).isEmpty();
    assertThat(mapper.contradictions(MARCH, APRIL, "2026-01", DEFAULTS.contradicted()))
        .extracting(Contradiction::enterpriseId)
        .containsExactly(zero);
  }
}
