package rectify.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.document.DocumentDraft;
import rectify.document.Documents;
import rectify.identity.DemoApplication;
import rectify.identity.Visitor;
import rectify.paper.Document;
import rectify.paper.DocumentKind;
import rectify.paper.Forged;
import rectify.paper.Sheet;
import rectify.seal.FirstSealing;
import rectify.seal.KeysTest;
import rectify.seal.Paper;
import rectify.seal.PaperSeals;
import rectify.seal.Papers;
import rectify.seal.Sealing;
import rectify.statistics.SignedStatistic;
import rectify.statistics.Statistics;

/** Whoever changes a document or a signed table in the database is found out, without a key. */
@DemoApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaperAuditTest {

  private static final List<String> TABLES = List.of("document", "statistic", "paper_seal");

  @Autowired private ApplicationContext product;
  @Autowired private EventAudit audit;
  @Autowired private PaperAudit papers;
  @Autowired private FirstSealing firstSealing;
  @Autowired private List<Papers> rooms;
  @Autowired private Documents documents;
  @Autowired private Statistics statistics;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private TransactionTemplate transaction;
  @LocalServerPort private int port;
  private Document letter;
  private Document other;
  private long table;

  @BeforeAll
  void issue_and_sign() {
    letter = issued("经查，你单位二号车间箱门缺失。");
    other = issued("经查，你单位消防通道堵塞。");
    table = SignedStatistic.of(statistics, transaction, YearMonth.of(2019, 3), "350582");
  }

  private Document issued(String text) {
    return transaction.execute(
        status ->
            documents.issue(
                new DocumentDraft(
                    DocumentKind.SUPERVISION_LETTER,
                    "试",
                    null,
                    null,
                    "office350582",
                    "ent1",
                    "demo",
                    Sheet.by("晋江市安全生产委员会办公室", "演示鞋业有限公司").text(text).copies("一式二份。"))));
  }

  /** What is done to it; it is put back afterwards. */
  private record Deed(String name, Runnable runnable) {
    @Override
    public String toString() {
      return name;
    }
  }

  Stream<Deed> deeds_to_a_document() {
    return Stream.of(
        new Deed(
            "changed text with its hash", () -> forge("content = replace(content, '二号', '三号')")),
        new Deed("changed number with its hash", () -> forge("number = '（试）安办督〔2026〕999号'")),
        new Deed("changed date with its hash", () -> forge("issued_at = '2020-01-01 09:00:00'")),
        new Deed("changed kind", () -> forge("kind = 'INSPECTION_RECORD'")),
        new Deed("changed recipient", () -> forge("party_group = 'ent2'")),
        new Deed("changed issuer's person", () -> forge("issued_by = 'jjoffice'")),
        new Deed(
            "content swapped with another's, with both hashes",
            () -> {
              Forged.document(jdbc, letter.id(), "content = ?", other.content());
              Forged.document(jdbc, other.id(), "content = ?", letter.content());
            }),
        new Deed(
            "another's seal",
            () ->
                jdbc.update(
                    "update paper_seal set seal = (select seal from (select * from paper_seal) s"
                        + " where room = 'document' and paper_id = ?)"
                        + " where room = 'document' and paper_id = ?",
                    other.id(),
                    letter.id())),
        new Deed("its seal deleted", () -> unseal("document", letter.id())),
        new Deed(
            "said to be of a key nobody knows",
            () ->
                jdbc.update(
                    "update paper_seal set key_id = 'x' where room = 'document' and paper_id = ?",
                    letter.id())));
  }

  @ParameterizedTest
  @MethodSource("deeds_to_a_document")
  void a_forged_document_is_believed_at_no_door(Deed deed) {
    Map<String, List<Map<String, Object>>> before = all();
    String page = "/verify/" + letter.token();
    String door = "/api/documents/" + letter.id();
    assertThat(new Visitor(port).get(page).body()).contains("本文书真实有效");
    assertThat(as("jjoffice").get(door).statusCode()).isEqualTo(200);
    try {
      transaction.executeWithoutResult(status -> deed.runnable().run());

      assertThat(new Visitor(port).get(page))
          .satisfies(
              answer -> {
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(answer.body()).contains("暂不能确认真伪").doesNotContain("真实有效", "演示鞋业");
              });
      assertThat(as("jjoffice").get(door).statusCode()).isEqualTo(409);
      assertThat(as("jjoffice").get(door + "/pdf").statusCode()).isEqualTo(409);
      audit.everything();
      assertThat(found("document/" + letter.id())).containsExactly("PAPER_ALTERED");
      assertThat(as("jjoffice").get("/api/ledger/findings").statusCode()).isEqualTo(200);
      assertThat(as("cityoffice").get("/api/ledger/findings").body()).contains("内容与封印不符");
    } finally {
      back(before);
    }
    audit.everything();
    assertThat(found("document/" + letter.id())).isEmpty();
    assertThat(new Visitor(port).get(page).body()).contains("本文书真实有效");
  }

  Stream<Deed> deeds_to_a_table() {
    return Stream.of(
        new Deed(
            "changed figures with their hash",
            () -> forgeTable("content = replace(content, '合计', '总计')")),
        new Deed("changed signatory with the hash", () -> forgeTable("signatory = '他人'")),
        new Deed("changed number with its hash", () -> forgeTable("period = '2019-02'")),
        new Deed("its seal deleted", () -> unseal("statistic", table)));
  }

  @ParameterizedTest
  @MethodSource("deeds_to_a_table")
  void a_forged_table_opens_at_no_door(Deed deed) {
    assertThat(foundAfter(deed)).containsExactly("PAPER_ALTERED");
  }

  @Test
  void a_signed_table_made_a_draft_again_opens_at_no_door_and_is_not_signed_again() {
    assertThat(
            foundAfter(
                new Deed(
                    "a draft",
                    () -> jdbc.update("update statistic set state = 'DRAFT' where id = ?", table))))
        .containsExactly("PAPER_GONE");
  }

  private List<String> foundAfter(Deed deed) {
    Map<String, List<Map<String, Object>>> before = all();
    String door = "/api/statistics/" + table;
    assertThat(as("jjoffice").get(door).statusCode()).isEqualTo(200);
    try {
      transaction.executeWithoutResult(status -> deed.runnable().run());

      for (String path : List.of("", "/export.pdf", "/export.xlsx")) {
        assertThat(as("jjoffice").get(door + path).statusCode()).as(path).isEqualTo(409);
      }
      audit.everything();
      return found("statistic/" + table);
    } finally {
      back(before);
      audit.everything();
      assertThat(found("statistic/" + table)).isEmpty();
    }
  }

  @Test
  void a_document_that_is_gone_is_missed() {
    Map<String, List<Map<String, Object>>> before = all();
    Document newest = issued("经查，你单位未建立台账。");
    try {
      change("delete from document where id = ?", newest.id());

      audit.everything();

      assertThat(found("document/" + newest.id())).containsExactly("PAPER_GONE");
    } finally {
      back(before);
      change(
          "update chain_finding set gone_at = found_at where subject = ?",
          "document/" + newest.id());
    }
  }

  @Test
  void a_new_key_seals_and_the_old_one_still_verifies() {
    PaperSeals rotated = Sealing.papers(product, KeysTest.ONE + "," + Sealing.DEMO);
    Paper paper = paper(letter.id());
    assertThat(rotated.holds(paper)).isTrue();
    assertThat(Sealing.papers(product, KeysTest.ONE).holds(paper))
        .as("the old key is gone")
        .isFalse();

    transaction.executeWithoutResult(
        status -> {
          rotated.sealAnew(paper);
          assertThat(rotated.holds(paper)).isTrue();
          assertThat(Sealing.papers(product, Sealing.DEMO).holds(paper)).isFalse();
          status.setRollbackOnly();
        });
    assertThat(Sealing.papers(product, Sealing.DEMO).holds(paper)).isTrue();
  }

  @Test
  void what_there_was_before_is_sealed_once_by_one_of_two_nodes() {
    Map<String, List<Map<String, Object>>> before = all();
    try {
      change("delete from paper_seal");
      change("delete from sealed_room");
      assertThat(forged()).as("nobody believes what has no seal").isNotEmpty();

      CompletableFuture.allOf(
              CompletableFuture.runAsync(firstSealing::sealWhatWasThere),
              CompletableFuture.runAsync(firstSealing::sealWhatWasThere))
          .join();

      assertThat(forged()).isEmpty();
      unsealed("document", letter.id());
      firstSealing.sealWhatWasThere();
      assertThat(forged()).as("nothing is sealed a second time").containsExactly(letter.id());
      change("delete from sealed_room");
      firstSealing.sealWhatWasThere();
      assertThat(forged()).as("not even when it is forgotten").containsExactly(letter.id());
    } finally {
      back(before);
    }
    assertThat(forged()).isEmpty();
  }

  @Test
  void every_night_looks_at_the_next_ones_and_begins_anew_at_the_end() {
    papers.all();
    int kinds = jdbc.queryForObject("select count(distinct room) from paper_seal", Integer.class);
    assertThat(kinds).as("documents and tables, nobody has signed a check here").isEqualTo(2);
    assertThat(papers.next(1)).as("one of each kind").isEqualTo(kinds);
    long all = jdbc.queryForObject("select count(*) from paper_seal", Long.class);
    assertThat(papers.next(1_000_000)).as("the rest").isEqualTo((int) all - kinds);
    assertThat(papers.next(1_000_000)).as("all over again").isEqualTo((int) all);
  }

  private void forge(String set) {
    Forged.document(jdbc, letter.id(), set);
  }

  private void forgeTable(String set) {
    SignedStatistic.forge(statistics, jdbc, table, set);
  }

  private void unseal(String room, long id) {
    jdbc.update("delete from paper_seal where room = ? and paper_id = ?", room, id);
  }

  private void unsealed(String room, long id) {
    transaction.executeWithoutResult(status -> unseal(room, id));
  }

  private Paper paper(long id) {
    return room("document").after(id - 1, 1).get(0);
  }

  private Papers room(String name) {
    return rooms.stream().filter(room -> room.room().equals(name)).findFirst().orElseThrow();
  }

  private List<Long> forged() {
    PaperSeals seals = product.getBean(PaperSeals.class);
    return rooms.stream()
        .flatMap(room -> seals.forged(room.after(0, 10_000)).stream())
        .map(Paper::id)
        .toList();
  }

  private List<String> found(String subject) {
    return jdbc.queryForList(
        "select verdict from chain_finding where subject = ? and gone_at is null",
        String.class,
        subject);
  }

  private Map<String, List<Map<String, Object>>> all() {
    return TABLES.stream()
        .collect(
            java.util.stream.Collectors.toMap(
                table -> table, table -> jdbc.queryForList("select * from " + table)));
  }

  /** The rows as they were, in what is not added in between. */
  private void back(Map<String, List<Map<String, Object>>> before) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.update("delete from paper_seal");
          before.forEach((table, rows) -> rows.forEach(row -> put(table, row)));
        });
  }

  private void put(String table, Map<String, Object> row) {
    List<String> columns = List.copyOf(row.keySet());
    Object[] values = columns.stream().map(row::get).toArray();
    if (table.equals("paper_seal")) {
      jdbc.update(
          "insert into paper_seal (" + String.join(", ", columns) + ") values (?, ?, ?, ?, ?)",
          values);
    } else {
      jdbc.update(
          "update %s set %s where id = %s"
              .formatted(table, String.join(" = ?, ", columns) + " = ?", row.get("id")),
          values);
    }
  }

  private void change(String sql, Object... values) {
    transaction.executeWithoutResult(status -> jdbc.update(sql, values));
  }

  private Visitor as(String person) {
    return new Visitor(port).as(person);
  }
}
