package rectify.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.transaction.annotation.Transactional;
import rectify.engine.ProcessBean;
import rectify.hazard.Hazard;
import rectify.hazard.Hazards;
import rectify.identity.People;
import rectify.refusal.Refusal;
import rectify.register.Ledger;

/**
 * The cases a person follows. A follow gives no right: the task list 已关注 and the page of follows
 * hold only what the person may see anyway.
 */
@ProcessBean("follows")
public class Follows {

  /** A list of more would follow nothing, and the task list asks for all of them at once. */
  static final int MOST = 200;

  /** No case has this number; an empty list of numbers would mean all. */
  private static final String NONE = "-";

  private final FollowMapper mapper;
  private final Hazards hazards;
  private final Ledger ledger;
  private final People people;
  private final Clock clock;

  Follows(FollowMapper mapper, Hazards hazards, Ledger ledger, People people, Clock clock) {
    this.mapper = mapper;
    this.hazards = hazards;
    this.ledger = ledger;
    this.people = people;
    this.clock = clock;
  }

  /** The numbers of the cases the current person follows, for the query of the task list 已关注. */
  @Transactional(readOnly = true)
  public String[] caseNumbers() {
    List<String> numbers =
        followed().stream().filter(it -> !it.isClosed()).map(Hazard::caseNumber).toList();
    return numbers.isEmpty() ? new String[] {NONE} : numbers.toArray(String[]::new);
  }

  /** Follows a case that the person may see; does nothing if they do already. */
  @Transactional
  public void follow(String caseNumber) {
    long id = ledger.get(caseNumber).id();
    people.oneAtATime(me());
    if (mapper.exists(me(), id)) {
      return;
    }
    if (mapper.count(me()) >= MOST) {
      throw Refusal.conflict("最多关注" + MOST + "个案件，请先取消关注已不需要的案件。");
    }
    mapper.insert(me(), id, LocalDateTime.now(clock).withNano(0));
  }

  /** Follows a case no longer; does nothing if the person does not. */
  @Transactional
  public void unfollow(String caseNumber) {
    mapper.delete(me(), ledger.get(caseNumber).id());
  }

  /** The followed cases the person may still see, newest follow first. */
  @Transactional(readOnly = true)
  public List<Follow> list() {
    LocalDate today = LocalDate.now(clock);
    return followed().stream()
        .filter(ledger::shows)
        .map(
            hazard ->
                new Follow(
                    hazard.caseNumber(),
                    hazard.enterpriseName(),
                    hazard.location(),
                    hazard.level().chinese(),
                    hazard.status().chinese(),
                    hazard.dueAt(),
                    hazard.isOverdue(today)))
        .toList();
  }

  Set<Long> among(Collection<Long> cases) {
    return cases.isEmpty() ? Set.of() : Set.copyOf(mapper.among(me(), cases));
  }

  private List<Hazard> followed() {
    List<Long> ids = mapper.of(me());
    Map<Long, Hazard> byId = hazards.byIds(ids);
    return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
  }

  private String me() {
    return people.current().id();
  }
}
