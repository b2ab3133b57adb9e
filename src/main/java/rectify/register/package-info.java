/**
 * The ledger of hazards as somebody may see it: lists, figures and exports, and what follows from
 * what somebody may see.
 */
package rectify.register;
