package rectify.assessment;

/** What a list of findings is narrowed to; null parts do not narrow. */
record FindingFilter(
    String period, Kind kind, FindingStatus status, String county, Long enterprise) {}
