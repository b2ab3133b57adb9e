package rectify.once;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import rectify.refusal.Collision;
import rectify.refusal.Refusal;

/**
 * Does what a request asks for once, however often it arrives: a double click, or a form that is
 * sent again because its answer was lost. The sender gives a key, one for each form that is opened,
 * in the header {@value #HEADER}; the key and the answer are written in the same transaction as
 * what was done, and who sends it again has that answer. Without a key a request stands for itself.
 */
@Component
public class OnceOnly {

  /** As the IETF's draft on it calls it. */
  public static final String HEADER = "Idempotency-Key";

  /** Longer than anything a person still waits for. */
  private static final Duration GIVEN_UP = Duration.ofMinutes(10);

  private static final int DAYS_KEPT = 400;
  private static final int SWEPT_AT_ONCE = 10_000;

  /** What is done for a request may hand in forms, which are not the one the key is of. */
  private static final ThreadLocal<Boolean> INSIDE = new ThreadLocal<>();

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

  private static final ObjectMapper CANONICAL =
      new ObjectMapper()
          .findAndRegisterModules()
          .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
          .configure(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, false)
          .configure(SerializationFeature.FAIL_ON_EMPTY_BEANS, false);

  private final AnsweredRequestMapper mapper;
  private final ObjectProvider<ProcessEngine> engine;
  private final ObjectMapper json;
  private final TransactionTemplate transaction;
  private final TransactionTemplate apart;
  private final Clock clock;

  OnceOnly(
      AnsweredRequestMapper mapper,
      ObjectProvider<ProcessEngine> engine,
      ObjectMapper json,
      TransactionTemplate transaction,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.mapper = mapper;
    this.engine = engine;
    this.json = json;
    this.transaction = transaction;
    this.apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  /** What came of a request: the answer, and what people call it; null if it has no name. */
  public record Outcome<T>(T answer, String name) {}

  /**
   * Does what the current request asks for, in one transaction with the note that it is done.
   *
   * @param door what is asked for; a key holds for one door
   * @param content what was sent; the same key with other content is refused
   * @throws Refusal if the key was used for something else, or the work refuses
   */
  public <T> T inOne(String door, Object content, Class<T> type, Supplier<T> work) {
    return inOne(keyOfRequest(), door, content, type, () -> new Outcome<>(work.get(), null));
  }

  /**
   * The same under a key that came otherwise than in the header.
   *
   * @param key null for none
   */
  public <T> T inOne(
      String key, String door, Object content, Class<T> type, Supplier<Outcome<T>> work) {
    String person = person();
    if (key == null || person == null) {
      return transaction.execute(status -> work.get().answer());
    }
    AnsweredRequest asked = asked(person, key, door, content);
    return transaction.execute(
        status -> {
          if (!begins(asked)) {
            return repeated(asked, type);
          }
          Outcome<T> outcome = inside(work);
          mapper.answer(person, key, outcome.name(), written(outcome.answer()), now());
          return outcome.answer();
        });
  }

  /**
   * Does what the current request asks for, in as many transactions as the work takes; each of them
   * must be safe to do again. Who sends it again meanwhile is told to wait.
   */
  public <T> T inSteps(String door, Object content, Class<T> type, Supplier<T> work) {
    String key = keyOfRequest();
    String person = person();
    if (key == null || person == null) {
      return work.get();
    }
    AnsweredRequest asked = asked(person, key, door, content);
    T known =
        Retries.of(
            () -> apart.execute(status -> beginsInSteps(asked) ? null : repeated(asked, type)));
    if (known != null) {
      return known;
    }
    boolean done = false;
    try {
      T answer = inside(work);
      Retries.of(
          () ->
              apart.execute(
                  status -> {
                    mapper.answer(person, key, null, written(answer), now());
                    return null;
                  }));
      done = true;
      return answer;
    } finally {
      if (!done) {
        apart.executeWithoutResult(status -> mapper.forget(person, key));
      }
    }
  }

  /** Deletes the keys that nobody will send again; how many. */
  int sweep() {
    LocalDateTime before = now().minusDays(DAYS_KEPT);
    int swept = 0;
    for (int some = SWEPT_AT_ONCE; some == SWEPT_AT_ONCE; swept += some) {
      some = Retries.of(() -> apart.execute(status -> mapper.sweep(before, SWEPT_AT_ONCE)));
    }
    return swept;
  }

  /** The key of the request that is being answered; null if it has none, or is being done. */
  public static String keyOfRequest() {
    if (INSIDE.get() != null) {
      return null;
    }
    String key =
        RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
            ? request.getRequest().getHeader(HEADER)
            : null;
    if (key != null && !key.matches("[\\x21-\\x7E]{8,100}")) {
      throw new Refusal(HEADER + "应为8至100位的字母、数字或符号，每张表单或每次操作一个，请由发送方随机生成。");
    }
    return key;
  }

  private static <R> R inside(Supplier<R> work) {
    INSIDE.set(true);
    try {
      return work.get();
    } finally {
      INSIDE.remove();
    }
  }

  private boolean begins(AnsweredRequest asked) {
    try {
      return mapper.begin(asked) == 1;
    } catch (RuntimeException failure) {
      if (Collision.isOfPatience(failure)) {
        throw atWork();
      }
      throw failure;
    }
  }

  private boolean beginsInSteps(AnsweredRequest asked) {
    if (begins(asked)) {
      return true;
    }
    AnsweredRequest first = mapper.find(asked.person(), asked.requestKey());
    return first != null
        && first.answer() == null
        && first.askedAt().plus(GIVEN_UP).isBefore(now())
        && first.contentHash().equals(asked.contentHash())
        && mapper.takeOver(asked.person(), asked.requestKey(), first.askedAt(), now()) == 1;
  }

  private <T> T repeated(AnsweredRequest again, Class<T> type) {
    AnsweredRequest first = mapper.find(again.person(), again.requestKey());
    if (first == null) {
      throw Refusal.overtaken("前一次提交没有办成，请再提交一次。");
    }
    if (!first.door().equals(again.door()) || !first.contentHash().equals(again.contentHash())) {
      throw Refusal.conflict(
          "这张表单已于%s提交%s，这次的内容与上次不同，没有再次办理；确需另行提交的，请重新打开表单填写。"
              .formatted(
                  first.askedAt().format(MINUTE),
                  first.result() == null ? "" : "（编号" + first.result() + "）"));
    }
    if (first.answer() == null) {
      throw atWork();
    }
    try {
      return json.readValue(first.answer(), type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Refusal atWork() {
    return Refusal.conflict("您刚才的提交正在办理，请稍候刷新查看结果，不要重复提交。");
  }

  private AnsweredRequest asked(String person, String key, String door, Object content) {
    return new AnsweredRequest(person, key, door, hash(content), null, null, now(), null);
  }

  private String person() {
    Authentication person = engine.getObject().getIdentityService().getCurrentAuthentication();
    return person == null ? null : person.getUserId();
  }

  private String written(Object answer) {
    try {
      return json.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hash(Object content) {
    try {
      byte[] bytes =
          content instanceof byte[] file
              ? file
              : CANONICAL.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
