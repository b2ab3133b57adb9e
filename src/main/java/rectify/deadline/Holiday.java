package rectify.deadline;

import java.time.LocalDate;

/**
 * A day the State Council's notice names (国务院办公厅节假日安排).
 *
 * @param date the day
 * @param name the holiday it belongs to, such as 国庆节
 * @param dayOff true: a day off; false: a make-up working day (调休上班)
 */
record Holiday(LocalDate date, String name, boolean dayOff) {}
