package rectify.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import rectify.refusal.Collision;
import rectify.refusal.Refusal;

class RetriesTest {

  @Test
  void what_was_overtaken_is_done_again_and_then_succeeds() {
    AtomicInteger attempts = new AtomicInteger();

    String answer =
        Retries.of(
            () -> {
              if (attempts.incrementAndGet() < 3) {
                throw new OptimisticLockingException("stale");
              }
              return "done";
            });

    assertThat(answer).isEqualTo("done");
    assertThat(attempts).hasValue(3);
  }

  @Test
  void a_refusal_and_a_fault_are_not_tried_again() {
    AtomicInteger attempts = new AtomicInteger();

    assertThatThrownBy(
            () ->
                Retries.of(
                    () -> {
                      attempts.incrementAndGet();
                      throw Refusal.conflict("已办结");
                    }))
        .hasMessage("已办结");
    assertThat(attempts).hasValue(1);
    assertThat(Collision.in(new DataIntegrityViolationException("x", sql(1048)))).isFalse();
    assertThat(Collision.in(new IllegalStateException())).isFalse();
  }

  @Test
  void a_deadlock_a_lost_wait_and_a_double_key_are_known_however_deep_they_lie() {
    for (int code : new int[] {1213, 1205, 1062, 1452, 40001, 50200, 23505}) {
      assertThat(Collision.in(new ProcessEngineException("x", sql(code)))).as("" + code).isTrue();
    }
    BatchUpdateException batch = new BatchUpdateException();
    batch.setNextException(sql(1213));
    assertThat(Collision.in(new ProcessEngineException("x", batch))).isTrue();
    assertThat(Collision.in(Refusal.overtaken("x"))).isTrue();
  }

  @Test
  void whoever_is_overtaken_again_and_again_is_told_so_without_the_databases_words() {
    assertThat(Collision.refusal(sql(1062)).getMessage()).contains("没有重复登记");
    assertThat(Collision.refusal(sql(1205)).getMessage()).contains("请稍候刷新");
    assertThat(Collision.refusal(sql(1213)))
        .hasMessageContaining("请刷新后核对")
        .extracting(Refusal::kind)
        .isEqualTo(Refusal.Kind.CONFLICT);
  }

  private static SQLException sql(int code) {
    return new SQLException("Deadlock found in `ACT_RU_TASK`", "40001", code);
  }
}
