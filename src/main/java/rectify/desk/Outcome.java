package rectify.desk;

import java.util.List;

/**
 * What became of a form that was handed in, in Chinese.
 *
 * @param text what was done, with the number of the case or inspection
 * @param caseNumber null if it belongs to no case
 * @param next what happens next and who has it; never empty
 */
record Outcome(String text, String caseNumber, List<Next> next) {

  /**
   * One thing that happens next.
   *
   * @param taskId the task to open; null unless the person may do it
   */
  record Next(String text, String taskId) {}
}
