package rectify.city;

import java.time.LocalDate;
import java.util.List;
import rectify.desk.Card;
import rectify.light.Light;
import rectify.register.LedgerFigures;
import rectify.selfcheck.SelfChecks;
import rectify.task.TaskLists;

/**
 * What a person sees first; what their role has no use for is empty or null.
 *
 * @param workingDay whether people work today
 * @param lists Tasklist's, with how many tasks each has
 * @param due what is late or due today, most urgent first
 * @param dueTotal how many those are
 * @param figures of the cases in their ledger
 * @param month this month's self-checks
 * @param lights of their own enterprises
 * @param counties how the counties stand, for those who look at several
 * @param processes what runs, for managers and designers
 * @param incidents what stopped, for administrators
 */
record Overview(
    LocalDate today,
    boolean workingDay,
    Role role,
    List<TaskLists.Counted> lists,
    List<DueTask> due,
    long dueTotal,
    LedgerFigures figures,
    SelfChecks.Month month,
    List<Light> lights,
    List<CountyLine> counties,
    List<TaskLists.Process> processes,
    Long incidents) {

  /** A task that is late or due today. */
  record DueTask(String name, Card card) {}

  /** How a county's open cases stand. */
  record CountyLine(String code, String name, long open, long overdue, long major, long reported) {}

  /** Whether there is anything to do at all. */
  public boolean isFree() {
    return due.isEmpty() && lists.stream().allMatch(list -> list.count() == 0);
  }
}
