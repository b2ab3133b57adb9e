/**
 * What people type where a machine wants something exact: numbers, mail addresses. Taken as it was
 * meant where that is beyond doubt, and else refused in words; never changed in silence.
 */
package rectify.typed;
