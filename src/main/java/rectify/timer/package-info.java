/**
 * What waits in the engine for a date: the timers and the due dates of open tasks, seen by the
 * thousand, counted anew from what the diagrams say, and moved.
 */
package rectify.timer;
