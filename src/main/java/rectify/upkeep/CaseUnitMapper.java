package rectify.upkeep;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import rectify.hazard.Hazard;
import rectify.jurisdiction.Unit;

/** The open cases of the catalog's units. */
@Mapper
interface CaseUnitMapper {

  List<OpenCase> selfReported();

  List<OpenCase> of(@Param("unit") Unit unit, @Param("group") String group);

  List<Hazard> toMove(@Param("unit") Unit unit, @Param("group") String group);

  List<OpenCase> byTrade();
}
