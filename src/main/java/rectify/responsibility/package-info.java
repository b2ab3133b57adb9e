/**
 * The audit of responsibility: what has no owner, two of them, or one without people, and open work
 * that is nobody's.
 */
package rectify.responsibility;
