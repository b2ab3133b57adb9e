package rectify.simulation;

import java.time.LocalDateTime;

/**
 * The simulation a database holds.
 *
 * @param profileHash of the profile it was begun with
 * @param enterprises how many
 * @param workedUntil the last moment that is worked; what it began, the next run finds
 */
record Simulation(long seed, String profileHash, int enterprises, LocalDateTime workedUntil) {}
