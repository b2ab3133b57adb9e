package rectify.form;

import rectify.refusal.Refusal;

/**
 * Tells whether the proof a step needs is there. It is asked before every completion of a task,
 * whatever door it comes through.
 */
public interface ProofCheck {

  /**
   * A step about to be finished.
   *
   * @param businessKey of its process: the number of a case or an inspection
   * @param id in the diagram
   * @param name as people read it
   * @param task its own id where it is one of several of its kind, each with proof of its own; null
   *     where there is one
   */
  record Step(String businessKey, String id, String name, String task) {}

  /**
   * Checks the step.
   *
   * @throws Refusal if the proof is missing
   */
  void require(Step step, RequiredProof proof);
}
