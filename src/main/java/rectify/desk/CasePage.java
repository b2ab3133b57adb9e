package rectify.desk;

import java.time.LocalDateTime;
import java.util.List;
import rectify.typed.SpokenDates;

/**
 * What the page of a task shows above its form.
 *
 * @param facts what is known of the case; empty for a task of no case
 * @param why the rules and rows by which the task came to whom it came
 * @param basis who does what by which article, as the diagram says
 * @param timeline oldest first
 * @param hold who has the task, and what the person who asks may do about it
 * @param documents whether the case has documents to look at
 * @param draftSavedAt when the person last saved a draft of the form; null if they have none
 */
record CasePage(
    Card card,
    List<Line> facts,
    List<Line> why,
    List<Line> basis,
    List<Happening> timeline,
    Hold hold,
    boolean documents,
    LocalDateTime draftSavedAt) {

  record Line(String label, String text) {}

  /**
   * Something that happened to the case.
   *
   * @param unit where the person works; null for the system
   */
  record Happening(LocalDateTime at, String what, String who, String unit, String detail) {

    Happening {
      detail = SpokenDates.in(detail);
    }
  }
}
