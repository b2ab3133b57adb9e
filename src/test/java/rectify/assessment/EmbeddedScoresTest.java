package rectify.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.session.SqlSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rectify.assessment.ScoreMapper.OfEnterprise;
import rectify.enterprise.EnterpriseScope;
import rectify.suspicion.AssessmentFixture;

/** The embedded database understands every statement of the scores too. */
class EmbeddedScoresTest {

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
  void scores() {
    ScoreMapper mapper = session.getMapper(ScoreMapper.class);
    city.check(enterprise, "2026-03", "SUBMITTED", "2026-03-31 00:00:00", 0);
    city.hazard(enterprise).stored();
    List<Long> ids = List.of(enterprise);

    assertThat(mapper.page("2026-03", EnterpriseScope.everything(), 0, 10)).hasSize(1);
    assertThat(mapper.count(EnterpriseScope.everything())).isOne();
    assertThat(mapper.costs("2026-03")).isEmpty();
    assertThat(mapper.lists(ids)).containsExactly(new OfEnterprise(enterprise, 0, 1));
    assertThat(mapper.information(ids)).containsExactly(new OfEnterprise(enterprise, 1, 5));
    assertThat(mapper.reports("2026-03", ids)).containsExactly(new OfEnterprise(enterprise, 1, 1));
    assertThat(mapper.rectifications(FIRST, LAST, ids))
        .containsExactly(new OfEnterprise(enterprise, 0, 1));
    assertThat(mapper.listsByTrade()).hasSize(1);
    assertThat(mapper.informationByTrade()).hasSize(1);
    assertThat(mapper.reportsByTrade("2026-03")).hasSize(1);
    assertThat(mapper.rectificationsByTownship(FIRST, LAST)).hasSize(1);
    assertThat(mapper.rectificationsByDepartment(FIRST, LAST)).hasSize(1);
    assertThat(mapper.redLights(MARCH, APRIL)).isEmpty();
  }
}
