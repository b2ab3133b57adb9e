package rectify.inspection;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Inspections and ordered rectifications that are not done. */
@Mapper
interface OpenInspectionMapper {

  List<Open> visits();

  List<Open> orders();

  List<Open> transfersTo(@Param("group") String group);

  List<Open> visitsOf(@Param("group") String group);

  int moveTransfers(@Param("from") String from, @Param("to") String to);

  int moveVisits(@Param("from") String from, @Param("to") String to);

  /**
   * @param at when it was opened or found
   * @param documented for an inspection: its papers are issued, it waits for its cases only
   */
  record Open(long id, String countyCode, LocalDateTime at, boolean documented) {}
}
