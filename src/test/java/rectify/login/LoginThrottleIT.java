package rectify.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import rectify.refusal.Refusal;
import rectify.whole.WholeSystem;

/** Two nodes on one database, strangers and people from several addresses. */
@WholeSystem
class LoginThrottleIT {

  private static final String OFFICE = "10.1.2.3";

  @Autowired private LoginMapper mapper;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private JdbcTemplate jdbc;

  private final Instant begin = Instant.parse("2026-03-02T01:00:00Z");
  private volatile Instant now = begin;
  private final String person = "p" + UUID.randomUUID().toString().substring(0, 8);

  @AfterEach
  void forget() {
    RequestContextHolder.resetRequestAttributes();
  }

  @Test
  void of_240_wrong_passwords_at_once_on_two_nodes_hardly_any_is_looked_at_and_all_count()
      throws Exception {
    List<LoginThrottle> nodes = List.of(node(), node());
    AtomicInteger looked = new AtomicInteger();
    List<Callable<Boolean>> guesses = new ArrayList<>();
    for (int guess = 0; guess < 240; guess++) {
      LoginThrottle node = nodes.get(guess % 2);
      guesses.add(
          () ->
              tried(
                  node,
                  person,
                  "203.0.113.9",
                  () -> {
                    looked.incrementAndGet();
                    return false;
                  }));
    }
    ExecutorService strangers = Executors.newFixedThreadPool(48);
    try {
      for (Future<Boolean> guess : strangers.invokeAll(guesses)) {
        assertThat(guess.get()).isFalse();
      }
    } finally {
      strangers.shutdownNow();
    }

    assertThat(looked.get()).isBetween(1, 16);
    assertThat(failures("P " + person + " 203.0.113.9")).isEqualTo(looked.get());
    assertThat(tried(nodes.get(0), person, "203.0.113.9", () -> true)).isFalse();
  }

  @Test
  void strangers_never_keep_a_person_out_of_where_they_came_in_before() {
    LoginThrottle node = node();
    assertThat(tried(node, person, OFFICE, () -> true)).isTrue();

    for (int guess = 0; guess < 155; guess++) {
      tried(node, person, "198.51.100." + guess % 50, () -> false);
      now = now.plusSeconds(20);
    }

    assertThat(tried(node, person, OFFICE, () -> true)).isTrue();
    assertThat(tried(node, person, "192.0.2.77", () -> true))
        .as("from an address nobody knows it is slowed down")
        .isFalse();
    now = now.plus(Duration.ofMinutes(6));
    assertThat(tried(node, person, "192.0.2.77", () -> true)).isTrue();
  }

  @Test
  void one_password_tried_on_everybody_slows_its_address_down_and_nobody_else() {
    LoginThrottle node = node();
    String sprayer = "2001:db8:1:2::";
    assertThat(tried(node, person, sprayer + "1", () -> true)).isTrue();
    int looked = 0;
    for (int victim = 0; victim < 300; victim++) {
      AtomicInteger one = new AtomicInteger();
      tried(
          node,
          person + "v" + victim,
          sprayer + Integer.toHexString(victim + 2),
          () -> {
            one.incrementAndGet();
            return false;
          });
      looked += one.get();
      now = now.plusSeconds(1);
    }

    assertThat(looked).isBetween(50, 60);
    assertThat(tried(node, person, sprayer + "ffff", () -> true))
        .as("whoever came in from there before still does")
        .isTrue();
    assertThat(tried(node, person + "v1", "192.0.2.5", () -> true)).isTrue();
  }

  @Test
  void what_is_over_is_swept() {
    LoginThrottle node = node();
    tried(node, person, OFFICE, () -> false);
    now = now.plusSeconds(10);
    tried(node, person, OFFICE, () -> true);
    tried(node, person, "10.9.9.9", () -> false);
    now = now.plus(Duration.ofDays(200));

    node.sweep();

    assertThat(rows("login_attempt")).isZero();
    assertThat(rows("login_address")).isZero();
  }

  private LoginThrottle node() {
    return new LoginThrottle(
        mapper,
        transactions,
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now;
          }
        });
  }

  private static boolean tried(
      LoginThrottle node,
      String person,
      String address,
      java.util.function.BooleanSupplier password) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(address);
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    try {
      return node.pass(person, password);
    } catch (Refusal wait) {
      assertThat(wait.kind()).isEqualTo(Refusal.Kind.TOO_MANY);
      assertThat(wait.retryAfter()).isPresent();
      return false;
    }
  }

  private int failures(String subject) {
    return jdbc.queryForObject(
        "select failures from login_attempt where subject = ?", Integer.class, subject);
  }

  private int rows(String table) {
    return jdbc.queryForObject(
        "select count(*) from %s where account = ?".formatted(table), Integer.class, person);
  }
}
