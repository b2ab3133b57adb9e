package rectify.suspicion;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface PoorWorkMapper {

  /**
   * A row of zero reports that ends with a period.
   *
   * @param trade the sub-category, or the category if too few of the sub-category reported
   * @param findingShare share of the peers' reports that found something, 0 to 1
   */
  record ZeroRow(
      long enterpriseId,
      int zeros,
      String since,
      String trade,
      long peers,
      long reports,
      BigDecimal findingShare) {}

  /** What an enterprise reported rectified in some months, and how much of it on the last day. */
  record LastDay(long enterpriseId, long reported, long onLastDay, String cases) {}

  /** Rectifications reported within minutes of each other. */
  record Burst(
      long enterpriseId, LocalDateTime begun, LocalDateTime ended, long reported, String cases) {}

  /** A text used in several cases of an enterprise. */
  record Repeated(long enterpriseId, String text, long uses, String cases) {}

  /** A text that another enterprise had used before. */
  record Copied(long enterpriseId, String text, String caseNumber, LocalDateTime firstAt) {}

  /** What an inspection found after a zero report. */
  record Contradiction(
      long enterpriseId,
      long selfCheckId,
      LocalDateTime submittedAt,
      LocalDateTime foundAt,
      long found,
      long major,
      String cases) {}

  List<ZeroRow> zeroRows(
      @Param("period") String period,
      @Param("earliest") String earliest,
      @Param("peersFrom") String peersFrom,
      @Param("t") Thresholds.ZeroReports thresholds);

  List<LastDay> lastDays(
      @Param("from") LocalDateTime from,
      @Param("month") LocalDateTime month,
      @Param("until") LocalDateTime until,
      @Param("t") Thresholds.LastDay thresholds);

  List<Burst> bursts(
      @Param("from") LocalDateTime from,
      @Param("until") LocalDateTime until,
      @Param("hazards") int hazards,
      @Param("seconds") int seconds);

  List<Repeated> repeated(
      @Param("from") LocalDateTime from,
      @Param("month") LocalDateTime month,
      @Param("until") LocalDateTime until,
      @Param("t") Thresholds.SameText thresholds);

  List<Copied> copied(
      @Param("from") LocalDateTime from,
      @Param("month") LocalDateTime month,
      @Param("until") LocalDateTime until,
      @Param("t") Thresholds.SameText thresholds);

  List<Contradiction> contradictions(
      @Param("from") LocalDateTime from,
      @Param("until") LocalDateTime until,
      @Param("earliest") String earliest,
      @Param("t") Thresholds.Contradicted thresholds);
}
