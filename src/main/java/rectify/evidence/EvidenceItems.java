package rectify.evidence;

import java.util.List;
import org.springframework.stereotype.Component;
import rectify.identity.Actor;
import rectify.identity.People;
import rectify.identity.Standing;
import rectify.refusal.Refusal;

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
    return of(caseNumber, null);
  }

  /**
   * @param openTask the task the person who asks may do and looks at; null if none
   */
  List<EvidenceItem> of(String number, String openTask) {
    return files.ofCase(number).stream().map(one -> of(one, openTask)).toList();
  }

  EvidenceItem of(Evidence one, String openTask) {
    Actor actor = people.current();
    Standing standing = actor.standing();
    boolean own = one.uploadedBy().equals(actor.id());
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
        own,
        own
            && !one.isWithdrawn()
            && (one.isDraft() || openTask != null && openTask.equals(one.taskId())),
        one.isWithdrawn(),
        verifies ? reused.of(one) : List.of());
  }
}
