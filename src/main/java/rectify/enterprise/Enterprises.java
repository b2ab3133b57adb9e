package rectify.enterprise;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rectify.refusal.Refusal;

/**
 * The register of enterprises. What a person asks for takes that person's scope; what the system
 * looks up ({@link #find(long)}, {@link #byCreditCode}) does not.
 */
@Service
public class Enterprises {

  /** The most rows of one page. */
  public static final int MOST_ROWS = 200;

  private static final int ROWS_A_STATEMENT = 200;
  private static final int ROWS_A_READ = 500;

  private static final String REGISTERED = "统一社会信用代码已登记，请查询已有企业并修改，不要重复登记";

  private final EnterpriseMapper mapper;
  private final EnterpriseCheck check;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Enterprises(
      EnterpriseMapper mapper,
      EnterpriseCheck check,
      Clock clock,
      ApplicationEventPublisher events) {
    this.mapper = mapper;
    this.check = check;
    this.clock = clock;
    this.events = events;
  }

  /** System look-up: regardless of who asks. */
  public Optional<Enterprise> find(long id) {
    return Optional.ofNullable(mapper.byId(id));
  }

  /**
   * System look-up: regardless of who asks.
   *
   * @throws Refusal if the text is no valid credit code
   */
  public Optional<Enterprise> byCreditCode(String creditCode) {
    return mapper.byCreditCodes(List.of(CreditCode.parse(creditCode).value())).stream().findFirst();
  }

  /**
   * The enterprise, for a person.
   *
   * @throws Refusal NOT_FOUND if it does not exist or is outside the person's scope
   */
  public Enterprise get(long id, EnterpriseScope scope) {
    return find(id).filter(scope::covers).orElseThrow(() -> Refusal.notFound("企业不存在，或不在您的管辖范围内"));
  }

  /**
   * What a person looking for an enterprise means, the one of exactly that name first.
   *
   * @param text a credit code, then it must match exactly, or a part of the name
   * @param limit at most {@link #MOST_ROWS}
   * @throws Refusal if the text is blank or a wrong credit code
   */
  public List<Enterprise> search(String text, EnterpriseScope scope, int limit) {
    if (text == null || text.isBlank()) {
      throw new Refusal("请输入统一社会信用代码或企业名称中的几个字");
    }
    return page(EnterpriseFilter.text(text), scope, 0, limit);
  }

  /**
   * A page in the order of the ids; with a text, the enterprise of exactly that name first.
   *
   * @param offset rows to skip
   * @param limit 1 to {@link #MOST_ROWS}
   */
  public List<Enterprise> page(
      EnterpriseFilter filter, EnterpriseScope scope, long offset, int limit) {
    if (offset < 0 || limit < 1 || limit > MOST_ROWS) {
      throw new Refusal("页码从0开始，每页1至" + MOST_ROWS + "条，请修改后再查询");
    }
    return scope.isNone() ? List.of() : mapper.page(filter, scope, offset, limit);
  }

  /** How many rows all pages have together. */
  public long count(EnterpriseFilter filter, EnterpriseScope scope) {
    return scope.isNone() ? 0 : mapper.count(filter, scope);
  }

  /** Every row in the order of the ids, read in portions as the stream is consumed. */
  public Stream<Enterprise> all(EnterpriseFilter filter, EnterpriseScope scope) {
    return Stream.iterate(
            mapper.after(filter, scope, 0, ROWS_A_READ),
            rows -> !rows.isEmpty(),
            rows -> mapper.after(filter, scope, rows.get(rows.size() - 1).id(), ROWS_A_READ))
        .flatMap(List::stream);
  }

  /**
   * Adds an enterprise.
   *
   * @param scope where the person may register enterprises
   * @throws Refusal INVALID naming everything wrong with the details, FORBIDDEN outside the scope,
   *     CONFLICT if the credit code is registered already
   */
  @Transactional
  public Enterprise register(EnterpriseDetails details, EnterpriseScope scope) {
    registerAll(List.of(details), scope);
    return byCreditCode(details.creditCode()).orElseThrow();
  }

  /** Adds many enterprises or, if one of them is refused, none. See {@link #register}. */
  @Transactional
  public void registerAll(List<EnterpriseDetails> details, EnterpriseScope scope) {
    List<Enterprise> fresh = details.stream().map(check::checked).toList();
    fresh.forEach(enterprise -> refuseOutside(scope, enterprise));
    if (!registered(fresh.stream().map(Enterprise::creditCode).toList()).isEmpty()) {
      throw alreadyRegistered();
    }
    store(fresh, List.of());
  }

  /**
   * Replaces the details of an enterprise.
   *
   * @param scope which enterprises the person may change
   * @throws Refusal INVALID naming everything wrong with the details, NOT_FOUND if there is no such
   *     enterprise, FORBIDDEN if it is, or would then be, outside the scope, CONFLICT if another
   *     enterprise has that credit code
   */
  @Transactional
  public Enterprise update(long id, EnterpriseDetails details, EnterpriseScope scope) {
    Enterprise known = find(id).orElseThrow(() -> Refusal.notFound("企业不存在"));
    Enterprise stated = check.checked(details);
    Enterprise changed = stated.stored(id, known.createdAt(), now());
    refuseOutside(scope, known);
    refuseOutside(scope, changed);
    boolean taken =
        byCreditCode(changed.creditCode()).filter(other -> other.id() != id).isPresent();
    if (taken) {
      throw alreadyRegistered();
    }
    if (changed.saysTheSameAs(known)) {
      return known;
    }
    store(List.of(), List.of(changed));
    return changed;
  }

  /** Enterprises were written, in the transaction that is still open; new ones without an id. */
  public record Stored(List<Enterprise> enterprises) {}

  /** The stored enterprises of some credit codes, by code. */
  Map<String, Enterprise> registered(Collection<String> creditCodes) {
    Map<String, Enterprise> known = new LinkedHashMap<>();
    inPortions(
        List.copyOf(creditCodes),
        ROWS_A_READ,
        codes ->
            mapper
                .byCreditCodes(codes)
                .forEach(enterprise -> known.put(enterprise.creditCode(), enterprise)));
    return known;
  }

  /**
   * Writes checked enterprises in one transaction. Where somebody else registers one of them at the
   * same time, the whole transaction is done again and sees it.
   *
   * @param fresh not stored yet
   * @param changed with the ids and creation times of the stored ones
   */
  @Transactional
  void store(List<Enterprise> fresh, List<Enterprise> changed) {
    LocalDateTime now = now();
    try {
      inPortions(stamped(fresh, now), ROWS_A_STATEMENT, mapper::insert);
      inPortions(
          changed.stream().map(it -> it.stored(it.id(), it.createdAt(), now)).toList(),
          ROWS_A_STATEMENT,
          mapper::update);
      events.publishEvent(new Stored(Stream.concat(fresh.stream(), changed.stream()).toList()));
    } catch (DuplicateKeyException simultaneous) {
      throw Refusal.overtaken(REGISTERED);
    }
  }

  private static List<Enterprise> stamped(List<Enterprise> fresh, LocalDateTime now) {
    return fresh.stream().map(it -> it.stored(0, now, now)).toList();
  }

  private static <T> void inPortions(List<T> all, int size, Consumer<List<T>> action) {
    for (int from = 0; from < all.size(); from += size) {
      action.accept(new ArrayList<>(all.subList(from, Math.min(from + size, all.size()))));
    }
  }

  private static void refuseOutside(EnterpriseScope scope, Enterprise enterprise) {
    if (!scope.covers(enterprise)) {
      throw Refusal.forbidden("“" + enterprise.name() + "”不在您可以维护的范围内，请联系所在县（市、区）的管理员");
    }
  }

  private static Refusal alreadyRegistered() {
    return Refusal.conflict(REGISTERED);
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
