package rectify.jurisdiction;

/**
 * The department in charge of a sub-category in a place, and why.
 *
 * @param department the one department in charge
 * @param reason Chinese sentence for the person who asks "why is this mine?"
 */
public record Responsibility(Department department, String reason) {}
