package rectify.evidence;

import org.springframework.stereotype.Component;
import rectify.form.ProofCheck;
import rectify.form.RequiredProof;
import rectify.refusal.Refusal;

/**
 * Counts the proof for a step: what was uploaded for this very step in this round. A photo of an
 * earlier round, or of somebody else's step, proves nothing new.
 */
@Component
class RequiredEvidence implements ProofCheck {

  private final EvidenceMapper mapper;
  private final CaseAccess cases;

  RequiredEvidence(EvidenceMapper mapper, CaseAccess cases) {
    this.mapper = mapper;
    this.cases = cases;
  }

  @Override
  public void require(Step step, RequiredProof proof) {
    EvidenceKind kind = EvidenceKind.of(proof.kind());
    if (present(step.businessKey(), step.id(), step.task(), kind) == 0) {
      throw new Refusal(
          "请先在“证据”页上传%s（至少1%s），再办理“%s”。"
              .formatted(kind.chinese(), kind == EvidenceKind.DOCUMENT ? "份" : "张", step.name()));
    }
  }

  /**
   * @param task whose own proof counts alone; null if the step's does
   */
  int present(String number, String step, String task, EvidenceKind kind) {
    int round = cases.find(number).map(CaseAccess.Owner::round).orElse(0);
    return mapper.count(number, step, task, round, kind);
  }
}
