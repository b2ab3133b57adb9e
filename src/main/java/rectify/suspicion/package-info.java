/**
 * The rules that find what is held against whom in a month: duties not fulfilled, work that looks
 * poor. They only read, and accuse by facts.
 */
package rectify.suspicion;
