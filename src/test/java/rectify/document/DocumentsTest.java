package rectify.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rectify.paper.DocumentKind.INSPECTION_RECORD;
import static rectify.paper.DocumentKind.ON_SITE_MEASURES;
import static rectify.paper.DocumentKind.RECHECK_OPINION;
import static rectify.paper.DocumentKind.RECTIFICATION_ORDER;
import static rectify.paper.DocumentKind.RECTIFICATION_REPORT;
import static rectify.paper.DocumentKind.SUPERVISION_LETTER;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.IllegalTransactionStateException;
import rectify.document.DocumentsFixture.Database;
import rectify.paper.Document;
import rectify.refusal.Refusal;

class DocumentsTest {

  private static final int THREADS = 50;

  private final String place = DocumentsFixture.place();

  @ParameterizedTest
  @EnumSource
  void a_number_names_place_kind_year_and_serial(Database database) {
    DocumentsFixture on = DocumentsFixture.on(database);

    assertThat(on.issued(INSPECTION_RECORD, place).number())
        .isEqualTo("（" + place + "）应急检记〔2026〕1号");
    assertThat(on.issued(SUPERVISION_LETTER, place).number())
        .isEqualTo("（" + place + "）安办督〔2026〕1号");
    assertThat(on.issued(RECTIFICATION_ORDER, place).number())
        .isEqualTo("（" + place + "）应急责改〔2026〕2号");
  }

  @ParameterizedTest
  @EnumSource
  void what_was_issued_can_be_read_again(Database database) {
    DocumentsFixture on = DocumentsFixture.on(database);
    long inspection = Math.abs(place.hashCode());
    DocumentDraft draft =
        new DocumentDraft(
            RECTIFICATION_ORDER,
            place,
            5L,
            inspection,
            "dept350582emergency",
            "ent1",
            "demo",
            DocumentsFixture.sheet());

    Document issued = on.inTransaction(() -> on.documents.issue(draft));

    assertThat(on.documents.document(issued.id())).isEqualTo(issued);
    assertThat(issued)
        .isEqualTo(
            new Document(
                issued.id(),
                RECTIFICATION_ORDER,
                "（" + place + "）应急责改〔2026〕1号",
                place,
                2026,
                1,
                1,
                5L,
                inspection,
                null,
                "dept350582emergency",
                "ent1",
                LocalDateTime.of(2026, 7, 1, 9, 30, 15),
                "demo",
                DocumentsFixture.sheet().write(),
                issued.sha256(),
                issued.token()));
    assertThat(issued.asIssued().sheet()).isEqualTo(DocumentsFixture.sheet());
    assertThat(issued.asIssued().isIntact(issued.number(), null)).isTrue();
    assertThat(issued.asIssued().isIntact(issued.number() + " ", null)).isFalse();
    assertThat(issued.token()).hasSize(22);
    assertThat(on.documents.ofInspection(inspection)).containsExactly(issued);
    assertThat(on.documents.ofCase(5)).contains(issued);
    assertThat(
            on.jdbc.queryForObject(
                "select number from document where id = ?", String.class, issued.id()))
        .isEqualTo(issued.number());
  }

  @ParameterizedTest
  @EnumSource
  void the_documents_of_a_visit_share_its_serial(Database database) {
    DocumentsFixture on = DocumentsFixture.on(database);
    on.issued(INSPECTION_RECORD, place);
    Document visit = on.issued(INSPECTION_RECORD, place);

    Document measures = on.answered(visit, ON_SITE_MEASURES);
    Document order = on.answered(measures, RECTIFICATION_ORDER);
    Document opinion = on.answered(order, RECHECK_OPINION);

    assertThat(List.of(visit, measures, order, opinion))
        .extracting(Document::number)
        .containsExactly(
            "（" + place + "）应急检记〔2026〕2号",
            "（" + place + "）应急现决〔2026〕2号",
            "（" + place + "）应急责改〔2026〕2号",
            "（" + place + "）应急复查〔2026〕2号");
    assertThat(opinion.parentId()).isEqualTo(order.id());
    assertThat(on.issued(INSPECTION_RECORD, place).serial()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void an_opinion_of_the_next_year_keeps_the_year_of_its_order(Database database) {
    DocumentsFixture on = DocumentsFixture.on(database);
    Document order = on.issued(RECTIFICATION_ORDER, place);
    on.is(LocalDateTime.of(2027, 1, 4, 10, 0));

    Document opinion = on.answered(order, RECHECK_OPINION);

    assertThat(opinion.number()).isEqualTo("（" + place + "）应急复查〔2026〕1号");
    assertThat(opinion.issuedAt()).isEqualTo(LocalDateTime.of(2027, 1, 4, 10, 0));
    assertThat(on.issued(RECTIFICATION_ORDER, place).number())
        .isEqualTo("（" + place + "）应急责改〔2027〕1号");
  }

  @ParameterizedTest
  @EnumSource
  void a_further_opinion_or_order_under_a_serial_is_told_by_a_suffix(Database database) {
    DocumentsFixture on = DocumentsFixture.on(database);
    Document order = on.issued(RECTIFICATION_ORDER, place);
    Document failed = on.answered(order, RECHECK_OPINION);

    Document again = on.answered(failed, RECTIFICATION_ORDER);
    Document passed = on.answered(again, RECHECK_OPINION);

    assertThat(again.number()).isEqualTo("（" + place + "）应急责改〔2026〕1-2号");
    assertThat(passed.number()).isEqualTo("（" + place + "）应急复查〔2026〕1-2号");
    assertThat(passed.parentId()).isEqualTo(again.id());
  }

  @ParameterizedTest
  @EnumSource
  void an_authority_of_another_place_answers_under_its_own_serial(Database database) {
    DocumentsFixture on = DocumentsFixture.on(database);
    String city = DocumentsFixture.place();
    Document order = on.issued(RECTIFICATION_ORDER, place);
    on.issued(RECTIFICATION_ORDER, city);

    Document opinion =
        on.inTransaction(
            () ->
                on.documents.issueInChain(
                    order.id(), DocumentsFixture.draft(RECHECK_OPINION, city)));

    assertThat(opinion.number()).isEqualTo("（" + city + "）应急复查〔2026〕2号");
    assertThat(opinion.parentId()).isEqualTo(order.id());
  }

  @ParameterizedTest
  @EnumSource
  void a_letter_never_takes_the_serial_of_an_order(Database database) {
    DocumentsFixture on = DocumentsFixture.on(database);
    Document order = on.issued(RECTIFICATION_ORDER, place);

    assertThatThrownBy(() -> on.answered(order, SUPERVISION_LETTER))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource
  void what_an_enterprise_wrote_is_numbered_by_its_case_and_stands_once_in_it(Database database) {
    DocumentsFixture on = DocumentsFixture.on(database);
    int caseId = Math.abs(place.hashCode() + database.ordinal());
    DocumentDraft report =
        new DocumentDraft(
            RECTIFICATION_REPORT,
            place,
            (long) caseId,
            null,
            "town350582103",
            "ent1",
            "demo",
            DocumentsFixture.sheet());

    Document issued =
        on.inTransaction(() -> on.documents.issueOfCase("YH350582-2026-0000123", report));

    assertThat(issued.number()).isEqualTo("YH350582-2026-0000123报告");
    assertThat(on.issued(SUPERVISION_LETTER, place).serial()).isEqualTo(1);
    assertThatThrownBy(
            () -> on.inTransaction(() -> on.documents.issueOfCase("YH350582-2026-0000123", report)))
        .isInstanceOf(DuplicateKeyException.class);
    assertThatThrownBy(() -> on.inTransaction(() -> on.documents.issue(report)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource
  void a_parent_that_is_not_there_is_refused(Database database) {
    DocumentsFixture on = DocumentsFixture.on(database);

    assertThatThrownBy(
            () ->
                on.inTransaction(
                    () ->
                        on.documents.issueInChain(
                            -1, DocumentsFixture.draft(RECHECK_OPINION, place))))
        .isInstanceOf(Refusal.class);
  }

  @ParameterizedTest
  @EnumSource
  void no_number_is_given_outside_a_transaction(Database database) {
    DocumentsFixture on = DocumentsFixture.on(database);

    assertThatThrownBy(() -> on.documents.issue(DocumentsFixture.draft(RECTIFICATION_ORDER, place)))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @ParameterizedTest
  @EnumSource
  void a_rollback_takes_the_number_back(Database database) {
    DocumentsFixture on = DocumentsFixture.on(database);
    on.inTransactionRolledBack(
        () -> on.documents.issue(DocumentsFixture.draft(RECTIFICATION_ORDER, place)));
    assertThat(on.issued(RECTIFICATION_ORDER, place).serial()).isEqualTo(1);

    on.inTransactionRolledBack(
        () -> on.documents.issue(DocumentsFixture.draft(RECTIFICATION_ORDER, place)));

    assertThat(on.issued(RECTIFICATION_ORDER, place).serial()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void fifty_at_once_begin_a_year_with_an_unbroken_series_although_some_roll_back(Database database)
      throws Exception {
    DocumentsFixture on = DocumentsFixture.on(database);

    atOnce(
        i -> {
          DocumentDraft draft = DocumentsFixture.draft(RECTIFICATION_ORDER, place);
          if (i % 5 == 0) {
            on.inTransactionRolledBack(() -> on.documents.issue(draft));
          } else {
            on.inTransaction(() -> on.documents.issue(draft));
          }
        });

    assertThat(
            on.jdbc.queryForList(
                "select serial from document where place = ? order by serial",
                Integer.class,
                place))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, THREADS - THREADS / 5).boxed().toList());
    List<Document> issued =
        on.jdbc.queryForList("select id from document where place = ?", Long.class, place).stream()
            .map(on.documents::document)
            .toList();
    assertThat(issued)
        .allMatch(document -> document.asIssued().isIntact(document.number(), null))
        .allMatch(document -> document.asIssued().sheet().equals(DocumentsFixture.sheet()));
    assertThat(issued).extracting(Document::token).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void fifty_opinions_at_once_on_one_order_are_told_apart(Database database) throws Exception {
    DocumentsFixture on = DocumentsFixture.on(database);
    Document order = on.issued(RECTIFICATION_ORDER, place);

    atOnce(i -> on.answered(order, RECHECK_OPINION));

    assertThat(
            on.jdbc.queryForList(
                "select part from document where place = ? and kind = 'RECHECK_OPINION'"
                    + " order by part",
                Integer.class,
                place))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, THREADS).boxed().toList());
  }

  private interface Work {
    void run(int index);
  }

  private static void atOnce(Work work) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Void>> results = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int index = i;
        Callable<Void> task =
            () -> {
              start.await();
              work.run(index);
              return null;
            };
        results.add(threads.submit(task));
      }
      start.countDown();
      for (Future<Void> result : results) {
        result.get();
      }
    } finally {
      threads.shutdown();
    }
  }
}
