package rectify.jurisdiction;

import static java.util.stream.Collectors.toMap;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import rectify.identity.People;

/** Gives every place its tenant and every owner its group before the web server opens. */
@Component
public class OwnerGroups implements SmartInitializingSingleton {

  private final Jurisdictions jurisdictions;
  private final People people;

  OwnerGroups(Jurisdictions jurisdictions, People people) {
    this.jurisdictions = jurisdictions;
    this.people = people;
  }

  @Override
  public void afterSingletonsInstantiated() {
    ensure();
  }

  /** Those that are missing; what is there keeps its people. */
  public void ensure() {
    jurisdictions
        .catalog()
        .places()
        .forEach(place -> people.ensureTenant(place.code(), place.name()));
    people.ensureGroups(
        jurisdictions.ownerGroups().stream().collect(toMap(OwnerGroup::id, OwnerGroup::name)));
  }
}
