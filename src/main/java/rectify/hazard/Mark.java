package rectify.hazard;

/**
 * What every change of a case writes besides itself.
 *
 * @param id of the hazard
 * @param version the one the change was decided on; another means somebody was faster
 * @param eventHash of the event that tells of the change
 */
record Mark(long id, int version, String eventHash) {}
