package rectify.desk;

/**
 * Who has a task, and what a person may do about it.
 *
 * @param state {@code free}: theirs to take; {@code own}: they have it; {@code lent}: theirs to
 *     take over from a colleague, or back; {@code taken}: a colleague has it; {@code read}: not
 *     theirs to do
 * @param text Chinese, for whoever opens it
 * @param mayHandOver whether there is somebody to give it to
 */
record Hold(String state, String text, boolean mayHandOver) {}
