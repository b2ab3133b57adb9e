package rectify.assessment;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import rectify.suspicion.Kind;

@Mapper
interface FindingMapper {

  /** What a period has already, to pass over. */
  record Known(Kind kind, String subject) {}

  List<Known> known(String period);

  /** The newest month that was assessed after its days of grace; null if none was. */
  String lastAssessed();

  void assessed(@Param("period") String period, @Param("at") LocalDateTime at);

  /** Stores findings, and passes over those another node is storing. */
  void insert(@Param("findings") List<Finding> findings, @Param("sweep") String sweep);

  List<Finding> ofSweep(String sweep);

  Finding byId(long id);

  int ask(@Param("id") long id, @Param("at") LocalDateTime at, @Param("by") String by);

  /** Who asked to explain it; null if nobody did by themselves. */
  String askedBy(long id);

  int answer(
      @Param("id") long id,
      @Param("answer") String answer,
      @Param("at") LocalDateTime at,
      @Param("by") String by);

  /**
   * @param by null where nobody reviewed it
   */
  int decide(
      @Param("id") long id,
      @Param("from") FindingStatus from,
      @Param("to") FindingStatus to,
      @Param("opinion") String opinion,
      @Param("at") LocalDateTime at,
      @Param("by") String by);

  List<Finding> page(
      @Param("filter") FindingFilter filter,
      @Param("scope") AssessmentScope scope,
      @Param("offset") long offset,
      @Param("limit") int limit);

  long count(@Param("filter") FindingFilter filter, @Param("scope") AssessmentScope scope);
}
