package rectify.selfcheck;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import rectify.enterprise.EnterpriseScope;

@Mapper
interface SelfCheckMapper {

  /**
   * Gives the next enterprises without a check of the period a row, and passes over those another
   * node is giving one.
   *
   * @param grades of those who are due; {@code -} for the ungraded
   */
  void open(
      @Param("period") String period,
      @Param("opening") String opening,
      @Param("at") LocalDateTime at,
      @Param("lastDay") LocalDate lastDay,
      @Param("grades") Collection<String> grades,
      @Param("after") long after,
      @Param("until") long until);

  /** The highest id of the next enterprises without a check of the period; null if none is left. */
  Long endOfBatch(
      @Param("period") String period,
      @Param("grades") Collection<String> grades,
      @Param("after") long after,
      @Param("size") int size);

  List<MonthlyCheck> opened(String opening);

  long due(@Param("grades") Collection<String> grades);

  long openedIn(String period);

  /** Whether the opening of a month went through to its end. */
  boolean isOpen(String period);

  void markOpen(@Param("period") String period, @Param("at") LocalDateTime at);

  MonthlyCheck byId(long id);

  /** The same; whoever else would change it or its sheet waits until the transaction ends. */
  MonthlyCheck lock(long id);

  int detect(@Param("id") long id, @Param("at") LocalDateTime at);

  int late(@Param("id") long id, @Param("at") LocalDateTime at);

  int miss(@Param("id") long id, @Param("at") LocalDateTime at);

  int submit(
      @Param("id") long id,
      @Param("submission") Submission submission,
      @Param("at") LocalDateTime at,
      @Param("by") String by);

  void insertFindings(
      @Param("selfCheckId") long selfCheckId, @Param("findings") List<NewFinding> findings);

  List<Finding> findings(long selfCheckId);

  Finding finding(long id);

  int raised(@Param("id") long id, @Param("hazardId") long hazardId);

  List<MonthlyCheck> page(
      @Param("filter") CheckFilter filter,
      @Param("scope") EnterpriseScope scope,
      @Param("offset") long offset,
      @Param("limit") int limit);

  long count(@Param("filter") CheckFilter filter, @Param("scope") EnterpriseScope scope);
}
