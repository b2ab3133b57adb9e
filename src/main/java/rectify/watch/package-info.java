/**
 * Whether the product itself lives: its heartbeat, the times in which it stood still, and what
 * became of the clocks that ran out meanwhile (安全生产法 art. 41: hazards are supervised until they are
 * gone, also after an outage).
 */
package rectify.watch;
