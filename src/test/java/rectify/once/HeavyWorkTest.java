package rectify.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import rectify.refusal.Refusal;

class HeavyWorkTest {

  private static final long LARGE = HeavyWork.SMALL + 1;

  @Test
  void what_is_small_goes_on_while_large_work_waits_in_line_and_is_sent_away() throws Exception {
    HeavyWork work = new HeavyWork(Duration.ofMillis(50));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Future<String> large =
          threads.submit(
              () ->
                  work.run(
                      LARGE,
                      () -> {
                        begun.countDown();
                        await(end);
                        return "large";
                      }));
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

      assertThat(work.run(1, () -> "small")).isEqualTo("small");
      assertThatThrownBy(() -> work.run(LARGE, () -> "another"))
          .hasMessage("系统正忙，请稍后再试。")
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> {
                assertThat(refusal.kind()).isEqualTo(Refusal.Kind.BUSY);
                assertThat(refusal.retryAfter()).isPresent();
              });

      end.countDown();
      assertThat(large.get(10, TimeUnit.SECONDS)).isEqualTo("large");
    } finally {
      end.countDown();
      threads.shutdownNow();
    }
    assertThat(work.run(LARGE, () -> "later")).isEqualTo("later");
  }

  @Test
  void work_that_fails_leaves_its_place() {
    HeavyWork work = new HeavyWork(Duration.ofMillis(50));
    for (int time = 0; time < 5; time++) {
      assertThatThrownBy(
              () ->
                  work.run(
                      LARGE,
                      () -> {
                        throw new Refusal("坏");
                      }))
          .hasMessage("坏");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
