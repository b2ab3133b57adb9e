package rectify.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import rectify.refusal.Refusal;

class PlanTest {

  private static final BehaviourProfile.Loaded PROFILE =
      BehaviourProfile.load(new ClassPathResource("rectify/simulation/profile.yaml"));

  @ParameterizedTest
  @CsvSource({
    "2026-Q1, 2026-01-01, 2026-04-10T00:00",
    "2026-Q4, 2026-10-01, 2027-01-10T00:00",
    "2026-02, 2026-02-01, 2026-03-10T00:00",
    "2026, 2026-01-01, 2027-01-10T00:00"
  })
  void a_period_ends_when_the_days_of_grace_of_its_last_month_are_over(
      String period, LocalDate first, LocalDateTime until) {
    Plan plan = Plan.of(period, 1, 1, PROFILE, 4);

    assertThat(plan.first()).isEqualTo(first);
    assertThat(plan.until()).isEqualTo(until);
    assertThat(plan.enterprises()).isEqualTo(12_765);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-Q5", "2026-13", "2026-00", "一季度"})
  void what_is_no_period_is_refused(String period) {
    assertThatThrownBy(() -> Plan.of(period, 1, 1, PROFILE, 4))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("2026-Q1");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 1.01, Double.NaN})
  void what_is_no_share_is_refused(double share) {
    assertThatThrownBy(() -> Plan.of("2026", 1, share, PROFILE, 4))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("--simulate.share");
  }

  @Test
  void a_share_of_the_city_is_rounded() {
    assertThat(Plan.of("2026", 1, 0.05, PROFILE, 4).enterprises()).isEqualTo(638);
  }

  @Test
  void the_profile_that_is_brought_is_read_whole() {
    BehaviourProfile profile = PROFILE.profile();

    assertThat(profile.enterprises())
        .containsEntry(Behaviour.LAST_DAY, 0.02)
        .containsEntry(Behaviour.SAME_PHOTO, 0.015)
        .doesNotContainKey(Behaviour.HONEST)
        .hasSize(Behaviour.values().length - 1);
    assertThat(profile.checks().isBusy("0414")).isTrue();
    assertThat(profile.checks().isBusy("1002")).isFalse();
    assertThat(profile.authorities().slack()).isEqualTo(0.08);
    assertThat(PROFILE.hash()).hasSize(64);
  }

  @Test
  void a_profile_that_cannot_be_used_is_refused_in_words() {
    assertThatThrownBy(() -> BehaviourProfile.load(new ClassPathResource("no/such.yaml")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("--simulate.profile");
    assertThatThrownBy(() -> BehaviourProfile.load(yaml("enterprises:\n  idle: many\n")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("idle");
    assertThatThrownBy(() -> BehaviourProfile.load(yaml("enterprises:\n  idle: 0.1\n")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("五部分");
    assertThatThrownBy(() -> BehaviourProfile.load(yaml("")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("空的");
  }

  private static ByteArrayResource yaml(String text) {
    return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
  }
}
