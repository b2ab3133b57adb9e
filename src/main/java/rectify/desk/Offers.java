package rectify.desk;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import rectify.identity.Actor;
import rectify.identity.Deputies;
import rectify.identity.People;
import rectify.identity.Standing;

/** What the task list offers a person: nothing that would be refused, or be empty for good. */
@Component
class Offers {

  private final Deputies deputies;
  private final People people;

  Offers(Deputies deputies, People people) {
    this.deputies = deputies;
    this.people = people;
  }

  /**
   * What is offered.
   *
   * @param together what of their work can be done together, see 批量办理
   * @param deputies whether they have a colleague who can stand in for them, or they for one
   * @param unit whether they work anywhere: an account without has nothing to do here
   */
  record Offered(List<String> together, boolean deputies, boolean unit) {}

  Offered toMe() {
    Actor me = people.current();
    Standing standing = me.standing();
    List<String> together = new ArrayList<>();
    if (!standing.townships().isEmpty() || !standing.departments().isEmpty()) {
      together.add("accept");
    }
    if (!standing.townships().isEmpty()) {
      together.add("urge");
    }
    return new Offered(
        together,
        deputies.concernsOrMayName(me.id()),
        standing.isEnterpriseStaff()
            || standing.isOfficer()
            || standing.manager()
            || standing.processDesigner()
            || standing.administrator());
  }
}
