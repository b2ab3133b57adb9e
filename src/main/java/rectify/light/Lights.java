package rectify.light;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.deadline.Deadlines;
import rectify.enterprise.EnterpriseRights;
import rectify.enterprise.EnterpriseScope;
import rectify.light.Light.Color;
import rectify.light.LightMapper.Cause;
import rectify.refusal.Refusal;
import rectify.typed.SpokenDates;

/**
 * The enterprises' lights: red with a rectification overdue or one that failed again and again,
 * yellow with one soon due or a self-check late, green otherwise. A step of a self-check refreshes
 * its enterprise's at once, a sweep everybody's.
 */
@Service
public class Lights {

  private static final int MOST_ROWS = 200;

  /** A rectification due within so many working days turns the light yellow: the city's default. */
  static final int SOON = 3;

  /** So many failed rechecks of an open case turn the light red: the city's default. */
  static final int FAILURES = 2;

  private static final int ENTERPRISES_A_TRANSACTION = 50;

  private final LightMapper mapper;
  private final RedLightAttention attention;
  private final Deadlines deadlines;
  private final EnterpriseRights rights;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Lights(
      LightMapper mapper,
      RedLightAttention attention,
      Deadlines deadlines,
      EnterpriseRights rights,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.mapper = mapper;
    this.attention = attention;
    this.deadlines = deadlines;
    this.rights = rights;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** An enterprise's light. A system look-up: it asks nobody's rights. */
  public Light of(long enterpriseId) {
    return mapper.lights(List.of(enterpriseId)).stream()
        .findFirst()
        .orElse(Light.green(enterpriseId));
  }

  /** The lights that are not green, newest first, as the current person may see them. */
  List<LightRow> page(Color color, int page, int size) {
    if (page < 0 || size < 1 || size > MOST_ROWS) {
      throw new Refusal("页码从0开始，每页1至" + MOST_ROWS + "条，请修改后再查询。");
    }
    EnterpriseScope scope = rights.get().read();
    return scope.isNone() ? List.of() : mapper.page(color, scope, (long) page * size, size);
  }

  /** Sets every light that shows what is no longer so; how many those were. */
  public int sweep() {
    Map<Long, Light> should = computed(Set.of());
    Map<Long, Light> is = stored(Set.of());
    TreeSet<Long> everybody = new TreeSet<>(should.keySet());
    everybody.addAll(is.keySet());
    List<Long> changed =
        everybody.stream().filter(id -> differ(is.get(id), should.get(id))).toList();
    for (int from = 0; from < changed.size(); from += ENTERPRISES_A_TRANSACTION) {
      List<Long> some =
          changed.subList(from, Math.min(from + ENTERPRISES_A_TRANSACTION, changed.size()));
      transaction.executeWithoutResult(status -> refresh(some));
    }
    return changed.size();
  }

  /** Sets the lights of some enterprises to what is so now. */
  @Transactional
  public void refresh(Collection<Long> enterprises) {
    mapper.lock(enterprises);
    Map<Long, Light> should = computed(enterprises);
    Map<Long, Light> is = stored(enterprises);
    for (long id : new TreeSet<>(enterprises)) {
      Light before = is.get(id);
      Light now = should.get(id);
      if (differ(before, now)) {
        turn(id, before, now);
      }
    }
  }

  private void turn(long id, Light before, Light now) {
    boolean wasRed = before != null && before.color() == Color.RED;
    boolean isRed = now != null && now.color() == Color.RED;
    if (now == null) {
      mapper.delete(id);
    } else if (before == null) {
      mapper.insert(now);
    } else {
      mapper.update(before.color() == now.color() ? keepingItsTime(now, before) : now);
    }
    if (isRed && !wasRed) {
      attention.start(id, now.since(), now.reason());
    } else if (wasRed && !isRed) {
      attention.end(id, now());
    }
  }

  private static Light keepingItsTime(Light now, Light before) {
    return new Light(now.enterpriseId(), now.color(), now.reason(), before.since());
  }

  private static boolean differ(Light before, Light now) {
    return before == null
        ? now != null
        : now == null || before.color() != now.color() || !before.reason().equals(now.reason());
  }

  private Map<Long, Light> stored(Collection<Long> enterprises) {
    return mapper.lights(enterprises).stream().collect(toMap(Light::enterpriseId, it -> it));
  }

  private Map<Long, Light> computed(Collection<Long> enterprises) {
    LocalDate today = LocalDate.now(clock);
    Map<Long, List<String>> yellow = new HashMap<>();
    for (Cause cause :
        mapper.rectifications(today, deadlines.lastDayAfterWorkingDays(today, SOON), enterprises)) {
      add(
          yellow,
          cause,
          "%d项隐患整改期限将至（最早%s）".formatted(cause.count(), SpokenDates.day(cause.first())));
    }
    for (Cause cause : mapper.lateChecks(enterprises)) {
      add(yellow, cause, "%d期自查未按时报送".formatted(cause.count()));
    }
    Map<Long, Light> lights = new HashMap<>();
    yellow.forEach((id, reasons) -> lights.put(id, light(id, Color.YELLOW, reasons)));
    Map<Long, List<String>> red = new HashMap<>();
    for (Cause cause : mapper.rectifications(null, today.minusDays(1), enterprises)) {
      add(
          red,
          cause,
          "%d项隐患逾期未整改（最早应于%s完成）".formatted(cause.count(), SpokenDates.day(cause.first())));
    }
    for (Cause cause : mapper.failures(FAILURES, enterprises)) {
      add(red, cause, "%d项隐患%d次以上复查（验收）不合格".formatted(cause.count(), FAILURES));
    }
    red.forEach((id, reasons) -> lights.put(id, light(id, Color.RED, reasons)));
    return lights;
  }

  private static void add(Map<Long, List<String>> reasons, Cause cause, String reason) {
    reasons.computeIfAbsent(cause.enterpriseId(), id -> new ArrayList<>()).add(reason);
  }

  private Light light(long id, Color color, List<String> reasons) {
    return new Light(id, color, String.join("；", reasons), now());
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
