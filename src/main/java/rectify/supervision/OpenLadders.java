package rectify.supervision;

import java.util.List;
import org.springframework.stereotype.Component;
import rectify.hazard.Hazard;
import rectify.responsibility.OpenWork;

/** Ladders of overdue cases: while one is said to run, it must. */
@Component
class OpenLadders implements OpenWork {

  private final OpenLadderMapper mapper;

  OpenLadders(OpenLadderMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public List<Piece> pieces() {
    return mapper.running().stream()
        .map(
            ladder ->
                new Piece(
                    "逾期督办",
                    Hazard.caseNumber(
                        ladder.countyCode(), ladder.foundAt().getYear(), ladder.hazardId()),
                    Supervision.KEY,
                    ladder.countyCode(),
                    false))
        .toList();
  }
}
