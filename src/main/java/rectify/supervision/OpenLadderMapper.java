package rectify.supervision;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

/** The ladders that run. */
@Mapper
interface OpenLadderMapper {

  List<Ladder> running();

  /** Of a case; {@code foundAt} is the case's. */
  record Ladder(long hazardId, String countyCode, LocalDateTime foundAt) {}
}
