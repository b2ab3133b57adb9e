package rectify.desk;

import java.time.LocalDateTime;

/**
 * What a card in a task list says of its task, in Chinese; what does not apply is null.
 *
 * @param title what a task of no case is about
 * @param holder the name of whoever has taken it; 您 if it is the person who asks
 * @param description what is wrong there
 * @param place county and township
 * @param dueAt of the task
 * @param rung the highest rung of supervision the case has climbed to, while it is open
 */
public record Card(
    String taskId,
    String caseNumber,
    String title,
    String holder,
    String enterprise,
    String place,
    String location,
    String description,
    String level,
    boolean major,
    LocalDateTime dueAt,
    Urgency urgency,
    String rung,
    boolean followed) {}
