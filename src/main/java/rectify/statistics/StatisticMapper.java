package rectify.statistics;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Every update ends where a version is signed. */
@Mapper
interface StatisticMapper {

  /** A version as it begins. */
  record Draft(
      StatisticKind kind,
      String period,
      String areaCode,
      int version,
      LocalDateTime cutOff,
      String content,
      LocalDateTime drawnAt,
      String reason,
      String requestedBy) {}

  void insert(Draft draft);

  Statistic byId(long id);

  /** By id, above an id. */
  List<Statistic> signedAfter(@Param("id") long id, @Param("limit") int limit);

  Statistic version(
      @Param("kind") StatisticKind kind,
      @Param("period") String period,
      @Param("area") String area,
      @Param("version") int version);

  /** The newest version of a table, signed or not; 0 if there is none. */
  int newest(
      @Param("kind") StatisticKind kind,
      @Param("period") String period,
      @Param("area") String area);

  /** A version and the newest signed one after it. */
  record Replaced(long id, int newest) {}

  /** Those of some versions that a later signed one has replaced. */
  List<Replaced> replaced(@Param("ids") Collection<Long> ids);

  /** Newest first, without their content; drafts only of the areas whose work they are. */
  List<Statistic> page(
      @Param("kind") StatisticKind kind,
      @Param("period") String period,
      @Param("areas") Collection<String> areas,
      @Param("draftAreas") Collection<String> draftAreas,
      @Param("offset") long offset,
      @Param("limit") int limit);

  int redraw(@Param("id") long id, @Param("content") String content, @Param("at") LocalDateTime at);

  /** Signs the draft as it was read: one drawn anew since is not signed. */
  int sign(
      @Param("draft") Statistic draft,
      @Param("signature") Statistic.Signature signature,
      @Param("sha256") String sha256);

  int overdue(@Param("id") long id, @Param("at") LocalDateTime at);

  int supervise(
      @Param("id") long id,
      @Param("opinion") String opinion,
      @Param("at") LocalDateTime at,
      @Param("by") String by);
}
