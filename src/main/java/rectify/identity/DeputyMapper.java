package rectify.identity;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface DeputyMapper {

  /** Those whose time is not over on a day. */
  List<Deputy> until(LocalDate day);

  void insert(@Param("d") Deputy deputy, @Param("by") String by, @Param("at") LocalDateTime at);

  int end(@Param("id") long id, @Param("by") String by, @Param("at") LocalDateTime at);

  /** One that was ended before its time; null if there is none. */
  Ended ended(long id);

  /** When somebody ended it, and who. */
  record Ended(String person, String endedBy, LocalDateTime endedAt) {}

  /** Ends those of a person, and those the person stands in for. */
  void endOf(@Param("person") String person, @Param("at") LocalDateTime at);

  String lockPerson(String person);
}
