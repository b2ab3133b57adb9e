package rectify.hazard;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Keeps what cases are found by. */
@Mapper
interface CaseWordMapper {

  void insertWords(@Param("id") long id, @Param("words") String words);

  /** Cases from before there was a search, oldest first. */
  List<Hazard> withoutWords(@Param("after") long after, @Param("limit") int limit);
}
