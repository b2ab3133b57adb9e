package rectify.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import rectify.form.StandIns;
import rectify.refusal.Refusal;

/**
 * Who stands in for whom while they are absent: a colleague of the same unit, for some days, ending
 * by itself. A deputy does the absent person's tasks in their own name; every rule that binds a
 * person binds the deputy.
 */
@Service
public class Deputies implements StandIns {

  private static final int MOST_DAYS = 90;
  private static final String ALL = "all";
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

  private final DeputyMapper mapper;
  private final People people;
  private final ObjectProvider<DeputyNews> news;
  private final Clock clock;

  /** For what is told only, never for a right; another node's change shows within half a minute. */
  private final Cache<String, List<Deputy>> unfinished =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(30)).build();

  Deputies(DeputyMapper mapper, People people, ObjectProvider<DeputyNews> news, Clock clock) {
    this.mapper = mapper;
    this.people = people;
    this.news = news;
    this.clock = clock;
  }

  /** In whose place a person may do, today, what is both their units' work. */
  public Set<String> absentFor(String person) {
    LocalDate today = LocalDate.now(clock);
    return mapper.until(today).stream()
        .filter(deputy -> deputy.deputy().equals(person) && deputy.isOn(today))
        .map(Deputy::person)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean standsIn(String person, String absent, Collection<String> groups) {
    return absentFor(person).contains(absent)
        && !Collections.disjoint(shared(person, absent), groups);
  }

  /** The units two people are both in at this moment. */
  private Set<String> shared(String one, String other) {
    Set<String> units = new HashSet<>(people.groupsOf(one));
    units.removeIf(group -> !GroupIds.isUnit(group));
    units.retainAll(people.groupsOf(other));
    return units;
  }

  /** Who stands in for a person today. */
  public Set<String> standInsOf(String person) {
    LocalDate today = LocalDate.now(clock);
    return unfinished().stream()
        .filter(deputy -> deputy.person().equals(person) && deputy.isOn(today))
        .map(Deputy::deputy)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whose time is not over: those of a person, and those the person stands in for. */
  List<Deputy> concerning(String person) {
    LocalDate today = LocalDate.now(clock);
    return mapper.until(today).stream()
        .filter(deputy -> deputy.person().equals(person) || deputy.deputy().equals(person))
        .toList();
  }

  /** Who could stand in for a person: everybody of the same unit. */
  List<String> candidates(String person) {
    return people.groupsOf(person).stream()
        .filter(GroupIds::isUnit)
        .flatMap(unit -> people.members(unit).stream())
        .distinct()
        .filter(other -> !other.equals(person))
        .toList();
  }

  /** Whether somebody stands in for a person or they for somebody, or could be named to. */
  public boolean concernsOrMayName(String person) {
    return !concerning(person).isEmpty() || !candidates(person).isEmpty();
  }

  /**
   * Names a deputy, for oneself or, as the administrator, for somebody else.
   *
   * @throws Refusal if it is somebody of another unit, or somebody else stands in already
   */
  @Transactional
  public void name(String person, String deputy, LocalDate from, LocalDate to) {
    refuseUnlessOwnOrAdministrator(person);
    LocalDate today = LocalDate.now(clock);
    if (from == null || to == null || to.isBefore(from)) {
      throw new Refusal("请填写起止日期，结束日期不能早于开始日期。");
    }
    if (from.isBefore(today)) {
      throw new Refusal("开始日期不能早于今天，请重新填写。");
    }
    if (to.isAfter(from.plusDays(MOST_DAYS))) {
      throw new Refusal("一次最长委托%d天，请缩短或分次设置。".formatted(MOST_DAYS));
    }
    mapper.lockPerson(person);
    if (!candidates(person).contains(deputy)) {
      throw new Refusal("只能委托本单位的同事代办，请从列出的同事中选择。");
    }
    List<Deputy> others = new ArrayList<>(mapper.until(today));
    others.removeIf(other -> !other.person().equals(person) || !other.overlaps(from, to));
    if (!others.isEmpty()) {
      throw Refusal.conflict(
          "%s至%s已委托%s代办，请先取消或改选日期。"
              .formatted(
                  others.get(0).fromDay(),
                  others.get(0).toDay(),
                  people.nameOf(others.get(0).deputy())));
    }
    Deputy named = new Deputy(0, person, deputy, from, to);
    mapper.insert(
        named, people.current().id(), LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS));
    news.forEach(hearer -> hearer.named(named));
    forgetAfterCommit();
  }

  /** Ends it before its time. */
  @Transactional
  public void end(long id) {
    Deputy deputy =
        mapper.until(LocalDate.now(clock)).stream()
            .filter(known -> known.id() == id)
            .findFirst()
            .orElseThrow(() -> over(id));
    refuseUnlessOwnOrAdministrator(deputy.person());
    LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    if (mapper.end(id, people.current().id(), now) != 1) {
      throw over(id);
    }
    forgetAfterCommit();
  }

  /** Who ended it and when, for whoever may know that it was there. */
  private Refusal over(long id) {
    DeputyMapper.Ended ended = mapper.ended(id);
    Actor me = people.current();
    if (ended == null || !me.id().equals(ended.person()) && !me.standing().administrator()) {
      return Refusal.notFound("没有这项委托，可能已结束，请刷新后重试。");
    }
    String by = ended.endedBy() == null ? "" : "由" + people.nameOf(ended.endedBy());
    return Refusal.conflict("这项委托已%s于%s取消，不需再次取消。".formatted(by, ended.endedAt().format(MINUTE)));
  }

  private void refuseUnlessOwnOrAdministrator(String person) {
    Actor me = people.current();
    if (!Objects.equals(me.id(), person) && !me.standing().administrator()) {
      throw Refusal.notFound("没有这项委托；只能由本人或系统管理员设置代办。");
    }
  }

  private List<Deputy> unfinished() {
    return unfinished.get(ALL, all -> mapper.until(LocalDate.now(clock)));
  }

  private void forgetAfterCommit() {
    unfinished.invalidateAll();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            unfinished.invalidateAll();
          }
        });
  }
}
