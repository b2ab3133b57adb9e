package rectify.suspicion;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import rectify.evidence.Reuse;
import rectify.evidence.ReusedPictures;
import rectify.hazard.Hazard;
import rectify.hazard.Hazards;
import rectify.register.Ledger;
import rectify.suspicion.Suspicion.Gathering;

/**
 * Which enterprises proved a rectification with a picture that had been proof elsewhere. One
 * picture may show two things put right at one place of an enterprise; and an officer's own
 * pictures are no enterprise's.
 */
@Component
class SamePhotoRules implements Rules {

  private final ReusedPictures pictures;
  private final Hazards hazards;

  SamePhotoRules(ReusedPictures pictures, Hazards hazards) {
    this.pictures = pictures;
    this.hazards = hazards;
  }

  @Override
  public List<Suspicion> find(Month month) {
    List<Reuse> reuses = pictures.between(month.begin(), month.end());
    Map<String, Hazard> cases = cases(reuses);
    Gathering photos = new Gathering(Kind.SAME_PHOTO);
    Set<Long> told = new HashSet<>();
    for (Reuse reuse : reuses) {
      Hazard hazard = cases.get(reuse.caseNumber());
      Hazard other = cases.get(reuse.otherCaseNumber());
      boolean honest =
          hazard == null
              || hazard.reportedBy() == null
              || other != null && isOnePlace(hazard, other);
      if (!honest && told.add(reuse.evidenceId())) {
        photos.enterprise(hazard.enterpriseId(), line(reuse, hazard, other));
      }
    }
    return photos.all();
  }

  private Map<String, Hazard> cases(List<Reuse> reuses) {
    Set<Long> ids =
        reuses.stream()
            .flatMap(reuse -> Stream.of(reuse.caseNumber(), reuse.otherCaseNumber()))
            .flatMap(number -> Ledger.idOf(number).stream())
            .collect(Collectors.toSet());
    return hazards.byIds(ids).values().stream()
        .collect(Collectors.toMap(Hazard::caseNumber, hazard -> hazard));
  }

  private static boolean isOnePlace(Hazard hazard, Hazard other) {
    return hazard.enterpriseId() == other.enterpriseId()
        && hazard.location().equals(other.location());
  }

  /** Another enterprise's case is not named to whoever used its picture. */
  private static String line(Reuse reuse, Hazard hazard, Hazard other) {
    String where =
        other == null
            ? "另一次监督检查"
            : other.enterpriseId() == hazard.enterpriseId()
                ? "本企业案件" + other.caseNumber()
                : "其他企业案件";
    return "案件%s的整改后照片（编号%d，%s上传）与%s的照片（编号%d）%s"
        .formatted(
            reuse.caseNumber(),
            reuse.evidenceId(),
            reuse.uploadedAt().toLocalDate(),
            where,
            reuse.otherId(),
            reuse.same() ? "是同一张" : "几乎完全相同");
  }
}
