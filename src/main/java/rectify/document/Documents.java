package rectify.document;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import rectify.paper.Document;
import rectify.paper.DocumentKind.Family;
import rectify.paper.Edition;
import rectify.refusal.Refusal;
import rectify.seal.PaperSeals;

/**
 * Issues documents: gives them their numbers and freezes what they say. A series has no gap and no
 * double: its row stays locked until the caller's transaction ends, and a rollback takes the number
 * back.
 */
@Service
public class Documents {

  private final DocumentMapper mapper;
  private final PaperSeals seals;
  private final Clock clock;

  Documents(DocumentMapper mapper, PaperSeals seals, Clock clock) {
    this.mapper = mapper;
    this.seals = seals;
    this.clock = clock;
  }

  /** Issues the first document of a visit or a letter, under the next serial of its series. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Document issue(DocumentDraft draft) {
    return issueUnderNextSerial(draft, null);
  }

  /**
   * Issues what an enterprise wrote and an authority accepted, numbered by its case; there is one
   * of its kind in a case, so that no series waits for it.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Document issueOfCase(String caseNumber, DocumentDraft draft) {
    if (draft.kind().family() != Family.CASE) {
      throw new IllegalArgumentException(draft.kind() + " is numbered in a series");
    }
    return write(
        draft,
        caseNumber + draft.kind().word(),
        LocalDateTime.now(clock).getYear(),
        Math.toIntExact(draft.caseId()),
        1,
        null);
  }

  /**
   * Issues a document that follows from another of the same visit: inspection record, on-site
   * measures, order and recheck opinion share year and serial, whichever of them is the parent and
   * whatever year it is by now. The second of its kind under a serial is numbered {@code 12-2}, the
   * third {@code 12-3}. An authority of another place cannot use the series: it takes the next
   * serial of its own.
   *
   * @throws IllegalArgumentException when the two kinds never share a serial
   * @throws Refusal when there is no such parent
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Document issueInChain(long parentDocumentId, DocumentDraft draft) {
    Document parent = document(parentDocumentId);
    if (parent.kind().family() != draft.kind().family()) {
      throw new IllegalArgumentException(draft.kind() + " does not follow from " + parent.kind());
    }
    if (!parent.place().equals(draft.place())) {
      return issueUnderNextSerial(draft, parentDocumentId);
    }
    int year = parent.seriesYear();
    mapper.lockSeries(draft.place(), draft.kind().family(), year);
    int part = mapper.lastPart(draft.kind(), draft.place(), year, parent.serial()) + 1;
    return write(
        draft,
        number(draft, year, parent.serial(), part),
        year,
        parent.serial(),
        part,
        parentDocumentId);
  }

  /**
   * @throws Refusal when there is none
   */
  @Transactional(readOnly = true)
  public Document document(long id) {
    Document document = mapper.find(id);
    if (document == null) {
      throw Refusal.notFound("找不到这份文书，请刷新后重试。");
    }
    return document;
  }

  /** The documents of a visit in the order of issue. */
  @Transactional(readOnly = true)
  public List<Document> ofInspection(long inspectionId) {
    return mapper.findByInspection(inspectionId);
  }

  /** The documents of one case alone, in the order of issue. */
  @Transactional(readOnly = true)
  public List<Document> ofCase(long caseId) {
    return mapper.findByCase(caseId);
  }

  private Document issueUnderNextSerial(DocumentDraft draft, Long parentId) {
    if (draft.kind().family() == Family.CASE) {
      throw new IllegalArgumentException(draft.kind() + " is numbered by its case");
    }
    int year = LocalDateTime.now(clock).getYear();
    int serial = nextSerial(draft.place(), draft.kind().family(), year);
    return write(draft, number(draft, year, serial, 1), year, serial, 1, parentId);
  }

  private int nextSerial(String place, Family family, int year) {
    if (mapper.advance(place, family, year) == 0) {
      mapper.lockBeginnings();
      if (mapper.advance(place, family, year) == 0) {
        mapper.begin(place, family, year);
      }
    }
    return mapper.last(place, family, year);
  }

  private Document write(
      DocumentDraft draft, String number, int year, int serial, int part, Long parentId) {
    LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    String content = draft.sheet().write();
    NewDocument row =
        new NewDocument(
            new Document(
                0,
                draft.kind(),
                number,
                draft.place(),
                year,
                serial,
                part,
                draft.caseId(),
                draft.inspectionId(),
                parentId,
                draft.issuerGroup(),
                draft.partyGroup(),
                now,
                draft.issuedBy(),
                content,
                Edition.hash(null, number, 1, now, content, null),
                Tokens.next()));
    mapper.insert(row);
    Document issued = row.inserted();
    seals.seal(DocumentPapers.paper(issued, List.of()));
    return issued;
  }

  private static String number(DocumentDraft draft, int year, int serial, int part) {
    String printed = part == 1 ? String.valueOf(serial) : serial + "-" + part;
    return "（%s）%s〔%d〕%s号".formatted(draft.place(), draft.word(), year, printed);
  }
}
