package rectify.enterprise;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import rectify.identity.GroupIds;
import rectify.identity.People;

/** Gives every enterprise its identity group, by its name, in the transaction that stores it. */
@Component
class EnterpriseGroups {

  private final Enterprises enterprises;
  private final People people;

  EnterpriseGroups(Enterprises enterprises, People people) {
    this.enterprises = enterprises;
    this.people = people;
  }

  @EventListener
  void stored(Enterprises.Stored stored) {
    List<String> codes = stored.enterprises().stream().map(Enterprise::creditCode).toList();
    people.ensureGroups(
        enterprises.registered(codes).values().stream()
            .collect(toMap(enterprise -> GroupIds.enterprise(enterprise.id()), Enterprise::name)));
  }
}
