package rectify.enterprise;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import rectify.jurisdiction.Unit;

/** The enterprises of the catalog's units. */
@Mapper
interface EnterpriseUnitMapper {

  List<Owned> of(@Param("unit") Unit unit);

  int move(
      @Param("unit") Unit unit,
      @Param("to") Unit to,
      @Param("county") String county,
      @Param("at") LocalDateTime at);

  record Owned(long id, String name, String countyCode) {}
}
