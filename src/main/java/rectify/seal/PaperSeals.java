package rectify.seal;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Seals papers, and knows whether they are what was sealed. */
@Component
public class PaperSeals {

  private final Seals seals;
  private final PaperSealMapper mapper;

  PaperSeals(Seals seals, PaperSealMapper mapper) {
    this.seals = seals;
    this.mapper = mapper;
  }

  /** Seals a paper, once, in the transaction that issues it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void seal(Paper paper) {
    seal(List.of(paper));
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void seal(List<Paper> papers) {
    mapper.insert(papers.stream().map(this::sealOf).toList());
  }

  /**
   * Seals a paper with what was added to it, in the transaction that adds it. Whoever calls has
   * made sure that it was genuine before.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void sealAnew(Paper paper) {
    if (mapper.update(sealOf(paper)) != 1) {
      throw new IllegalStateException(paper.room() + " " + paper.id() + " was never sealed");
    }
  }

  private PaperSeal sealOf(Paper paper) {
    String algorithm = seals.algorithm().written();
    return new PaperSeal(
        paper.room(),
        paper.id(),
        algorithm,
        seals.keyId(),
        seals.seal(paper.sealed(algorithm, seals.keyId())));
  }

  /** Whether it is what was sealed. */
  public boolean holds(Paper paper) {
    return forged(List.of(paper)).isEmpty();
  }

  /** Those of some papers of one room that are not what was sealed. */
  public List<Paper> forged(List<Paper> papers) {
    if (papers.isEmpty()) {
      return List.of();
    }
    Map<Long, PaperSeal> found =
        mapper.find(papers.get(0).room(), papers.stream().map(Paper::id).toList()).stream()
            .collect(toMap(PaperSeal::paperId, Function.identity()));
    return papers.stream().filter(paper -> !holds(found.get(paper.id()), paper)).toList();
  }

  private boolean holds(PaperSeal seal, Paper paper) {
    return seal != null && seals.holds(seal.asSeal(), paper.sealed(seal.algorithm(), seal.keyId()));
  }

  /** Whether there ever was a paper of this id. */
  public boolean isSealed(String room, long id) {
    return !mapper.find(room, List.of(id)).isEmpty();
  }

  /** Ids above one and up to another of papers that were sealed and are not among these. */
  public List<Long> gone(String room, long after, long to, Collection<Long> there) {
    return mapper.sealed(room, after, to).stream().filter(id -> !there.contains(id)).toList();
  }

  /** Where the audit's round of a room goes on. */
  public long roundOf(String room) {
    Long round = mapper.roundOf(room);
    return round == null ? 0 : round;
  }

  /** Keeps where the audit's round of a room goes on; 0 at its end. */
  @Transactional
  public void goOn(String room, long round) {
    mapper.goOn(room, round);
  }
}
