package rectify.reminder;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import rectify.jurisdiction.Holdings;
import rectify.jurisdiction.Move;
import rectify.jurisdiction.Unit;
import rectify.light.RedLight;
import rectify.light.RedLightAttention;
import rectify.responsibility.OpenWork;
import rectify.selfcheck.MonthlyCheck;
import rectify.selfcheck.SelfCheck;

/** Self-checks that are due, late lists and red lights that wait for an answer. */
@Component
class OpenChecks implements OpenWork, Holdings {

  private final OpenCheckMapper mapper;

  OpenChecks(OpenCheckMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public List<Piece> pieces() {
    Stream<Piece> checks =
        mapper.checks().stream()
            .map(
                check ->
                    new Piece(
                        "每月自查",
                        MonthlyCheck.number(check.countyCode(), check.period(), check.id()),
                        SelfCheck.KEY,
                        check.countyCode(),
                        true));
    Stream<Piece> lists =
        mapper.lateLists().stream()
            .map(
                list ->
                    new Piece(
                        "未报名单督促",
                        Reminder.number(list.townshipCode(), list.period()),
                        SelfCheckReminder.KEY,
                        list.countyCode(),
                        true));
    Stream<Piece> lights =
        mapper.redLights().stream()
            .map(
                red ->
                    new Piece(
                        "红灯关注",
                        RedLight.number(red.id()),
                        RedLightAttention.KEY,
                        red.countyCode(),
                        true));
    return Stream.of(checks, lists, lights).flatMap(pieces -> pieces).toList();
  }

  @Override
  public String what() {
    return "待报送的自查";
  }

  @Override
  public boolean isWork() {
    return true;
  }

  @Override
  public List<String> held(Unit unit) {
    return mapper.of(unit).stream()
        .map(check -> MonthlyCheck.number(check.countyCode(), check.period(), check.id()))
        .toList();
  }

  @Override
  public int move(Move move) {
    String from = move.from().code();
    String to = move.to().code();
    return switch (move.from().kind()) {
      case TOWNSHIP -> mapper.moveChecks("township", from, to);
      case SUBCATEGORY -> mapper.moveChecks("trade", from, to);
      case DEPARTMENT ->
          mapper.moveRedLights(move.from().groups().get(0), move.to().groups().get(0));
      case COUNTY -> 0;
    };
  }
}
