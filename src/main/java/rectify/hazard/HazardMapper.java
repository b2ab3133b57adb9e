package rectify.hazard;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface HazardMapper {

  void insert(NewHazard hazard);

  Hazard byId(long id);

  /** The same, and nobody else changes it before the transaction ends. */
  Hazard lock(long id);

  List<Hazard> byIds(@Param("ids") Collection<Long> ids);

  List<Hazard> byInspection(long inspectionId);

  Long idByClientKey(@Param("clientId") String clientId, @Param("clientKey") String clientKey);

  int remark(@Param("mark") Mark mark);

  int assign(
      @Param("mark") Mark mark,
      @Param("authorityGroup") String authorityGroup,
      @Param("authorityRule") String authorityRule);

  int setDeadline(
      @Param("mark") Mark mark,
      @Param("dueAt") LocalDate dueAt,
      @Param("deadlineRule") String deadlineRule,
      @Param("status") Status status);

  int setStatus(@Param("mark") Mark mark, @Param("status") Status status);

  int extend(@Param("mark") Mark mark, @Param("dueAt") LocalDate dueAt);

  int reportRectified(
      @Param("mark") Mark mark,
      @Param("rectification") Rectification rectification,
      @Param("at") LocalDateTime at,
      @Param("by") String by);

  int sendBack(
      @Param("mark") Mark mark, @Param("reason") String reason, @Param("dueAt") LocalDate dueAt);

  int close(
      @Param("mark") Mark mark,
      @Param("at") LocalDateTime at,
      @Param("by") String by,
      @Param("opinion") String opinion);

  void insertEvent(HazardEvent event);

  List<HazardEvent> events(long hazardId);

  void insertOverdueDuty(
      @Param("hazardId") long hazardId,
      @Param("duty") String duty,
      @Param("group") String group,
      @Param("at") LocalDateTime at);

  void insertExtension(Extension extension);

  Extension openExtension(long hazardId);

  List<Extension> extensions(long hazardId);

  void decideExtension(Extension extension);

  void insertPlan(TreatmentPlan plan);

  TreatmentPlan latestPlan(long hazardId);

  void reviewPlan(TreatmentPlan plan);

  List<Hazard> page(
      @Param("filter") LedgerFilter filter,
      @Param("scope") LedgerScope scope,
      @Param("offset") long offset,
      @Param("limit") int limit);

  List<Hazard> before(
      @Param("filter") LedgerFilter filter,
      @Param("scope") LedgerScope scope,
      @Param("beforeId") long beforeId,
      @Param("limit") int limit);

  long count(@Param("filter") LedgerFilter filter, @Param("scope") LedgerScope scope);
}
