package rectify.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class HazardEventTest {

  private static final LocalDateTime NOON = LocalDateTime.of(2026, 3, 2, 12, 0);

  private final HazardEvent first = event(HazardEvent.BEFORE_THE_FIRST, 1, "二号车间");
  private final HazardEvent second = event(first.hash(), 2, "责任单位：陈埭镇");

  @Test
  void a_chain_nobody_touched_is_intact() {
    assertThat(first.isIntactAfter(HazardEvent.BEFORE_THE_FIRST)).isTrue();
    assertThat(second.isIntactAfter(first.hash())).isTrue();
  }

  @Test
  void an_event_that_was_edited_shows() {
    HazardEvent edited = withDetail(first, "三号车间");

    assertThat(edited.isIntactAfter(HazardEvent.BEFORE_THE_FIRST)).isFalse();
  }

  @Test
  void an_event_that_was_taken_out_shows_in_the_next() {
    assertThat(second.isIntactAfter(HazardEvent.BEFORE_THE_FIRST)).isFalse();
  }

  @Test
  void moving_a_character_from_one_field_to_the_next_shows() {
    HazardEvent moved =
        new HazardEvent(
            first.hazardId(),
            first.seq(),
            first.kind(),
            first.detail(),
            first.happenedAt(),
            first.actor() + first.actorName().charAt(0),
            first.actorName().substring(1),
            first.origin(),
            first.hash());

    assertThat(moved.isIntactAfter(HazardEvent.BEFORE_THE_FIRST)).isFalse();
  }

  private static HazardEvent event(String previous, int seq, String detail) {
    return HazardEvent.after(
        previous, 7, seq, HazardEvent.Kind.REGISTERED, detail, NOON, "lin", "林某", "api 10.0.0.1");
  }

  private static HazardEvent withDetail(HazardEvent event, String detail) {
    return new HazardEvent(
        event.hazardId(),
        event.seq(),
        event.kind(),
        detail,
        event.happenedAt(),
        event.actor(),
        event.actorName(),
        event.origin(),
        event.hash());
  }
}
