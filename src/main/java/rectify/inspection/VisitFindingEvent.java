package rectify.inspection;

import java.time.LocalDateTime;

/**
 * One change to a finding before the record is confirmed; appended and never changed.
 *
 * @param detail Chinese: what it said before and says now
 */
record VisitFindingEvent(
    long inspectionId,
    int number,
    Kind kind,
    String detail,
    LocalDateTime happenedAt,
    String actor,
    String actorName) {

  enum Kind {
    ADDED("登记"),
    CORRECTED("修改"),
    TAKEN_BACK("撤回");

    private final String chinese;

    Kind(String chinese) {
      this.chinese = chinese;
    }

    String chinese() {
      return chinese;
    }
  }
}
