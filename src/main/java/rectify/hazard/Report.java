package rectify.hazard;

/**
 * A hazard as it is reported; every text as it was typed.
 *
 * @param level {@code general} or {@code major}
 * @param majorBasis the criterion that makes it major; null for a general one
 * @param rectifiedOnSpot whether it is rectified already
 * @param onSpotMeasures what was done on the spot; null if it is not rectified
 * @param clientKey the reporting system's own key, unique for its user; null from a form
 */
public record Report(
    String location,
    String description,
    String level,
    String majorBasis,
    boolean rectifiedOnSpot,
    String onSpotMeasures,
    String clientKey) {}
