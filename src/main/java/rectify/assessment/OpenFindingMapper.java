package rectify.assessment;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Findings somebody still has to explain or review. */
@Mapper
interface OpenFindingMapper {

  List<Open> open();

  List<Open> reviewedBy(@Param("group") String group);

  int moveReviews(@Param("from") String from, @Param("to") String to);

  record Open(long id, String countyCode, String period) {}
}
