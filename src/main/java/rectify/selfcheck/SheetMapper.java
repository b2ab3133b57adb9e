package rectify.selfcheck;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface SheetMapper {

  /**
   * A sheet as it lies.
   *
   * @param signedAt null while it is a draft
   */
  record Row(long selfCheckId, int revision, byte[] content, LocalDateTime signedAt) {}

  Row find(long selfCheckId);

  int count(long selfCheckId);

  void insert(@Param("row") Row row);

  /** Does nothing to a sheet that is signed. */
  int update(@Param("row") Row row);

  /** Signed sheets of checks with a higher id, by id. */
  List<Row> signedAfter(@Param("id") long id, @Param("most") int most);
}
