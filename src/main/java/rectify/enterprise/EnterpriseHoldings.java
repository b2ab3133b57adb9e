package rectify.enterprise;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import rectify.identity.GroupIds;
import rectify.jurisdiction.Holdings;
import rectify.jurisdiction.Move;
import rectify.jurisdiction.Unit;
import rectify.notification.Notice;
import rectify.notification.NoticeKind;
import rectify.notification.Notifications;

/** The enterprises of a unit; each is told who is responsible for it now. */
@Component
@Order(0)
class EnterpriseHoldings implements Holdings {

  private static final int NOTICES_A_STATEMENT = 500;

  private final EnterpriseUnitMapper mapper;
  private final ObjectProvider<Notifications> notifications;
  private final Clock clock;

  EnterpriseHoldings(
      EnterpriseUnitMapper mapper, ObjectProvider<Notifications> notifications, Clock clock) {
    this.mapper = mapper;
    this.notifications = notifications;
    this.clock = clock;
  }

  @Override
  public String what() {
    return "企业";
  }

  @Override
  public boolean isWork() {
    return false;
  }

  @Override
  public List<String> held(Unit unit) {
    return mapper.of(unit).stream().map(EnterpriseUnitMapper.Owned::name).toList();
  }

  @Override
  public int move(Move move) {
    if (move.from().equals(move.to())) {
      return 0;
    }
    List<EnterpriseUnitMapper.Owned> all = mapper.of(move.from());
    if (all.isEmpty()) {
      return 0;
    }
    mapper.move(
        move.from(),
        move.to(),
        move.toCounty(),
        LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS));
    for (int from = 0; from < all.size(); from += NOTICES_A_STATEMENT) {
      notifications
          .getObject()
          .post(
              all.subList(from, Math.min(from + NOTICES_A_STATEMENT, all.size())).stream()
                  .map(enterprise -> notice(enterprise, move))
                  .toList());
    }
    return all.size();
  }

  private static Notice notice(EnterpriseUnitMapper.Owned enterprise, Move move) {
    return Notice.about(
            NoticeKind.REORGANISED,
            "move/" + move.from().code() + "/" + move.to().code() + "/" + enterprise.id(),
            "责任单位调整：" + enterprise.name(),
            move.why() + "；未办结事项的期限不变",
            null)
        .toGroup(GroupIds.enterprise(enterprise.id()));
  }
}
