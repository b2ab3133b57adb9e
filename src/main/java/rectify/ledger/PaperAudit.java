package rectify.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.chain.Broken;
import rectify.chain.Verdict;
import rectify.seal.Paper;
import rectify.seal.PaperSeals;
import rectify.seal.Papers;

/**
 * Holds the documents and signed tables against their seals, every night a part of them in turn.
 */
@Component
class PaperAudit {

  private static final int AT_ONCE = 200;
  private static final int LOOKS = 3;

  private final List<Papers> rooms;
  private final PaperSeals seals;
  private final ChainFindings findings;
  private final TransactionTemplate transaction;

  PaperAudit(
      List<Papers> rooms,
      PaperSeals seals,
      ChainFindings findings,
      TransactionTemplate transaction) {
    this.rooms = rooms;
    this.seals = seals;
    this.findings = findings;
    this.transaction = transaction;
  }

  /** The next so many of each room; how many those were. */
  int next(int most) {
    int looked = 0;
    for (Papers room : rooms) {
      looked += round(room, seals.roundOf(room.room()), most);
    }
    return looked;
  }

  /** Everything; how many those were. */
  int all() {
    return rooms.stream().mapToInt(room -> round(room, 0, Integer.MAX_VALUE)).sum();
  }

  private int round(Papers room, long from, int most) {
    long at = from;
    int looked = 0;
    do {
      long after = at;
      List<Paper> papers = room.after(after, Math.min(AT_ONCE, most - looked));
      long to = papers.isEmpty() ? Long.MAX_VALUE : papers.get(papers.size() - 1).id();
      transaction.executeWithoutResult(status -> verify(room, after, to, papers));
      looked += papers.size();
      at = papers.isEmpty() ? 0 : to;
    } while (at != 0 && looked < most);
    seals.goOn(room.room(), at);
    return looked;
  }

  private void verify(Papers room, long after, long to, List<Paper> papers) {
    List<Paper> forged =
        seals.forged(papers).stream().filter(paper -> !looksRight(room, paper)).toList();
    Set<Long> there = papers.stream().map(Paper::id).collect(Collectors.toSet());
    List<Long> gone =
        seals.gone(room.room(), after, to, there).stream()
            .filter(id -> again(room, id).isEmpty())
            .toList();
    forged.forEach(
        paper ->
            findings.found(
                null,
                subject(room, paper.id()),
                paper.number(),
                paper.county(),
                new Broken(Verdict.PAPER_ALTERED, 1, "内容与出具或签发时不一致，或封印缺失")));
    gone.forEach(
        id ->
            findings.found(
                null,
                subject(room, id),
                subject(room, id),
                null,
                new Broken(Verdict.PAPER_GONE, 1, "出具或签发过的已不存在，或被改为未签发")));
    Set<Long> broken =
        forged.stream().map(Paper::id).collect(Collectors.toCollection(HashSet::new));
    findings.hold(
        there.stream().filter(id -> !broken.contains(id)).map(id -> subject(room, id)).toList());
  }

  /** One may have been corrected while it was read, though not as often as it is looked at here. */
  private boolean looksRight(Papers room, Paper paper) {
    for (int look = 0; look < LOOKS; look++) {
      if (again(room, paper.id()).filter(seals::holds).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Paper> again(Papers room, long id) {
    return room.after(id - 1, 1).stream().filter(paper -> paper.id() == id).findFirst();
  }

  private static String subject(Papers room, long id) {
    return room.room() + "/" + id;
  }
}
