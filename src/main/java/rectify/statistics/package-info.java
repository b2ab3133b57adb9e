/**
 * Statistics drawn from the ledger, frozen when a person signs them (Order No. 16 art. 14: each
 * quarter, by the 15th of the next, signed by the main person in charge).
 */
package rectify.statistics;
