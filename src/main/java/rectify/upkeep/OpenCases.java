package rectify.upkeep;

import java.util.List;
import org.springframework.stereotype.Component;
import rectify.hazard.HazardRectification;
import rectify.responsibility.OpenWork;

/** Reported hazards that are not closed: each is somebody's until it is. */
@Component
class OpenCases implements OpenWork {

  private final CaseUnitMapper mapper;

  OpenCases(CaseUnitMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public List<Piece> pieces() {
    return mapper.selfReported().stream()
        .map(
            open ->
                new Piece(
                    "自查隐患案件",
                    open.number(),
                    HazardRectification.KEY,
                    open.countyCode(),
                    true,
                    true))
        .toList();
  }
}
