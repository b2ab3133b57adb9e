package rectify.deadline;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface HolidayMapper {

  List<Holiday> all();

  Set<Integer> wholeYears();

  /** Waits until no other import is under way, and keeps others waiting. */
  Integer oneAtATime();

  void save(List<Holiday> rows);

  /** Takes away what was imported of some years' notices. */
  void forget(@Param("years") Collection<Integer> years);

  void markWhole(
      @Param("year") int year, @Param("at") LocalDateTime at, @Param("by") String person);

  void record(HolidayImport done);

  List<HolidayImport> importsSince(@Param("at") LocalDateTime at);
}
