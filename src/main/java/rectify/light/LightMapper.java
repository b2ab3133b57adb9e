package rectify.light;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import rectify.enterprise.EnterpriseScope;

@Mapper
interface LightMapper {

  /**
   * What makes a light yellow or red.
   *
   * @param first the earliest last day of rectification; null for a self-check
   */
  record Cause(long enterpriseId, LocalDate first, long count) {}

  /**
   * Unfinished rectifications by their last day, of some enterprises; of all if none are named.
   *
   * @param from included; null for the beginning of time
   */
  List<Cause> rectifications(
      @Param("from") LocalDate from,
      @Param("until") LocalDate until,
      @Param("enterprises") Collection<Long> enterprises);

  /**
   * Open cases that failed at least so often, whose authority has not said yet that all is well.
   */
  List<Cause> failures(
      @Param("least") int least, @Param("enterprises") Collection<Long> enterprises);

  /** Self-checks late or missed that no later report makes up for. */
  List<Cause> lateChecks(@Param("enterprises") Collection<Long> enterprises);

  List<Light> lights(@Param("enterprises") Collection<Long> enterprises);

  /** Holds the enterprises for this transaction, so that a light changes once. */
  List<Long> lock(@Param("enterprises") Collection<Long> enterprises);

  void insert(Light light);

  void update(Light light);

  void delete(long enterpriseId);

  List<LightRow> page(
      @Param("color") Light.Color color,
      @Param("scope") EnterpriseScope scope,
      @Param("offset") long offset,
      @Param("limit") int limit);

  void insertRed(NewRedLight redLight);

  RedLight red(long id);

  RedLight lastRed(long enterpriseId);

  int endRed(@Param("id") long id, @Param("at") LocalDateTime at);

  int answerRed(
      @Param("id") long id,
      @Param("measure") String measure,
      @Param("opinion") String opinion,
      @Param("at") LocalDateTime at,
      @Param("by") String by);

  int overdueRed(@Param("id") long id, @Param("at") LocalDateTime at);
}
