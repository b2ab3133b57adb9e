/**
 * Carries out what the catalog's successions say, on their day and in turn: everything a unit owns
 * goes to its successor.
 */
package rectify.reorganisation;
