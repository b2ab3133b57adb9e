package rectify.evidence;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import rectify.typed.SpokenDates;

/**
 * Finds a picture that is proof somewhere else too: the same file, or one that looks the same, in
 * another case or enterprise, or of another kind or round of the same case.
 */
@Component
public class ReusedPictures {

  private static final int MOST_TOLD = 3;

  private final EvidenceMapper mapper;
  private final CaseAccess cases;

  ReusedPictures(EvidenceMapper mapper, CaseAccess cases) {
    this.mapper = mapper;
    this.cases = cases;
  }

  /**
   * The after-pictures of a time that had been proof in another case before: the same file, or one
   * within so few bits that no pair is missed. Stricter than what verifiers are shown: it accuses.
   * A system look-up.
   *
   * @param from included
   * @param until not included
   */
  public List<Reuse> between(LocalDateTime from, LocalDateTime until) {
    List<Reuse> reuses = new ArrayList<>();
    for (LocalDateTime day = from; day.isBefore(until); day = day.plusDays(1)) {
      mapper.twins(day, day.plusDays(1)).stream()
          .filter(twin -> twin.same() || isTwin(twin))
          .map(EvidenceMapper.Twin::reuse)
          .forEach(reuses::add);
    }
    return reuses;
  }

  private static boolean isTwin(EvidenceMapper.Twin twin) {
    PictureHash hash = new PictureHash(twin.hash());
    return hash.isTelling() && hash.distance(new PictureHash(twin.otherHash())) <= PictureHash.TWIN;
  }

  /** In Chinese, where else the picture is; a case the person may not see is not named. */
  List<String> of(Evidence evidence) {
    if (!evidence.isPicture() || evidence.isWithdrawn() || evidence.isDraft()) {
      return List.of();
    }
    PictureHash hash = new PictureHash(evidence.pictureHash());
    List<String> told = new ArrayList<>();
    for (Evidence other :
        mapper.alike(evidence.sha256(), hash.isTelling() ? hash.nearBands() : null)) {
      boolean same = other.sha256().equals(evidence.sha256());
      if (told.size() < MOST_TOLD
          && isElsewhere(other, evidence)
          && (same || hash.isTelling() && isNear(other, hash))) {
        told.add(where(other, evidence) + (same ? "是同一张照片" : "高度相似"));
      }
    }
    return told;
  }

  private static boolean isNear(Evidence other, PictureHash hash) {
    return other.isPicture()
        && hash.distance(new PictureHash(other.pictureHash())) <= PictureHash.NEAR;
  }

  private static boolean isElsewhere(Evidence other, Evidence evidence) {
    return !other.id().equals(evidence.id())
        && (!other.caseNumber().equals(evidence.caseNumber())
            || other.kind() != evidence.kind()
            || other.round() != evidence.round());
  }

  private String where(Evidence other, Evidence evidence) {
    String what =
        "的"
            + other.kind().chinese()
            + "（"
            + SpokenDates.day(other.uploadedAt().toLocalDate())
            + "上传）";
    if (other.caseNumber().equals(evidence.caseNumber())) {
      return "与本案件第%d轮%s".formatted(other.round() + 1, what);
    }
    Optional<CaseAccess.Owner> owner = cases.find(other.caseNumber());
    if (owner.isEmpty()) {
      return "与另一次监督检查" + what;
    }
    if (owner.get().visible()) {
      return "与%s的案件%s%s".formatted(owner.get().enterpriseName(), other.caseNumber(), what);
    }
    boolean sameEnterprise =
        cases
            .find(evidence.caseNumber())
            .map(own -> own.enterpriseId() == owner.get().enterpriseId())
            .orElse(false);
    return "与%s另一案件%s".formatted(sameEnterprise ? "本企业" : "其他企业", what);
  }
}
