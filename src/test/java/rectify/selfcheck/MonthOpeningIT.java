package rectify.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.spy;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.util.AopTestUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.engine.EngineClock;
import rectify.enterprise.DemoRegister;
import rectify.enterprise.EnterpriseDetails;
import rectify.enterprise.EnterpriseScope;
import rectify.enterprise.Enterprises;
import rectify.whole.WholeSystem;

/** A month opened by who may die in the middle, and by two at once, on a real MySQL. */
@WholeSystem
@TestPropertySource(properties = "rectify.test=self-check")
class MonthOpeningIT {

  @Autowired private SelfCheckMapper mapper;
  @Autowired private SelfCheck process;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private Clock clock;
  @Autowired private Enterprises enterprises;
  @Autowired private DemoRegister register;
  @Autowired private RuntimeService runtime;
  @Autowired private JdbcTemplate jdbc;

  private long enrolled;

  @BeforeEach
  void several_batches_of_enterprises() {
    List<EnterpriseDetails> more =
        register.rows(7, 400).stream()
            .filter(it -> enterprises.byCreditCode(it.creditCode()).isEmpty())
            .toList();
    if (!more.isEmpty()) {
      enterprises.registerAll(more, EnterpriseScope.everything());
    }
    enrolled = jdbc.queryForObject("select count(*) from enterprise where enrolled", Long.class);
    assertThat(enrolled).isGreaterThan(3L * MonthOpening.BATCH);
  }

  @Test
  void killed_twice_in_the_middle_and_then_run_on_two_nodes_it_opens_one_case_each() {
    YearMonth period = YearMonth.of(2026, 9);

    assertThatThrownBy(() -> dyingIn(2).open(period)).hasMessage("killed");
    assertOneCaseEach(period, MonthOpening.BATCH);
    assertThatThrownBy(() -> dyingIn(2).open(period)).hasMessage("killed");
    assertOneCaseEach(period, 2 * MonthOpening.BATCH);

    int opened = openedByTwo(period);

    assertThat(opened).isEqualTo((int) enrolled - 2 * MonthOpening.BATCH);
    assertOneCaseEach(period, enrolled);
    assertThat(node(process).open(period)).as("opened again").isZero();
    assertThat(node(process).progress(period))
        .isEqualTo(new MonthOpening.Progress("2026-09", enrolled, enrolled));
  }

  @Test
  void two_nodes_that_begin_together_open_one_case_each() {
    YearMonth period = YearMonth.of(2026, 10);

    assertThat(openedByTwo(period)).isEqualTo((int) enrolled);
    assertOneCaseEach(period, enrolled);
  }

  /** Nothing ran from before the first until the twentieth. */
  @Test
  void a_month_that_was_not_opened_opens_whenever_the_system_lives_again() {
    ClockUtil.setCurrentTime(
        Date.from(LocalDateTime.of(2026, 8, 20, 15, 10).atZone(EngineClock.ZONE).toInstant()));
    try {
      YearMonth period = YearMonth.of(2026, 8);
      assertThatThrownBy(() -> dyingIn(2).openCurrent()).hasMessage("killed");

      assertThat(node(process).openCurrent()).isEqualTo((int) enrolled - MonthOpening.BATCH);
      assertOneCaseEach(period, enrolled);

      forget(period);
      assertThat(node(process).openCurrent()).as("who comes later waits for the next").isZero();
    } finally {
      ClockUtil.reset();
    }
  }

  /** As if an enterprise had been registered after the opening. */
  private void forget(YearMonth period) {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> jdbc.update("delete from self_check where period = ? limit 1", "" + period));
  }

  private MonthOpening node(SelfCheck starts) {
    return new MonthOpening(mapper, starts, transactions, clock);
  }

  /** A node that dies when half of a batch's processes are started. */
  private MonthOpening dyingIn(int batch) {
    SelfCheck target = AopTestUtils.getTargetObject(process);
    SelfCheck dying = spy(target);
    AtomicInteger batches = new AtomicInteger();
    doAnswer(
            call -> {
              List<MonthlyCheck> rows = call.getArgument(0);
              if (batches.incrementAndGet() == batch) {
                target.start(rows.subList(0, rows.size() / 2));
                throw new IllegalStateException("killed");
              }
              return call.callRealMethod();
            })
        .when(dying)
        .start(anyList());
    return node(dying);
  }

  private int openedByTwo(YearMonth period) {
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      Future<Integer> one = nodes.submit(() -> node(process).open(period));
      Future<Integer> other = nodes.submit(() -> node(process).open(period));
      return one.get() + other.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    } finally {
      nodes.shutdownNow();
    }
  }

  private void assertOneCaseEach(YearMonth period, long cases) {
    List<String> numbers =
        jdbc
            .queryForList("select id from self_check where period = ?", Long.class, "" + period)
            .stream()
            .map(id -> mapper.byId(id).number())
            .toList();
    List<String> running =
        runtime.createProcessInstanceQuery().processDefinitionKey(SelfCheck.KEY).list().stream()
            .map(ProcessInstance::getBusinessKey)
            .filter(key -> key.contains("-" + period.toString().replace("-", "") + "-"))
            .toList();
    assertThat(numbers).hasSize((int) cases);
    assertThat(running).containsExactlyInAnyOrderElementsOf(numbers);
    assertThat(
            jdbc.queryForObject(
                "select count(distinct enterprise_id) from self_check where period = ?",
                Long.class,
                "" + period))
        .isEqualTo(cases);
  }
}
