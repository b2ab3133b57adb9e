/**
 * How a rule says no, and how each door passes it on: one sentence in Chinese that says what to do,
 * whatever failed and wherever it was asked.
 */
package rectify.refusal;
