package rectify.selfcheck;

/**
 * What a list of self-checks is narrowed to; null parts do not narrow.
 *
 * @param detected only those nobody had begun when it was looked
 */
record CheckFilter(
    String period, CheckStatus status, String county, String township, Boolean detected) {}
