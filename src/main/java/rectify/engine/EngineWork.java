package rectify.engine;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What runs in the engine, seen as a whole: a handful of queries however many cases there are, and
 * the moving of a unit's work to another. A system look-up: it asks nobody's rights.
 */
@Component
public class EngineWork {

  private static final int NUMBERS_A_STATEMENT = 500;

  private final EngineWorkMapper mapper;
  private final Clock clock;

  EngineWork(EngineWorkMapper mapper, Clock clock) {
    this.mapper = mapper;
    this.clock = clock;
  }

  /** A running process instance. */
  record Instance(String id, String processKey, String number, String tenant, boolean suspended) {}

  /**
   * @param dueAhead the last of its tasks' due dates that lie ahead; null if none does
   */
  record Tasks(String instance, long open, Date dueAhead) {}

  /**
   * @param lastLive when the last of its timers that can still fire will do so; null if none can
   */
  record Clocks(String instance, Date lastLive, long failed) {}

  /**
   * A task that nobody can be expected to do.
   *
   * @param holder who holds it, or the group it is offered to; null if there is neither
   */
  public record StrayTask(String number, String tenant, String name, String holder) {}

  /**
   * How a piece of work stands in the engine.
   *
   * @param suspended it is stopped by hand
   * @param openTasks how many of its tasks wait for somebody
   * @param clockDead a task's due date lies ahead and no timer is left that could notice it
   * @param ticks a timer is left that will still fire
   * @param failedJobs steps or timers that failed for good
   */
  public record Standing(
      String processKey,
      String number,
      String tenant,
      boolean suspended,
      long openTasks,
      boolean clockDead,
      boolean ticks,
      long failedJobs) {}

  /** Everything that runs, by process key and number. */
  @Transactional(readOnly = true)
  public Map<String, Map<String, Standing>> running() {
    Map<String, Tasks> tasks =
        byInstance(mapper.tasks(Date.from(clock.instant())), Tasks::instance);
    Map<String, Clocks> clocks = byInstance(mapper.clocks(), Clocks::instance);
    Map<String, Map<String, Standing>> running = new HashMap<>();
    for (Instance instance : mapper.instances()) {
      Tasks open = tasks.getOrDefault(instance.id(), new Tasks(instance.id(), 0, null));
      Clocks live = clocks.getOrDefault(instance.id(), new Clocks(instance.id(), null, 0));
      running
          .computeIfAbsent(instance.processKey(), key -> new HashMap<>())
          .put(
              instance.number(),
              new Standing(
                  instance.processKey(),
                  instance.number(),
                  instance.tenant(),
                  instance.suspended(),
                  open.open(),
                  dead(open.dueAhead(), live.lastLive()),
                  live.lastLive() != null,
                  live.failed()));
    }
    return running;
  }

  private static boolean dead(Date dueAhead, Date lastLive) {
    return dueAhead != null && (lastLive == null || lastLive.before(dueAhead));
  }

  private static <T> Map<String, T> byInstance(List<T> rows, Function<T, String> instance) {
    return rows.stream().collect(toMap(instance, Function.identity()));
  }

  /** Tasks held by accounts that do not exist any more. */
  public List<StrayTask> heldByNobody() {
    return mapper.heldByNobody();
  }

  /** Tasks held by people who belong to none of the groups the task is offered to. */
  public List<StrayTask> heldByOutsiders() {
    return mapper.heldByOutsiders();
  }

  /** Tasks nobody holds and whose groups have no people; one row for each task and group. */
  public List<StrayTask> withoutPeople() {
    return mapper.withoutPeople();
  }

  /** Tasks nobody holds that are offered to no group at all. */
  public List<StrayTask> withoutCandidates() {
    return mapper.withoutCandidates();
  }

  /** The numbers of the work whose tasks are offered to a group, one for each task. */
  public List<String> numbersOfGroup(String group) {
    return mapper.numbersOfGroup(group);
  }

  /** The numbers of everything that runs in a county. */
  public List<String> numbersOfTenant(String tenant) {
    return mapper.numbersOfTenant(tenant);
  }

  /** The groups that have people, all in one question. */
  public Set<String> staffedGroups() {
    return mapper.staffedGroups();
  }

  /** The accounts in a group, gone groups included. */
  public List<String> membersOfGroup(String group) {
    return mapper.membersOfGroup(group);
  }

  /** The accounts that belong to a county. */
  public List<String> membersOfTenant(String tenant) {
    return mapper.membersOfTenant(tenant);
  }

  /**
   * Offers everything to one group that is offered to another, now and in steps to come; who holds
   * a task keeps it, and no timer and no due date is touched.
   *
   * @return how many tasks moved
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int moveAll(String from, String to) {
    return move(from, to, null);
  }

  /** The same, of the work with these numbers only. */
  @Transactional(propagation = Propagation.MANDATORY)
  public int move(String from, String to, Collection<String> numbers) {
    if (from.equals(to)) {
      return 0;
    }
    int moved = 0;
    for (Collection<String> some : portions(numbers)) {
      moved += mapper.moveCandidates(from, to, some);
      mapper.moveRoutesInHistory(from, to, some);
      mapper.moveRoutes(from, to, some);
    }
    mapper.dropDoubledCandidates(from, to);
    return moved;
  }

  private static List<Collection<String>> portions(Collection<String> numbers) {
    List<Collection<String>> portions = new ArrayList<>();
    if (numbers == null) {
      portions.add(null);
      return portions;
    }
    List<String> all = List.copyOf(numbers);
    for (int from = 0; from < all.size(); from += NUMBERS_A_STATEMENT) {
      portions.add(all.subList(from, Math.min(from + NUMBERS_A_STATEMENT, all.size())));
    }
    return portions;
  }
}
