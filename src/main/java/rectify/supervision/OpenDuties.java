package rectify.supervision;

import java.util.List;
import org.springframework.stereotype.Component;
import rectify.hazard.Hazard;
import rectify.responsibility.OpenWork;

/** Duties that are late and not done: while one is open, somebody is set on it. */
@Component
class OpenDuties implements OpenWork {

  private final LateDutyMapper mapper;

  OpenDuties(LateDutyMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public List<Piece> pieces() {
    return mapper.allOpen().stream()
        .map(
            late ->
                new Piece(
                    "履职督办",
                    Hazard.caseNumber(late.countyCode(), late.foundAt().getYear(), late.hazardId()),
                    DutySupervision.KEY,
                    late.countyCode(),
                    false))
        .toList();
  }
}
