package rectify.whole;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A case with one open task, to be reached for.
 *
 * @param group whose task it is
 * @param enterprise id in the register
 * @param scope the groups whose ledger the case is in
 * @param facts what a path's placeholders stand for
 * @param names what the case and its enterprise are called
 * @param secrets further texts that tell something of the case
 */
record Target(
    String county,
    String group,
    String enterprise,
    Set<String> scope,
    Map<String, String> facts,
    List<String> names,
    List<String> secrets) {

  String caseNumber() {
    return facts.get("case");
  }

  /** Whether an answer tells something of the case that was not in the question. */
  boolean isToldBy(String answer, String question) {
    return isNamedBy(answer, question) || tells(secrets, answer, question);
  }

  /** Whether an answer names the case or its enterprise though the question did not. */
  boolean isNamedBy(String answer, String question) {
    return tells(names, answer, question);
  }

  private static boolean tells(List<String> texts, String answer, String question) {
    return texts.stream().anyMatch(text -> answer.contains(text) && !question.contains(text));
  }
}
