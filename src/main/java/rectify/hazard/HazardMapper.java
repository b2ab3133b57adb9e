package rectify.hazard;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import rectify.chain.Head;

@Mapper
interface HazardMapper {

  void insert(NewHazard hazard);

  Hazard byId(long id);

  /** The same, and nobody else changes it before the transaction ends. */
  Hazard lock(long id);

  List<Hazard> byIds(@Param("ids") Collection<Long> ids);

  List<Hazard> byInspection(long inspectionId);

  Long idByClientKey(@Param("clientId") String clientId, @Param("clientKey") String clientKey);

  /** Changes a case as an event tells; 0 if somebody was faster. */
  int change(@Param("mark") Mark mark, @Param("facts") Map<Fact, Object> facts);

  void insertEvent(HazardEvent event);

  List<HazardEvent> events(long hazardId);

  /** Of several cases, by case and number. */
  List<HazardEvent> eventsOf(@Param("ids") Collection<Long> ids);

  List<Head> headsAfter(@Param("id") long id, @Param("most") int most);

  List<Head> heads(@Param("ids") Collection<Long> ids);

  List<Long> changedSince(LocalDateTime since);

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

  List<TreatmentPlan> plansOf(@Param("ids") Collection<Long> ids);

  TreatmentPlan latestPlan(long hazardId);

  void reviewPlan(TreatmentPlan plan);
}
