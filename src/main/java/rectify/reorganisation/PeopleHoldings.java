package rectify.reorganisation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import rectify.engine.EngineWork;
import rectify.identity.People;
import rectify.jurisdiction.Holdings;
import rectify.jurisdiction.Move;
import rectify.jurisdiction.Unit;

/** The people of a unit; they move last, when their tasks are offered to the successor already. */
@Component
@Order(TaskHoldings.ORDER + 1)
class PeopleHoldings implements Holdings {

  private final EngineWork engine;
  private final ObjectProvider<People> people;

  PeopleHoldings(EngineWork engine, ObjectProvider<People> people) {
    this.engine = engine;
    this.people = people;
  }

  @Override
  public String what() {
    return "人员";
  }

  @Override
  public boolean isWork() {
    return false;
  }

  @Override
  public List<String> held(Unit unit) {
    Set<String> held = new LinkedHashSet<>();
    unit.groups().forEach(group -> held.addAll(engine.membersOfGroup(group)));
    if (unit.kind() == Unit.Kind.COUNTY) {
      held.addAll(engine.membersOfTenant(unit.code()));
    }
    return List.copyOf(held);
  }

  @Override
  public int move(Move move) {
    People all = people.getObject();
    Set<String> moved = new LinkedHashSet<>();
    for (int i = 0; i < move.from().groups().size(); i++) {
      String from = move.from().groups().get(i);
      String to = move.to().groups().get(i);
      for (String person : engine.membersOfGroup(from)) {
        all.join(person, to);
        if (move.toCounty() != null) {
          all.joinTenant(person, move.toCounty());
        }
        all.leave(person, from);
        moved.add(person);
      }
    }
    if (move.from().kind() == Unit.Kind.COUNTY) {
      for (String person : engine.membersOfTenant(move.from().code())) {
        all.joinTenant(person, move.to().code());
        all.leaveTenant(person, move.from().code());
        moved.add(person);
      }
    }
    return moved.size();
  }
}
