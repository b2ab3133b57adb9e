package rectify.reorganisation;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import rectify.engine.EngineWork;
import rectify.jurisdiction.Holdings;
import rectify.jurisdiction.Move;
import rectify.jurisdiction.Unit;

/** The open tasks offered to a unit; they move after the cases, whose books say whose they are. */
@Component
@Order(TaskHoldings.ORDER)
class TaskHoldings implements Holdings {

  static final int ORDER = 1_000;

  private final EngineWork engine;

  TaskHoldings(EngineWork engine) {
    this.engine = engine;
  }

  @Override
  public String what() {
    return "待办任务";
  }

  @Override
  public boolean isWork() {
    return true;
  }

  @Override
  public List<String> held(Unit unit) {
    return unit.kind() == Unit.Kind.COUNTY
        ? engine.numbersOfTenant(unit.code())
        : unit.groups().stream().flatMap(it -> engine.numbersOfGroup(it).stream()).toList();
  }

  @Override
  public int move(Move move) {
    int moved = 0;
    for (int i = 0; i < move.from().groups().size(); i++) {
      moved += engine.moveAll(move.from().groups().get(i), move.to().groups().get(i));
    }
    return moved;
  }
}
