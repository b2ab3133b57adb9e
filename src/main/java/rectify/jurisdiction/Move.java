package rectify.jurisdiction;

/**
 * What a unit has goes to its successor.
 *
 * @param from the unit that is retired; the same as {@code to} if a sub-category stays and only its
 *     department changes
 * @param toCounty the county of the successor; null for a sub-category
 * @param why Chinese: who took over from whom, since when and by which document
 */
public record Move(Unit from, Unit to, String toCounty, String why) {}
