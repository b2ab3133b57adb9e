package rectify.supervision;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import rectify.hazard.LateWork;

@Mapper
interface LateDutyMapper {

  void insert(
      @Param("hazardId") long hazardId,
      @Param("duty") String duty,
      @Param("group") String group,
      @Param("at") LocalDateTime at);

  void insertOutside(
      @Param("work") LateWork work, @Param("duty") String duty, @Param("at") LocalDateTime at);

  LateDuty byId(long id);

  /** The open ones of a case. */
  List<LateDuty> open(long hazardId);

  /** The open one of a piece of work outside of cases; null if there is none. */
  LateDuty openOutside(@Param("duty") String duty, @Param("number") String number);

  /** All open ones of work outside of cases. */
  List<LateDuty> allOpenOutside();

  /** All open ones, with their cases. */
  List<OpenDuty> allOpen();

  int end(@Param("id") long id, @Param("at") LocalDateTime at);

  List<DutyRung> rungs(long lateDutyId);

  void insertRung(DutyRung rung);

  int askAgain(
      @Param("id") long lateDutyId, @Param("level") String level, @Param("at") LocalDateTime at);

  int answer(
      @Param("id") long lateDutyId,
      @Param("level") String level,
      @Param("measure") String measure,
      @Param("opinion") String opinion,
      @Param("at") LocalDateTime at,
      @Param("by") String by);

  /** Of a case; {@code foundAt} is the case's. */
  record OpenDuty(long hazardId, String countyCode, LocalDateTime foundAt) {}
}
