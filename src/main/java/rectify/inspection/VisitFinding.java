package rectify.inspection;

/**
 * Something an inspection has found, while its record is not confirmed.
 *
 * @param number from 1 within its inspection; never used again
 * @param dueAt ISO
 * @param takenBack whether its officers found that it was none
 * @param hazardId the case it became; null until the record is confirmed
 */
record VisitFinding(
    long inspectionId,
    int number,
    String location,
    String description,
    String level,
    String majorBasis,
    String disposal,
    String onSpotMeasures,
    String transferRole,
    String dueAt,
    boolean takenBack,
    Long hazardId) {

  static VisitFinding of(long inspectionId, int number, Observation seen) {
    return new VisitFinding(
        inspectionId,
        number,
        seen.location(),
        seen.description(),
        seen.level(),
        seen.majorBasis(),
        seen.disposal(),
        seen.onSpotMeasures(),
        seen.transferRole(),
        seen.dueAt(),
        false,
        null);
  }

  Observation seen() {
    return new Observation(
        location, description, level, majorBasis, disposal, onSpotMeasures, transferRole, dueAt);
  }
}
