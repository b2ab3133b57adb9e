package rectify.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import rectify.enterprise.EnterpriseFilter;
import rectify.enterprise.EnterpriseScope;
import rectify.enterprise.Enterprises;
import rectify.identity.GroupIds;
import rectify.identity.People;

/** Gives the demo's safety officers their enterprises once the demo register is there. */
@Component
@Profile("demo")
class DemoSafetyOfficers {

  private final Enterprises enterprises;
  private final People people;

  DemoSafetyOfficers(Enterprises enterprises, People people) {
    this.enterprises = enterprises;
    this.people = people;
  }

  void employ() {
    for (DemoSafetyOfficer officer : DemoSafetyOfficer.values()) {
      EnterpriseFilter own =
          new EnterpriseFilter(null, null, officer.township(), officer.trade(), null, null);
      enterprises.page(own, EnterpriseScope.everything(), 0, 1).stream()
          .map(enterprise -> GroupIds.enterprise(enterprise.id()))
          .forEach(group -> people.join(officer.userId(), group));
    }
  }
}
