package rectify.document;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rectify.identity.Actor;
import rectify.identity.People;
import rectify.paper.Document;
import rectify.paper.Edition;
import rectify.paper.Sheet;
import rectify.refusal.Refusal;
import rectify.seal.PaperSeals;

/**
 * What was issued, as the current person may read it: the documents of a case go to whoever may see
 * the case, to those who issued them and to the enterprise they are about. Whoever wrote one, and
 * nobody else, may correct a {@link Slip} of the pen in it; every version stays.
 */
@Service
class Archive {

  private static final int RECENT = 50;
  private static final int READINGS = 3;
  private static final int MOST = 1000;
  private static final int MOST_REASON = 500;

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

  private final DocumentMapper mapper;
  private final DocumentCase cases;
  private final People people;
  private final PaperSeals seals;
  private final Clock clock;

  Archive(DocumentMapper mapper, DocumentCase cases, People people, PaperSeals seals, Clock clock) {
    this.mapper = mapper;
    this.cases = cases;
    this.people = people;
    this.seals = seals;
    this.clock = clock;
  }

  /**
   * A document with all its editions, oldest first.
   *
   * @param own whether the current person is of the unit that wrote it
   */
  record File(Document document, List<Edition> editions, boolean own) {

    /** Whether there is something in it that the current person may correct. */
    boolean correctable() {
      return own
          && newest().sheet().blocks().stream()
              .anyMatch(block -> Slip.in(document.kind(), block).isPresent());
    }

    Edition newest() {
      return editions.get(editions.size() - 1);
    }

    List<Edition> corrections() {
      return editions.subList(1, editions.size());
    }

    Edition edition(Integer version) {
      if (version == null) {
        return newest();
      }
      if (version < 1 || version > editions.size()) {
        throw Refusal.notFound("这份文书没有第" + version + "版，请刷新后重试。");
      }
      return editions.get(version - 1);
    }
  }

  /** The documents of a case, in the order of issue. */
  List<File> ofCase(String caseNumber) {
    DocumentCase.Key key = cases.key(caseNumber);
    return files(mapper.findByCaseOrVisit(key.caseId(), key.inspectionId()));
  }

  /** The newest documents that the current person's groups issued or that are about them. */
  List<File> recent() {
    List<String> groups = people.current().groups();
    return groups.isEmpty() ? List.of() : files(mapper.findRecent(groups, RECENT));
  }

  /**
   * @throws Refusal NOT_FOUND if there is none, or not for this person; CONFLICT if what is stored
   *     is not what was issued
   */
  File get(long id) {
    return whole(requireReadable(id));
  }

  private Document requireReadable(long id) {
    Document document = mapper.find(id);
    if (document == null || !mayRead(document)) {
      throw Refusal.notFound("没有这份文书，或不在您的管辖范围内。");
    }
    return document;
  }

  private File whole(Document document) {
    return intact(document)
        .orElseThrow(
            () -> Refusal.conflict("文书" + document.number() + "的内容与出具时不一致，不能打开，请联系系统管理员。"));
  }

  /**
   * A document that is what was issued; empty if it is not. What looks changed may have been
   * corrected while it was read: that correction is waited for, and all is read again.
   */
  private Optional<File> intact(Document found) {
    Document document = found;
    for (int readings = READINGS; readings > 0; readings--) {
      File file = file(document, mapper.corrections(document.id()));
      if (isIntact(file)) {
        return Optional.of(file);
      }
      mapper.lock(document.id());
      document = mapper.find(document.id());
    }
    return Optional.empty();
  }

  /**
   * Corrects a slip of the pen: a further version under the same number that says what was
   * corrected, by whom and why.
   *
   * @param block the piece to correct, from 0
   */
  @Transactional
  File correct(long id, int block, String text, String reason) {
    Document document = requireReadable(id);
    mapper.lock(id);
    File file = whole(document);
    if (!isWriter(document)) {
      throw Refusal.forbidden("文书由出具单位的人员更正，您不是“" + file.newest().sheet().organ() + "”的人员。");
    }
    requireText(text, "更正后的内容", MOST);
    requireText(reason, "更正理由", MOST_REASON);
    Sheet sheet = file.newest().sheet();
    Slip slip =
        (block < 0 || block >= sheet.blocks().size()
                ? Optional.<Slip>empty()
                : Slip.in(document.kind(), sheet.blocks().get(block)))
            .orElseThrow(() -> new Refusal("该项不能更正：案件事实、隐患等级、处理措施、期限和文号等，请通过延期、再次责令等办理事项变更。"));
    Sheet.Block old = sheet.blocks().get(block);
    String corrected = text.strip();
    if (corrected.equals(old.text())) {
      Edition newest = file.newest();
      throw newest.version() == 1
          ? new Refusal("更正后的内容与原内容相同，请核对。")
          : Refusal.conflict(
              "更正后的内容与现行版相同：%s已于%s更正为第%d版，不需再次更正。"
                  .formatted(
                      newest.editedByName(), newest.editedAt().format(MINUTE), newest.version()));
    }
    slip.check(file.edition(1).sheet().blocks().get(block).text(), corrected);
    Actor actor = people.current();
    String changed = "“%s”由“%s”更正为“%s”。".formatted(old.label(), old.text(), corrected);
    LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    String content = sheet.withText(block, corrected).write();
    int version = file.newest().version() + 1;
    mapper.insertCorrection(
        new Edition(
            id,
            version,
            content,
            Edition.hash(
                file.newest().sha256(),
                document.number(),
                version,
                now,
                content,
                changed + reason.strip() + actor.id()),
            Tokens.next(),
            changed,
            reason.strip(),
            now,
            actor.id(),
            actor.name()));
    seals.sealAnew(DocumentPapers.paper(document, mapper.corrections(id)));
    cases.corrected(
        document,
        "%s更正为第%d版：%s理由：%s".formatted(document.number(), version, changed, reason.strip()));
    return whole(document);
  }

  /** What a QR code leads to; whoever holds the paper may ask. */
  Optional<Confirmation> confirm(String token) {
    if (!Tokens.isOne(token)) {
      return Optional.empty();
    }
    Long id = mapper.findIdByToken(token);
    if (id == null) {
      return Optional.empty();
    }
    Optional<File> intact = intact(mapper.find(id));
    boolean genuine = intact.isPresent();
    File file = intact.orElseGet(() -> file(mapper.find(id), mapper.corrections(id)));
    return file.editions().stream()
        .filter(edition -> token.equals(edition.token()))
        .findFirst()
        .map(
            edition ->
                new Confirmation(genuine, file.document(), edition, file.newest().version()));
  }

  /**
   * @param genuine whether it is still what was issued; nothing of it may be told if not
   * @param newest the version that holds now
   */
  record Confirmation(boolean genuine, Document document, Edition edition, int newest) {

    boolean isSuperseded() {
      return edition.version() < newest;
    }
  }

  private boolean isWriter(Document document) {
    return document.sha256() != null && people.current().groups().contains(document.writerGroup());
  }

  private boolean mayRead(Document document) {
    List<String> groups = people.current().groups();
    return groups.contains(document.issuerGroup())
        || groups.contains(document.partyGroup())
        || cases.mayRead(document);
  }

  private List<File> files(List<Document> documents) {
    if (documents.isEmpty()) {
      return List.of();
    }
    Map<Long, List<Edition>> corrections =
        mapper.correctionsOf(documents.stream().map(Document::id).toList()).stream()
            .collect(Collectors.groupingBy(Edition::documentId));
    return documents.stream()
        .map(document -> file(document, corrections.getOrDefault(document.id(), List.of())))
        .toList();
  }

  private File file(Document document, List<Edition> corrections) {
    List<Edition> editions = new ArrayList<>();
    editions.add(document.asIssued());
    editions.addAll(corrections);
    return new File(document, List.copyOf(editions), isWriter(document));
  }

  /** Whether each hash follows from the one before, and all of it is what was sealed. */
  private boolean isIntact(File file) {
    Edition before = null;
    for (Edition edition : file.editions()) {
      if (!edition.isIntact(file.document().number(), before)) {
        return false;
      }
      before = edition;
    }
    return seals.holds(DocumentPapers.paper(file.document(), file.corrections()));
  }

  private static void requireText(String text, String what, int most) {
    if (text == null || text.isBlank()) {
      throw new Refusal("请填写" + what + "。");
    }
    if (text.length() > most) {
      throw new Refusal("%s最多%d字，现有%d字，请精简。".formatted(what, most, text.length()));
    }
  }
}
