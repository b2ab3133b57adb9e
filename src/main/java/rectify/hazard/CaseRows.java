package rectify.hazard;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Cases as they are stored, whoever asks, for the rooms above; who may see one they ask. */
@Component
public class CaseRows {

  private final HazardMapper mapper;

  CaseRows(HazardMapper mapper) {
    this.mapper = mapper;
  }

  /** One case; null if there is none. */
  public Hazard byId(long id) {
    return mapper.byId(id);
  }

  /** One case until the transaction ends, so that nobody else changes it meanwhile. */
  public Hazard lock(long id) {
    return mapper.lock(id);
  }

  /** Those of these cases there are. */
  public List<Hazard> byIds(Collection<Long> ids) {
    return mapper.byIds(ids);
  }

  /** What an inspection found. */
  public List<Hazard> byInspection(long inspectionId) {
    return mapper.byInspection(inspectionId);
  }

  /** The newest plan of a case; null if none was filed. */
  public TreatmentPlan latestPlan(long id) {
    return mapper.latestPlan(id);
  }

  /** The request for more time that is not decided; null if there is none. */
  public Extension openExtension(long id) {
    return mapper.openExtension(id);
  }
}
