package rectify.statistics;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;

/** Tables that wait for a signature. */
@Mapper
interface OpenStatisticMapper {

  List<Draft> drafts();

  record Draft(StatisticKind kind, String areaCode, String period, int version) {}
}
