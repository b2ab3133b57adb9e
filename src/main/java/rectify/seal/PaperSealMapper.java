package rectify.seal;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface PaperSealMapper {

  void insert(@Param("seals") List<PaperSeal> seals);

  int update(PaperSeal seal);

  List<PaperSeal> find(@Param("room") String room, @Param("ids") Collection<Long> ids);

  /** Ids of papers that were sealed, above an id and up to another. */
  List<Long> sealed(@Param("room") String room, @Param("after") long after, @Param("to") long to);

  /** Where the audit's round has come to; null of a room whose papers were never sealed. */
  Long roundOf(String room);

  void begin(@Param("room") String room, @Param("at") LocalDateTime at);

  void goOn(@Param("room") String room, @Param("round") long round);
}
