package rectify.evidence;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface EvidenceMapper {

  void insert(NewEvidence evidence);

  Evidence byId(long id);

  Evidence byClientKey(
      @Param("uploadedBy") String uploadedBy, @Param("clientKey") String clientKey);

  List<Evidence> ofCase(String caseNumber);

  /** What waits under numbers like this. */
  List<Evidence> ofParts(String pattern);

  List<EvidenceFiles.Proof> proofs(@Param("numbers") Collection<String> caseNumbers);

  List<Evidence> drafts(String uploadedBy);

  /**
   * @param task whose own alone is counted; null for all of the step
   */
  int count(
      @Param("caseNumber") String caseNumber,
      @Param("step") String step,
      @Param("task") String task,
      @Param("round") int round,
      @Param("kind") EvidenceKind kind);

  int countOf(String caseNumber);

  int adoptDraft(
      @Param("id") long id,
      @Param("uploadedBy") String uploadedBy,
      @Param("caseNumber") String caseNumber);

  int adopt(@Param("from") String from, @Param("to") String to);

  int adoptOne(@Param("id") long id, @Param("from") String from, @Param("to") String to);

  int withdraw(@Param("id") long id, @Param("at") LocalDateTime at);

  int withdrawAll(@Param("caseNumber") String caseNumber, @Param("at") LocalDateTime at);

  int deleteDraft(long id);

  List<Evidence> draftsBefore(LocalDateTime before);

  Set<String> known(@Param("places") Collection<String> places);

  /** Two pictures of different cases with the same content or a band of their hashes in common. */
  record Twin(
      long evidenceId,
      String caseNumber,
      LocalDateTime uploadedAt,
      Long hash,
      long otherId,
      String otherCaseNumber,
      Long otherHash,
      boolean same) {

    Reuse reuse() {
      return new Reuse(evidenceId, caseNumber, uploadedAt, otherId, otherCaseNumber, same);
    }
  }

  /** The after-pictures uploaded in a time, each with those uploaded before it. */
  List<Twin> twins(@Param("from") LocalDateTime from, @Param("until") LocalDateTime until);

  /** Same content, or a picture hash with a band in common; drafts and withdrawn ones left out. */
  List<Evidence> alike(@Param("sha256") String sha256, @Param("bands") List<Set<Integer>> bands);
}
