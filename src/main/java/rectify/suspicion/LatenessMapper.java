package rectify.suspicion;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import rectify.selfcheck.MonthlyCheck;

@Mapper
interface LatenessMapper {

  /**
   * A hazard that was not reported rectified at the end of its last day.
   *
   * @param reportedAt the first report after it; null if there is none
   */
  record Overdue(
      long enterpriseId,
      String caseNumber,
      String location,
      LocalDate dueAt,
      LocalDateTime reportedAt) {}

  List<MonthlyCheck> lateChecks(String period);

  List<MonthlyCheck> missedChecks(String period);

  /** Of the hazards whose effective last day lies between two days, both included. */
  List<Overdue> overdue(@Param("first") LocalDate first, @Param("last") LocalDate last);
}
