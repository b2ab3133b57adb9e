/**
 * The monthly self-check: who is due, the list they complete, what becomes of its failures, who is
 * late, and the enterprise's light (安全生产法 art. 41; Order No. 16 arts. 10 and 14).
 */
package rectify.selfcheck;
