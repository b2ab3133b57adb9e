package rectify.engine;

import java.time.LocalDateTime;

/**
 * An open task, for pages that show it.
 *
 * @param step id of its user task in the diagram
 * @param caseId the case it belongs to; null for a task of no case
 * @param title what it is about, in one line; may be null
 * @param dueAt China time; may be null
 */
public record OpenTask(
    String id,
    String name,
    String processDefinitionId,
    String step,
    Long caseId,
    String title,
    LocalDateTime dueAt) {}
