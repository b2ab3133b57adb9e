/**
 * What a form may say, whichever door it comes through: its fields and rules, the proof it needs,
 * in whose place it is handed in, and that it is done once.
 */
package rectify.form;
