package rectify.suspicion;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface DutyMapper {

  /**
   * An authority's own deadline in a case that passed.
   *
   * @param duty {@code verification}, {@code recheck} or {@code transfer}
   */
  record OverdueDuty(
      String authorityGroup, String duty, String caseNumber, LocalDateTime notedAt) {}

  /** A red light its department did not attend to in time. */
  record RedLight(
      long id,
      String departmentGroup,
      String enterpriseName,
      LocalDateTime beganAt,
      LocalDateTime overdueAt) {}

  List<OverdueDuty> overdueDuties(
      @Param("from") LocalDateTime from, @Param("until") LocalDateTime until);

  List<RedLight> redLights(@Param("from") LocalDateTime from, @Param("until") LocalDateTime until);
}
