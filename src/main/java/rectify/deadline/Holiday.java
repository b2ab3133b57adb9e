package rectify.deadline;

import java.time.LocalDate;
import java.time.Month;

/**
 * A day the State Council's notice names (国务院办公厅节假日安排).
 *
 * @param date the day
 * @param name the holiday it belongs to, such as 国庆节
 * @param dayOff true: a day off; false: a make-up working day (调休上班)
 * @param noticeYear the year whose notice names it
 */
record Holiday(LocalDate date, String name, boolean dayOff, int noticeYear) {

  /** A day of its own year's notice, or of the next one's if it belongs to New Year's Day. */
  static Holiday of(LocalDate date, String name, boolean dayOff) {
    boolean ofNextYear = date.getMonth() == Month.DECEMBER && name.startsWith("元旦");
    return new Holiday(date, name, dayOff, date.getYear() + (ofNextYear ? 1 : 0));
  }
}
