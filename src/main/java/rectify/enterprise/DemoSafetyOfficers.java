package rectify.enterprise;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import rectify.identity.GroupIds;
import rectify.identity.People;

/** Gives the demo's safety officers their enterprises once the demo register is there. */
@Component
@Profile("demo")
@Order(DemoEnterprises.ORDER + 1)
class DemoSafetyOfficers implements ApplicationRunner {

  private final Enterprises enterprises;
  private final People people;

  DemoSafetyOfficers(Enterprises enterprises, People people) {
    this.enterprises = enterprises;
    this.people = people;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    for (DemoSafetyOfficer officer : DemoSafetyOfficer.values()) {
      EnterpriseFilter own =
          new EnterpriseFilter(null, null, officer.township(), officer.trade(), null, null);
      enterprises.page(own, EnterpriseScope.everything(), 0, 1).stream()
          .map(enterprise -> GroupIds.enterprise(enterprise.id()))
          .forEach(group -> people.join(officer.userId(), group));
    }
  }
}
