package rectify.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The short form of {@code mvn -Pdrill verify -Ddrill=SentFiles}. */
class SentRegisterTrialTest {

  @Test
  void no_value_of_a_sent_register_changes_in_silence() {
    try (SentRegisterTrial trial = new SentRegisterTrial().generated(20_260_302L, 90)) {
      assertThat(trial.faults()).isEmpty();
      assertThat(trial.figures().values()).allMatch(figure -> figure > 0);
    }
  }
}
