package rectify.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import rectify.enterprise.DemoRegister;
import rectify.enterprise.Enterprise;
import rectify.enterprise.EnterpriseFilter;
import rectify.enterprise.EnterpriseScope;
import rectify.enterprise.Enterprises;
import rectify.identity.Actor;
import rectify.identity.GroupIds;
import rectify.identity.People;
import rectify.jurisdiction.Jurisdictions;

/** The model city at full size, and some of its people. */
final class City {

  static final int ENTERPRISES = 12_765;

  private static final long SEED = 20260101;
  private static final int FIRMS_AT_WORK = 50;
  private static final String CATEGORY_VERIFIED_BY_TOWNSHIPS = "04";

  /** An enterprise's safety officer and the township officer who verifies there. */
  record Pair(Actor firm, Actor officer) {}

  private final List<Enterprise> enterprises;
  private final List<Pair> pairs = new ArrayList<>();
  private final Jurisdictions jurisdictions;

  City(ApplicationContext product) {
    jurisdictions = product.getBean(Jurisdictions.class);
    Enterprises register = product.getBean(Enterprises.class);
    register.registerAll(
        product.getBean(DemoRegister.class).rows(SEED, ENTERPRISES), EnterpriseScope.everything());
    enterprises = register.all(EnterpriseFilter.none(), EnterpriseScope.everything()).toList();
    People people = product.getBean(People.class);
    Map<String, String> owners = new java.util.HashMap<>();
    jurisdictions.ownerGroups().forEach(group -> owners.put(group.id(), group.name()));
    people.ensureGroups(owners);
    enterprises.stream()
        .filter(firm -> firm.subcategoryCode().startsWith(CATEGORY_VERIFIED_BY_TOWNSHIPS))
        .limit(FIRMS_AT_WORK)
        .forEach(firm -> pairs.add(pair(people, firm)));
  }

  List<Enterprise> enterprises() {
    return enterprises;
  }

  Jurisdictions jurisdictions() {
    return jurisdictions;
  }

  Pair pair(int i) {
    return pairs.get(i % pairs.size());
  }

  private static Pair pair(People people, Enterprise firm) {
    String own = GroupIds.enterprise(firm.id());
    people.ensureGroup(own, firm.name());
    return new Pair(
        person(people, "firm" + firm.id(), own, firm.countyCode()),
        person(
            people,
            "officer" + firm.townshipCode(),
            GroupIds.township(firm.townshipCode()),
            firm.countyCode()));
  }

  private static Actor person(People people, String id, String group, String county) {
    people.createPerson(id, "演示人员" + id, "Rectify-Bench-2026");
    people.ensureTenant(county, county);
    people.join(id, group);
    people.joinTenant(id, county);
    return people.find(id).orElseThrow();
  }
}
