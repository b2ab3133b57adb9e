package rectify.supervision;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface SupervisionMapper {

  Boolean running(long hazardId);

  LocalDateTime startedAt(long hazardId);

  void insert(@Param("hazardId") long hazardId, @Param("at") LocalDateTime at);

  int restart(@Param("hazardId") long hazardId, @Param("at") LocalDateTime at);

  int end(@Param("hazardId") long hazardId, @Param("at") LocalDateTime at);

  void insertRung(Rung rung);

  /** Opens an answered rung again: its supervisor is asked once more. */
  int askAgain(
      @Param("hazardId") long hazardId, @Param("code") String code, @Param("at") LocalDateTime at);

  int answer(
      @Param("hazardId") long hazardId,
      @Param("code") String code,
      @Param("measure") String measure,
      @Param("opinion") String opinion,
      @Param("documentId") Long documentId,
      @Param("at") LocalDateTime at,
      @Param("by") String by);

  List<Rung> rungs(long hazardId);

  /** Those of cases whose ladder runs. */
  List<Rung> runningRungs(@Param("hazardIds") Collection<Long> hazardIds);

  /** The deadline the last failed recheck was held against; null if there was none. */
  LocalDate heldAgainst(long hazardId);
}
