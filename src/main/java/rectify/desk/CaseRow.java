package rectify.desk;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A case as a line of a list.
 *
 * @param unit who verifies or rechecks, by name; null until decided
 * @param urgency null if nothing waits for the last day
 */
record CaseRow(
    String number,
    String enterprise,
    String place,
    String location,
    String level,
    boolean major,
    String status,
    String unit,
    LocalDateTime foundAt,
    LocalDate dueAt,
    Urgency urgency,
    String rung) {}
