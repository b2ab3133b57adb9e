package rectify.reorganisation;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import rectify.jurisdiction.Succession;
import rectify.jurisdiction.Unit;

/** What successions moved when they came to pass. */
@Mapper
interface ReorganisationMapper {

  /** Waits until no other node moves anything. */
  String takeTurn();

  void record(
      @Param("succession") Succession succession,
      @Param("at") LocalDateTime at,
      @Param("by") String by,
      @Param("moved") String moved);

  List<Applied> log();

  /** What a succession moved when it came to pass. */
  record Applied(Unit.Kind kind, String code, LocalDateTime appliedAt, String moved) {}
}
