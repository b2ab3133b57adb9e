package rectify.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.chain.Chains;
import rectify.chain.Forgery;
import rectify.identity.Visitor;

/** A case of 晋江 that was reported through its door and anchored, for forgers and auditors. */
final class AnchoredCase {

  final long id;
  final String number;
  final JdbcTemplate jdbc;
  private final int port;
  private final TransactionTemplate transaction;
  private final EventAudit audit;
  private final Chains chains;
  private final ProofFiles proofs;
  private final ObjectMapper json;

  AnchoredCase(ApplicationContext product, int port) {
    this.port = port;
    jdbc = product.getBean(JdbcTemplate.class);
    transaction = product.getBean(TransactionTemplate.class);
    audit = product.getBean(EventAudit.class);
    chains = product.getBean(Chains.class);
    proofs = product.getBean(ProofFiles.class);
    json = product.getBean(ObjectMapper.class);
    number = report();
    id = Long.parseLong(number.substring(14));
    // one anchor a day: a day no other test is on
    ClockUtil.setCurrentTime(Timestamp.valueOf("2031-05-05 09:00:00"));
    try {
      product.getBean(Anchors.class).ofToday();
    } finally {
      ClockUtil.reset();
    }
    assertThat(jdbc.queryForList("select events from anchor_leaf where hazard_id = ?", id))
        .hasSize(1);
  }

  String report() {
    String credit =
        jdbc.queryForObject(
            "select credit_code from enterprise where concat('ent', id) ="
                + " (select group_id_ from ACT_ID_MEMBERSHIP where user_id_ = 'jjenterprise'"
                + " and group_id_ <> 'enterprise')",
            String.class);
    HttpResponse<String> answer =
        as("jjenterprise")
            .send(
                "POST",
                "/api/hazards",
                """
                {"creditCode": "%s", "location": "二号车间𠮷", "description": "灭火器“失压”\\\\",
                 "level": "general", "rectifiedOnSpot": false}
                """
                    .formatted(credit));
    Matcher found = Pattern.compile("YH\\d{6}-\\d{4}-\\d+").matcher(answer.body());
    assertThat(found.find()).as(answer.body()).isTrue();
    return found.group();
  }

  Visitor as(String person) {
    return new Visitor(port).as(person);
  }

  void everybodyFindsItIntact() {
    audit.everything();
    assertThat(open()).isEmpty();
    assertThat(as("jjenterprise").get("/api/hazards/" + number).body())
        .contains("未被改动")
        .doesNotContain("异常");
    assertThat(OfflineVerifier.verify(proof()))
        .satisfies(
            said -> {
              assertThat(said.text()).contains("核验通过", "全部封印已用密钥核验", "锚定2031-05-05");
              assertThat(said.code()).isZero();
            });
  }

  /** Lets it happen, sees what everybody says, and puts the case back. */
  void suffers(Forgery forgery) {
    Forgery.Before before = new Forgery.Before(jdbc, id);
    int events = before.count();
    String words = forgery.verdict().chinese(forgery.seq(events));
    try {
      transaction.executeWithoutResult(status -> forgery.deed().to(jdbc, id, events));

      audit.everything();

      assertThat(open())
          .extracting(one -> one.get("VERDICT") + " " + one.get("SEQ"))
          .containsExactly(forgery.verdict() + " " + forgery.seq(events));
      assertThat(as("jjenterprise").get("/api/hazards/" + number).body()).contains("异常", words);
      OfflineVerifier.Answer said = OfflineVerifier.verify(proof());
      assertThat(said.text()).contains(words);
      assertThat(said.code()).isOne();
    } finally {
      back(before);
    }
    everybodyFindsItIntact();
  }

  void back(Forgery.Before before) {
    transaction.executeWithoutResult(status -> before.back());
  }

  List<Map<String, Object>> open() {
    return jdbc.queryForList(
        "select verdict as VERDICT, seq as SEQ from chain_finding where subject = ? and gone_at is"
            + " null",
        "case/" + id);
  }

  /** As it is handed out. */
  String proof() {
    try {
      return json.writeValueAsString(proofs.of(chains.chains(List.of(id)).get(0)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
