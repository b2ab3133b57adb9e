package rectify.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.chain.Broken;
import rectify.chain.Chains;
import rectify.chain.Forgery;
import rectify.chain.Leaf;
import rectify.identity.DemoApplication;
import rectify.seal.FirstSealing;
import rectify.seal.Keys;
import rectify.seal.KeysTest;
import rectify.seal.Sealing;
import rectify.task.TaskFacts;
import rectify.typed.SpokenDates;

@DemoApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class EventAuditTest {

  private static final String DEMO = Sealing.DEMO;

  @Autowired private ApplicationContext product;
  @Autowired private EventAudit audit;
  @Autowired private Chains chains;
  @Autowired private LedgerMapper mapper;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private TransactionTemplate transaction;
  @Autowired private Clock clock;
  @LocalServerPort private int port;
  private AnchoredCase anchored;

  @BeforeAll
  void report_a_case() {
    anchored = new AnchoredCase(product, port);
    anchored.everybodyFindsItIntact();
  }

  static Stream<Forgery> forgeries() {
    return Stream.concat(Forgery.all().stream(), Stream.of(Forgery.withTheKey()));
  }

  @ParameterizedTest
  @MethodSource("forgeries")
  void whoever_has_the_database_is_found_out(Forgery forgery) {
    anchored.suffers(forgery);
  }

  @Test
  void a_case_that_is_gone_with_all_its_events_is_missed() {
    Forgery.Before before = new Forgery.Before(jdbc, anchored.id);
    try {
      change("delete from hazard_event where hazard_id = ?", anchored.id);
      change("delete from hazard where id = ?", anchored.id);

      audit.everything();

      assertThat(anchored.open())
          .extracting(one -> one.get("VERDICT").toString())
          .containsExactly("ANCHOR_MISMATCH");
    } finally {
      anchored.back(before);
    }
    anchored.everybodyFindsItIntact();
  }

  @Test
  void an_anchor_that_is_edited_or_loses_a_case_is_found_out() {
    String subject = "anchor/" + mapper.newestAnchor().id();
    Leaf leaf = mapper.leavesOf(List.of(anchored.id)).get(0);

    change("update ledger_anchor set all_events = all_events + 1");
    audit.night();
    assertThat(openOf(subject)).containsExactly("锚定的内容与其封印不符");
    change("update ledger_anchor set all_events = all_events - 1");

    change("delete from anchor_leaf where hazard_id = ?", anchored.id);
    audit.night();
    assertThat(openOf(subject)).contains("锚定时的案件清单被改动");
    mapper.insertLeaves(leaf.anchorId(), List.of(leaf.asHead()));

    audit.night();
    assertThat(openOf(subject)).isEmpty();
  }

  @Test
  void the_administrator_and_the_offices_are_told_once(CapturedOutput log) {
    Forgery.Before before = new Forgery.Before(jdbc, anchored.id);
    try {
      change("update hazard set location = '别处' where id = ?", anchored.id);
      int known = told().size();

      audit.night();
      audit.night();

      assertThat(told().subList(known, told().size()))
          .containsExactlyInAnyOrder("camunda-admin", "office350500", "office350582");
      audit.atStart();
      assertThat(log).contains("案件存证有1处异常", anchored.number);
      assertThat(anchored.as("jjoffice").get("/api/ledger/findings").body())
          .contains(anchored.number);
      assertThat(anchored.as("naoffice").get("/api/ledger/findings").body())
          .doesNotContain(anchored.number);
    } finally {
      anchored.back(before);
    }
    anchored.everybodyFindsItIntact();
  }

  @Test
  void work_goes_on_while_a_chain_is_broken() {
    Forgery.Before before = new Forgery.Before(jdbc, anchored.id);
    try {
      change("update hazard_event set detail = 'x' where hazard_id = ?", anchored.id);
      audit.atStart();

      assertThat(anchored.report()).startsWith("YH350582");
    } finally {
      anchored.back(before);
    }
    anchored.everybodyFindsItIntact();
  }

  @Test
  void a_chain_from_before_there_were_keys_is_sealed_once_and_grows_with_keys() {
    AnchoredCase old = anchored;
    Forgery.Before before = new Forgery.Before(jdbc, old.id);
    change("delete from anchor_leaf where hazard_id = ?", old.id);
    try {
      anew(old.id);
      assertThat(found(old.id)).as("anybody could have written it").isPresent();

      change("delete from ledger_key");
      ring(DEMO).afterSingletonsInstantiated();

      assertThat(found(old.id)).isEmpty();
      assertThat(OfflineVerifier.verify(old.proof()).text()).contains("核验通过");
      assertThat(change("update sealed_chain set events = events where hazard_id = ?", old.id))
          .isOne();
      anew(old.id);
      change("update hazard_event set detail = '又一件事' where hazard_id = ?", old.id);
      anew(old.id);
      ring(DEMO).afterSingletonsInstantiated();
      assertThat(found(old.id)).as("nothing is sealed a second time").isPresent();
    } finally {
      change("delete from sealed_chain");
      anchored.back(before);
      mapper.insertLeaves(mapper.newestAnchor().id(), chains.heads(List.of(old.id)));
    }
    anchored.everybodyFindsItIntact();
  }

  @Test
  void the_start_fails_with_another_key_under_a_known_id_or_without_a_known_key() {
    assertThatThrownBy(
            () -> ring(KeysTest.ONE.replace("a=", "demo=")).afterSingletonsInstantiated())
        .isInstanceOf(Keys.KeysUnusable.class)
        .hasMessageContaining("与写下记录时的不同");
    assertThatThrownBy(() -> ring(KeysTest.ONE).afterSingletonsInstantiated())
        .isInstanceOf(Keys.KeysUnusable.class)
        .hasMessageContaining("缺少案件存证密钥“demo”");
    assertThatCode(() -> ring(KeysTest.ONE + "," + DEMO).afterSingletonsInstantiated())
        .doesNotThrowAnyException();
    change("delete from ledger_key where id = 'a'");
  }

  @Test
  void an_anchor_is_drawn_once_a_day_and_the_screen_says_what_could_stay_unseen() {
    Anchors anchors = product.getBean(Anchors.class);
    assertThat(anchored.as("cityoffice").get("/api/ledger").body()).contains("还没有锚定送出系统之外");
    Checks checks = product.getBean(Checks.class);
    assertThat(checks.sentence(anchored.id)).endsWith("；还没有锚定离开系统");
    Anchor today = anchors.ofToday();
    assertThat(anchors.ofToday()).isEqualTo(today);

    String door = "/api/ledger/anchors/" + today.day();
    assertThat(anchored.as("cityoffice").get(door + "/page.pdf").body()).startsWith("%PDF");
    assertThat(anchored.as("jjenterprise").get(door + "/page.pdf").statusCode()).isEqualTo(403);
    assertThat(
            anchored
                .as("cityoffice")
                .send("POST", door + "/kept", "{\"where\": \"市档案馆\"}")
                .statusCode())
        .isEqualTo(204);

    assertThat(anchored.as("cityoffice").get("/api/ledger").body())
        .contains("\"unseenHours\":0", "最近一次送出的锚定");
    String since =
        SpokenDates.in(
            "最近离开系统的锚定是" + today.drawnAt().toString().replace('T', ' ').substring(0, 16) + "的");
    assertThat(product.getBean(TaskFacts.class).of(anchored.id)).contains("存证核对", since);
    assertThat(anchored.as("jjoffice").get("/api/hazards/export.csv").body())
        .contains("存证核对结果（" + since + "）");
    assertThat(anchored.as("admin").get("/api/ledger/anchors").body())
        .contains("市档案馆", today.seal());
    change("delete from anchor_departure");
    change("delete from anchor_leaf where anchor_id = ?", today.id());
    change("delete from ledger_anchor where id = ?", today.id());
  }

  /** As it was written before there was a key. */
  private void anew(long id) {
    transaction.executeWithoutResult(status -> Forgery.anew(jdbc, id, "SHA-256", null, null));
  }

  /** What is changed without a transaction is rolled back. */
  private int change(String sql, Object... values) {
    return transaction.execute(status -> jdbc.update(sql, values));
  }

  private KeyRing ring(String keys) {
    Keys ours = Sealing.keys(keys);
    return new KeyRing(
        ours,
        Sealing.seals(ours),
        chains,
        product.getBean(FirstSealing.class),
        mapper,
        jdbc,
        transaction,
        clock);
  }

  private Optional<Broken> found(long id) {
    return audit.now(chains.chains(List.of(id)).get(0));
  }

  private List<String> openOf(String subject) {
    return jdbc.queryForList(
        "select detail from chain_finding where subject = ? and gone_at is null",
        String.class,
        subject);
  }

  private List<String> told() {
    return jdbc.queryForList(
        "select recipient from notice where kind = 'LEDGER' order by id", String.class);
  }
}
