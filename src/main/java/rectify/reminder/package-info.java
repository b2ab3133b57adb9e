/**
 * Those who did not report in time: one list for each township and period; what of a month is still
 * open.
 */
package rectify.reminder;
