package rectify.hazard;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Keeps what cases are found by. */
@Mapper
interface CaseWordMapper {

  /** An enterprise and its present name. */
  record Named(long id, String name) {}

  /**
   * Those of these enterprises whose cases bear another name than they have now.
   *
   * @param enterprises empty for all
   */
  List<Named> renamed(@Param("enterprises") List<Long> enterprises);

  /** Lets all cases of an enterprise be found by further words too; once. */
  void addWords(@Param("enterprise") long enterprise, @Param("words") String words);

  void insertWords(@Param("id") long id, @Param("words") String words);

  /** Cases from before there was a search, oldest first. */
  List<Hazard> withoutWords(@Param("after") long after, @Param("limit") int limit);
}
