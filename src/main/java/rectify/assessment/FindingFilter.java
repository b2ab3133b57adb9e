package rectify.assessment;

import rectify.suspicion.Kind;

/** What a list of findings is narrowed to; null parts do not narrow. */
record FindingFilter(
    String period, Kind kind, FindingStatus status, String county, Long enterprise) {}
