package rectify.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rectify.form.RequiredProof;

class RequiredProofTest {

  @Test
  void a_diagram_may_ask_for_every_kind_there_is() {
    assertThat(Arrays.stream(EvidenceKind.values()).map(EvidenceKind::code))
        .containsExactlyInAnyOrderElementsOf(RequiredProof.KINDS);
  }

  @Test
  void a_proof_without_a_condition_is_always_needed() {
    RequiredProof proof = RequiredProof.of(Map.of("evidence", "scene")).orElseThrow();

    assertThat(proof.appliesTo(Map.of())).isTrue();
    assertThat(RequiredProof.of(Map.of())).isEmpty();
  }

  @Test
  void a_proof_with_a_condition_is_needed_for_that_answer_alone() {
    RequiredProof answer = proof("request=report");
    RequiredProof tick = proof("rectifiedOnSpot=true");
    Map<String, Object> unanswered = new HashMap<>();
    unanswered.put("request", null);

    assertThat(answer.appliesTo(Map.of("request", "report"))).isTrue();
    assertThat(answer.appliesTo(Map.of("request", "extension"))).isFalse();
    assertThat(answer.appliesTo(unanswered)).isFalse();
    assertThat(tick.appliesTo(Map.of("rectifiedOnSpot", true))).isTrue();
    assertThat(tick.appliesTo(Map.of("rectifiedOnSpot", false))).isFalse();
  }

  private static RequiredProof proof(String when) {
    return RequiredProof.of(Map.of("evidence", "after", "evidenceWhen", when)).orElseThrow();
  }
}
