package rectify.assessment;

import java.util.List;
import org.springframework.stereotype.Component;
import rectify.assessment.OpenFindingMapper.Open;
import rectify.jurisdiction.Holdings;
import rectify.jurisdiction.Move;
import rectify.jurisdiction.Unit;
import rectify.responsibility.OpenWork;

/** Assessment findings on which the last word is not spoken. */
@Component
class OpenFindings implements OpenWork, Holdings {

  private final OpenFindingMapper mapper;

  OpenFindings(OpenFindingMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public List<Piece> pieces() {
    return mapper.open().stream()
        .map(
            finding ->
                new Piece(
                    "考核评估发现", number(finding), AssessmentFinding.KEY, finding.countyCode(), true))
        .toList();
  }

  @Override
  public String what() {
    return "待审定的考核发现";
  }

  @Override
  public boolean isWork() {
    return true;
  }

  @Override
  public List<String> held(Unit unit) {
    return unit.groups().stream()
        .flatMap(group -> mapper.reviewedBy(group).stream())
        .map(OpenFindings::number)
        .toList();
  }

  /** Who reviews moves; against whom a finding is held stays as it was found. */
  @Override
  public int move(Move move) {
    int moved = 0;
    for (int i = 0; i < move.from().groups().size(); i++) {
      moved += mapper.moveReviews(move.from().groups().get(i), move.to().groups().get(i));
    }
    return moved;
  }

  private static String number(Open finding) {
    return Finding.number(finding.period(), finding.id());
  }
}
