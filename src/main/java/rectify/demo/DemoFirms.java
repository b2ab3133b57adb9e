package rectify.demo;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import rectify.enterprise.Enterprise;
import rectify.enterprise.EnterpriseFilter;
import rectify.enterprise.EnterpriseScope;
import rectify.enterprise.Enterprises;
import rectify.identity.GroupIds;
import rectify.identity.People;
import rectify.jurisdiction.Jurisdictions;

/** The enterprises of the scenes by the names they have there, and the units of the demo people. */
@Component
@Profile("demo")
class DemoFirms {

  private static final Map<String, DemoSafetyOfficer> COUNTIES =
      Map.of("jj", DemoSafetyOfficer.JINJIANG, "na", DemoSafetyOfficer.NANAN);

  /** The department all of them are in the charge of, and the demo people's. */
  private static final String ROLE = "emergency";

  /** The scenes play in workshops first. */
  private static final String WORKSHOPS = "04";

  private final Enterprises enterprises;
  private final Jurisdictions jurisdictions;
  private final People people;

  DemoFirms(Enterprises enterprises, Jurisdictions jurisdictions, People people) {
    this.enterprises = enterprises;
    this.jurisdictions = jurisdictions;
    this.people = people;
  }

  /** The enterprises by name, such as {@code jj-town-2}. */
  Map<String, Enterprise> byName() {
    Map<String, Enterprise> named = new HashMap<>();
    COUNTIES.forEach((prefix, officer) -> name(prefix, officer, named));
    return named;
  }

  private void name(String prefix, DemoSafetyOfficer officer, Map<String, Enterprise> named) {
    String county = jurisdictions.township(officer.township()).countyCode();
    EnterpriseFilter there = new EnterpriseFilter(null, county, null, null, null, true);
    Set<Long> own = people.find(officer.userId()).orElseThrow().standing().enterprises();
    List<Enterprise> all =
        enterprises
            .all(there, EnterpriseScope.everything())
            .sorted(Comparator.comparing(firm -> !firm.subcategoryCode().startsWith(WORKSHOPS)))
            .toList();
    int inTownship = 0;
    int around = 0;
    for (Enterprise firm : all) {
      if (own.contains(firm.id())) {
        named.put(prefix, firm);
      } else if (jurisdictions
          .leadDepartment(firm.subcategoryCode(), county)
          .groupId()
          .equals(GroupIds.department(county, ROLE))) {
        boolean neighbour = firm.townshipCode().equals(officer.township());
        named.put(prefix + (neighbour ? "-town-" + ++inTownship : "-county-" + ++around), firm);
      }
    }
  }

  /** The groups in which a demo person works. */
  Set<String> units() {
    Set<String> units = new HashSet<>();
    units.add(GroupIds.office(Jurisdictions.CITY));
    for (DemoSafetyOfficer officer : DemoSafetyOfficer.values()) {
      String county = jurisdictions.township(officer.township()).countyCode();
      people
          .find(officer.userId())
          .orElseThrow()
          .standing()
          .enterprises()
          .forEach(own -> units.add(GroupIds.enterprise(own)));
      units.add(GroupIds.township(officer.township()));
      units.add(GroupIds.department(county, ROLE));
      units.add(GroupIds.office(county));
    }
    return units;
  }

  /** The department that inspects an enterprise. */
  String department(Enterprise firm) {
    return jurisdictions.leadDepartment(firm.subcategoryCode(), firm.countyCode()).groupId();
  }
}
