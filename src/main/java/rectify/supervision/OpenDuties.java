package rectify.supervision;

import java.util.List;
import java.util.stream.Stream;
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
    return Stream.concat(
            mapper.allOpen().stream()
                .map(
                    late ->
                        piece(
                            Hazard.caseNumber(
                                late.countyCode(), late.foundAt().getYear(), late.hazardId()),
                            late.countyCode())),
            mapper.allOpenOutside().stream().map(late -> piece(late.number(), late.countyCode())))
        .toList();
  }

  private static Piece piece(String number, String countyCode) {
    return new Piece("履职督办", number, DutySupervision.KEY, countyCode, false);
  }
}
