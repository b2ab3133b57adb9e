package rectify.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rectify.refusal.Refusal;

/** Answers of several people to one list. */
class SheetTest {

  private static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 9, 10, 0);
  private static final Set<String> LIST = Set.of("a", "b");

  @Test
  void answers_to_different_items_stand_side_by_side() {
    Sheet first = write(Sheet.EMPTY, 0, "chen", Given.conforms("a"));
    Sheet.Written second = first.with(List.of(Given.fails("b", "漏油")), 0, LIST, NOW, "lin");

    assertThat(second.contested()).isEmpty();
    assertThat(second.sheet().byKey().get("a").by()).isEqualTo("chen");
    assertThat(second.sheet().byKey().get("b").by()).isEqualTo("lin");
    assertThat(second.sheet().after(1)).extracting(Answer::key).containsExactly("b");
  }

  @Test
  void who_answers_otherwise_what_a_colleague_has_just_answered_is_shown_it() {
    Sheet first = write(Sheet.EMPTY, 0, "chen", Given.fails("a", "漏油"));

    Sheet.Written blind = first.with(List.of(Given.conforms("a")), 0, LIST, NOW, "lin");
    assertThat(blind.contested()).containsExactly("a");
    assertThat(blind.sheet()).isSameAs(first);

    Sheet.Written seeing = first.with(List.of(Given.conforms("a")), 1, LIST, NOW, "lin");
    assertThat(seeing.contested()).isEmpty();
    assertThat(seeing.sheet().byKey().get("a").verdict()).isEqualTo(Verdict.CONFORMS);
  }

  @Test
  void the_same_sent_again_on_a_bad_line_changes_nothing() {
    Sheet first = write(Sheet.EMPTY, 0, "chen", Given.conforms("a"));

    assertThat(first.with(List.of(Given.conforms("a")), 0, LIST, NOW, "chen").sheet())
        .isSameAs(first);
    assertThat(write(first, 0, "chen", Given.fails("a", "漏油")).byKey().get("a").text())
        .as("and one's own word of before is one's own to change")
        .isEqualTo("漏油");
  }

  @Test
  void an_answer_taken_back_is_heard_of_and_what_is_not_listed_is_gone() {
    Sheet first = write(Sheet.EMPTY, 0, "chen", Given.conforms("a"));
    Given nothing = new Given("a", null, null, null, null);
    Sheet.Written back = first.with(List.of(nothing, Given.conforms("old")), 1, LIST, NOW, "chen");

    assertThat(back.gone()).containsExactly("old");
    assertThat(back.sheet().after(1)).extracting(Answer::verdict).containsExactly((Verdict) null);
  }

  @Test
  void what_conforms_keeps_nothing_of_a_failure() {
    Given given = new Given("a", Verdict.CONFORMS, "漏油", "车间", List.of(1L));

    assertThat(given).isEqualTo(Given.conforms("a"));
  }

  @Test
  void words_that_could_not_be_kept_are_refused_where_they_are_written() {
    assertThatThrownBy(() -> Given.fails("a", "长".repeat(301)).requireFitting())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("现场情况最多300字，现有301字");
    Given reason = new Given("a", Verdict.NOT_APPLICABLE, "长".repeat(201), null, null);
    assertThatThrownBy(reason::requireFitting).hasMessageContaining("不适用的理由最多200字");
  }

  @Test
  void ten_thousand_items_are_written_in_a_moment() {
    List<Given> all = IntStream.range(0, 10_000).mapToObj(n -> Given.conforms("item" + n)).toList();
    Set<String> listed = Set.copyOf(all.stream().map(Given::key).toList());
    long begun = System.nanoTime();

    Sheet sheet = Sheet.EMPTY.with(all, 0, listed, NOW, "chen").sheet();

    assertThat(sheet.answers()).hasSize(10_000);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
  }

  private static Sheet write(Sheet sheet, int seen, String by, Given... given) {
    return sheet.with(List.of(given), seen, LIST, NOW, by).sheet();
  }
}
