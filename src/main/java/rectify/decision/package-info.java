/**
 * What a decision table keeps to: its shape, its cells and what it answers to each it may be asked.
 */
package rectify.decision;
