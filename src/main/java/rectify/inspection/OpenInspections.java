package rectify.inspection;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import rectify.hazard.Hazard;
import rectify.inspection.OpenInspectionMapper.Open;
import rectify.jurisdiction.Holdings;
import rectify.jurisdiction.Move;
import rectify.jurisdiction.Unit;
import rectify.responsibility.OpenWork;

/** Inspections that are not finished, and what they ordered that is not closed. */
@Component
class OpenInspections implements OpenWork, Holdings {

  private final OpenInspectionMapper mapper;

  OpenInspections(OpenInspectionMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public List<Piece> pieces() {
    return Stream.concat(
            mapper.visits().stream()
                .map(
                    visit ->
                        new Piece(
                            "监督检查",
                            number(visit),
                            Inspection.KEY,
                            visit.countyCode(),
                            !visit.documented())),
            mapper.orders().stream()
                .map(
                    order ->
                        new Piece(
                            "责令整改案件",
                            caseNumber(order),
                            Orders.KEY,
                            order.countyCode(),
                            true,
                            true)))
        .toList();
  }

  @Override
  public String what() {
    return "未办结的检查和移送";
  }

  @Override
  public boolean isWork() {
    return true;
  }

  @Override
  public List<String> held(Unit unit) {
    return unit.groups().stream()
        .flatMap(
            group ->
                Stream.concat(
                    mapper.visitsOf(group).stream().map(OpenInspections::number),
                    mapper.transfersTo(group).stream().map(OpenInspections::caseNumber)))
        .toList();
  }

  @Override
  public int move(Move move) {
    int moved = 0;
    for (int i = 0; i < move.from().groups().size(); i++) {
      String from = move.from().groups().get(i);
      String to = move.to().groups().get(i);
      moved += mapper.moveVisits(from, to) + mapper.moveTransfers(from, to);
    }
    return moved;
  }

  private static String number(Open visit) {
    return Visit.number(visit.countyCode(), visit.at().getYear(), visit.id());
  }

  private static String caseNumber(Open order) {
    return Hazard.caseNumber(order.countyCode(), order.at().getYear(), order.id());
  }
}
