package rectify.evidence;

/**
 * Tasks about several things that each have proof of their own, such as the findings of an
 * inspection before they are cases: a photo belongs to one of them and stays with it.
 */
public interface EvidenceParts {

  /** Whether the step of a diagram is about parts. */
  boolean splits(String step);

  /** Whether the case or inspection of this number has the part, and it still takes proof. */
  boolean has(String businessKey, int part);
}
