package rectify.reminder;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import rectify.jurisdiction.Unit;

/** Self-checks, late lists and red lights somebody still has to answer. */
@Mapper
interface OpenCheckMapper {

  List<Check> checks();

  List<Check> of(@Param("unit") Unit unit);

  List<Reminder> lateLists();

  List<RedLight> redLights();

  int moveChecks(
      @Param("column") String column, @Param("from") String from, @Param("to") String to);

  int moveRedLights(@Param("from") String from, @Param("to") String to);

  /** A check that is due, or was handed in with findings that are not described yet. */
  record Check(long id, String countyCode, String period) {}

  record Reminder(String countyCode, String townshipCode, String period) {}

  record RedLight(long id, String countyCode) {}
}
