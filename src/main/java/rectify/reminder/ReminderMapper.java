package rectify.reminder;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import rectify.selfcheck.MonthlyCheck;

@Mapper
interface ReminderMapper {

  /** Townships of a period with late checks that were not asked yet. */
  record Missing(String period, String townshipCode, String countyCode, int lateCount) {}

  List<Missing> missing();

  /** Gives the township its row, and passes over one another node is giving it. */
  void open(
      @Param("missing") Missing missing,
      @Param("opening") String opening,
      @Param("at") LocalDateTime at);

  Reminder opened(String opening);

  Reminder byId(long id);

  Reminder byNumber(String number);

  /** Those of a township who did not report in time, whether or not they have since. */
  List<MonthlyCheck> lateChecks(@Param("period") String period, @Param("township") String township);

  int answer(
      @Param("id") long id,
      @Param("measure") String measure,
      @Param("opinion") String opinion,
      @Param("at") LocalDateTime at,
      @Param("by") String by);

  int answerAsCounty(
      @Param("id") long id,
      @Param("opinion") String opinion,
      @Param("at") LocalDateTime at,
      @Param("by") String by);
}
