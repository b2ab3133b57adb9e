package rectify.suspicion;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From when on work is called poor: the city's defaults (市级默认值), never law. Each is a property
 * below {@code rectify.assessment}.
 */
@ConfigurationProperties("rectify.assessment")
public record Thresholds(
    @DefaultValue("10") int explainWithinDays,
    @DefaultValue ZeroReports zeroReports,
    @DefaultValue LastDay lastDay,
    @DefaultValue Bulk bulk,
    @DefaultValue SameText sameText,
    @DefaultValue Contradicted contradicted,
    @DefaultValue Weights enterpriseWeights,
    @DefaultValue AuthorityWeights authorityWeights) {

  /**
   * Zero reports in a row while others of the trade find something.
   *
   * @param reports the fewest in a row
   * @param lookBackMonths how far back a row is followed
   * @param peers the fewest other enterprises of the sub-category that reported, else the
   *     category's are compared with
   * @param findingShare the least share of their reports that found something
   * @param chance the row counts if an enterprise like its peers would have it with at most this
   *     probability: the share of zero reports among theirs, to the power of the row's length
   */
  record ZeroReports(
      @DefaultValue("3") int reports,
      @DefaultValue("12") int lookBackMonths,
      @DefaultValue("10") int peers,
      @DefaultValue("0.5") BigDecimal findingShare,
      @DefaultValue("0.01") BigDecimal chance) {}

  /**
   * Nearly everything reported rectified on its last day.
   *
   * @param months looked at together
   * @param hazards the fewest reported in that time
   * @param share the least share reported on the last day
   * @param shortestDays hazards given fewer days than this do not count
   */
  record LastDay(
      @DefaultValue("3") int months,
      @DefaultValue("5") int hazards,
      @DefaultValue("0.9") BigDecimal share,
      @DefaultValue("3") int shortestDays) {}

  /** Many rectifications reported within minutes of each other. */
  public record Bulk(@DefaultValue("6") int hazards, @DefaultValue("10") int minutes) {}

  /**
   * The same words again.
   *
   * @param months looked at together
   * @param shortest characters, punctuation left out, of a text compared within an enterprise
   * @param cases of one enterprise with the same text
   * @param shortestCopied the same for a text compared with other enterprises'
   * @param mostEnterprises a text of more enterprises than this is a common phrase
   */
  record SameText(
      @DefaultValue("3") int months,
      @DefaultValue("20") int shortest,
      @DefaultValue("4") int cases,
      @DefaultValue("30") int shortestCopied,
      @DefaultValue("5") int mostEnterprises) {}

  /**
   * An inspection finds what a zero report did not.
   *
   * @param days between the two at most
   * @param hazards the fewest found; one major hazard is enough
   */
  record Contradicted(@DefaultValue("15") int days, @DefaultValue("2") int hazards) {}

  /** What the indicators of an enterprise weigh. */
  public record Weights(
      @DefaultValue("10") int list,
      @DefaultValue("10") int information,
      @DefaultValue("30") int reports,
      @DefaultValue("40") int rectifications) {}

  /** What the indicators of an authority weigh. */
  public record AuthorityWeights(
      @DefaultValue("5") int list,
      @DefaultValue("5") int information,
      @DefaultValue("15") int reports,
      @DefaultValue("20") int rectifications,
      @DefaultValue("20") int redLights) {}
}
