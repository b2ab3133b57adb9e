package rectify.evidence;

import java.util.List;
import org.springframework.stereotype.Component;
import rectify.engine.Refusal;
import rectify.identity.Actor;
import rectify.identity.People;
import rectify.identity.Standing;

/** The evidence of a case as the current person may see it. */
@Component
public class EvidenceItems {

  private final EvidenceFiles files;
  private final ReusedPictures reused;
  private final People people;

  EvidenceItems(EvidenceFiles files, ReusedPictures reused, People people) {
    this.files = files;
    this.reused = reused;
    this.people = people;
  }

  /**
   * @throws Refusal NOT_FOUND if there is no such case, or not for this person
   */
  public List<EvidenceItem> ofCase(String caseNumber) {
    if (!files.mayRead(caseNumber)) {
      throw Refusal.notFound("没有编号为“" + caseNumber + "”的案件，或不在您的管辖范围内。");
    }
    return of(caseNumber);
  }

  List<EvidenceItem> of(String number) {
    return files.ofCase(number).stream().map(this::of).toList();
  }

  EvidenceItem of(Evidence one) {
    Actor actor = people.current();
    Standing standing = actor.standing();
    boolean verifies = standing.isOfficer() || standing.manager();
    return new EvidenceItem(
        one.id(),
        one.kind().code(),
        one.kind().chinese(),
        one.part(),
        one.step(),
        one.round(),
        one.fileName(),
        one.isPicture(),
        one.size(),
        one.sha256(),
        one.takenAt(),
        one.isTakenLater(),
        one.latitude(),
        one.longitude(),
        one.uploadedAt(),
        one.uploadedByName(),
        one.uploadedBy().equals(actor.id()),
        one.isWithdrawn(),
        verifies ? reused.of(one) : List.of());
  }
}
