package rectify.supervision;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface SupervisionMapper {

  Boolean running(long hazardId);

  void insert(@Param("hazardId") long hazardId, @Param("at") LocalDateTime at);

  int restart(@Param("hazardId") long hazardId, @Param("at") LocalDateTime at);

  int end(@Param("hazardId") long hazardId, @Param("at") LocalDateTime at);

  boolean hasClimbed(@Param("hazardId") long hazardId, @Param("level") RungLevel level);

  void insertRung(
      @Param("hazardId") long hazardId,
      @Param("level") RungLevel level,
      @Param("at") LocalDateTime at);

  int answer(Rung rung);

  List<Rung> rungs(long hazardId);

  /** Those of cases whose ladder runs. */
  List<Rung> runningRungs(@Param("hazardIds") Collection<Long> hazardIds);
}
