package rectify.inspection;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import rectify.inspection.VisitFindingMapper.Change;
import rectify.seal.Paper;
import rectify.seal.PaperSeals;
import rectify.seal.Papers;
import rectify.seal.Written;

/**
 * The changes to the findings of an inspection before its record is confirmed: each is sealed in
 * the transaction that makes it, and audited like every paper, so that none is altered or removed
 * past the product. The case a finding becomes tells them again in its own chain.
 */
@Component
class FindingChanges implements Papers {

  private static final String ROOM = "finding-change";

  private final VisitFindingMapper mapper;
  private final PaperSeals seals;

  FindingChanges(VisitFindingMapper mapper, PaperSeals seals) {
    this.mapper = mapper;
    this.seals = seals;
  }

  /** Appends a change to an inspection that is locked. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void note(VisitFindingEvent event) {
    mapper.note(event);
    seals.seal(paper(mapper.newestChange(event.inspectionId())));
  }

  @Override
  public String room() {
    return ROOM;
  }

  @Override
  public List<Paper> after(long id, int most) {
    return mapper.changesAfter(id, most).stream().map(FindingChanges::paper).toList();
  }

  private static Paper paper(Change change) {
    return new Paper(
        ROOM,
        change.id(),
        Visit.number(change.countyCode(), change.openedAt().getYear(), change.inspectionId())
            + "/"
            + change.number(),
        change.countyCode(),
        Written.of(
            change.inspectionId(),
            change.number(),
            change.kind(),
            change.detail(),
            change.happenedAt(),
            change.actor(),
            change.actorName()));
  }
}
