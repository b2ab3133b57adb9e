/**
 * Whose task it is: the scope of every query, open, late and held tasks, the lists in which they
 * are found.
 */
package rectify.task;
