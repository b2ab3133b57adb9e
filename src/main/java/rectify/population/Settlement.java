package rectify.population;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import rectify.engine.OneCommand;
import rectify.enterprise.DemoRegister;
import rectify.enterprise.Enterprise;
import rectify.enterprise.EnterpriseDetails;
import rectify.enterprise.EnterpriseFilter;
import rectify.enterprise.EnterpriseScope;
import rectify.enterprise.Enterprises;
import rectify.identity.Actor;
import rectify.identity.Certificate;
import rectify.identity.GroupIds;
import rectify.identity.People;
import rectify.identity.People.NewPerson;
import rectify.jurisdiction.Jurisdictions;
import rectify.jurisdiction.OwnerGroup;
import rectify.population.City.Firm;
import rectify.refusal.Refusal;

/**
 * Settles a city: its register, a safety officer for each enterprise, and two officers with
 * certificates for each authority that has anything to do. Nobody knows their passwords, so that
 * nobody can log in as they.
 */
@Component
public class Settlement {

  private static final int PEOPLE_A_COMMAND = 300;
  private static final LocalDate CERTIFICATES_END = LocalDate.of(2099, 12, 31);
  private static final List<String> TWO = List.of("甲", "乙");

  private final DemoRegister register;
  private final Enterprises enterprises;
  private final Jurisdictions jurisdictions;
  private final People people;
  private final OneCommand together;

  Settlement(
      DemoRegister register,
      Enterprises enterprises,
      Jurisdictions jurisdictions,
      People people,
      OneCommand together) {
    this.register = register;
    this.enterprises = enterprises;
    this.jurisdictions = jurisdictions;
    this.people = people;
    this.together = together;
  }

  /** Brings the city into being, as far as it is not there yet. */
  public City settle(long seed, int size, BehaviourProfile profile) {
    return city(registered(seed, size), group -> List.of(), false, seed, profile);
  }

  /** How many enterprises are registered. */
  public int size() {
    return (int) enterprises.count(EnterpriseFilter.none(), EnterpriseScope.everything());
  }

  /**
   * Takes the enterprises and people who are there, and gives every authority of the city somebody
   * who has nobody, as far as it is not done yet.
   */
  public City populate(long seed, BehaviourProfile profile) {
    List<Enterprise> all =
        enterprises.all(EnterpriseFilter.none(), EnterpriseScope.everything()).toList();
    return city(all, this::members, true, seed, profile);
  }

  private List<Actor> members(String group) {
    return people.members(group).stream().sorted().flatMap(id -> people.find(id).stream()).toList();
  }

  private City city(
      List<Enterprise> all,
      Function<String, List<Actor>> there,
      boolean everywhere,
      long seed,
      BehaviourProfile profile) {
    Map<String, Firm> firms = new LinkedHashMap<>();
    List<NewPerson> newcomers = new ArrayList<>();
    Draw draw = new Draw(seed);
    for (Enterprise enterprise : all) {
      Actor officer =
          there.apply(GroupIds.enterprise(enterprise.id())).stream()
              .findFirst()
              .orElseGet(() -> newcomer(safetyOfficer(enterprise), newcomers));
      firms.put(
          GroupIds.enterprise(enterprise.id()),
          new Firm(
              enterprise,
              behaviour(enterprise, profile, draw),
              officer,
              jurisdictions
                  .leadDepartment(enterprise.subcategoryCode(), enterprise.countyCode())
                  .groupId()));
    }
    List<NewPerson> officials = new ArrayList<>();
    Map<String, List<Actor>> officers = officers(all, there, everywhere, officials);
    newcomers.addAll(officials);
    create(newcomers);
    officials.stream()
        .filter(official -> people.certificateOf(official.id(), CERTIFICATES_END).isEmpty())
        .forEach(
            official ->
                people.recordCertificate(
                    new Certificate(official.id(), "模拟-" + official.id(), CERTIFICATES_END)));
    return new City(firms, officers);
  }

  private List<Enterprise> registered(long seed, int size) {
    EnterpriseScope everything = EnterpriseScope.everything();
    List<EnterpriseDetails> rows = register.rows(seed, size);
    if (enterprises.count(EnterpriseFilter.none(), everything) == 0) {
      enterprises.registerAll(rows, everything);
    }
    List<Enterprise> all = enterprises.all(EnterpriseFilter.none(), everything).toList();
    Set<String> ours = rows.stream().map(EnterpriseDetails::creditCode).collect(toSet());
    if (!all.stream().map(Enterprise::creditCode).collect(toSet()).equals(ours)) {
      throw new Refusal("企业名册里有不是模拟产生的企业，请换一个空的数据库。");
    }
    return all;
  }

  /** The truth about an enterprise: of the seed and the profile alone. */
  static Behaviour behaviour(Enterprise enterprise, BehaviourProfile profile, Draw draw) {
    if (!enterprise.enrolled()) {
      return Behaviour.HONEST;
    }
    double left = draw.share("behaviour", enterprise.creditCode());
    for (Behaviour behaviour : Behaviour.values()) {
      left -= profile.enterprises().getOrDefault(behaviour, 0.0);
      if (left < 0) {
        return behaviour == Behaviour.ZERO && !profile.checks().isBusy(enterprise.subcategoryCode())
            ? Behaviour.HONEST
            : behaviour;
      }
    }
    return Behaviour.HONEST;
  }

  private static NewPerson safetyOfficer(Enterprise enterprise) {
    return new NewPerson(
        "sim" + enterprise.creditCode(),
        "模拟·" + enterprise.safetyOfficer(),
        List.of(GroupIds.enterprise(enterprise.id()), GroupIds.ENTERPRISE),
        List.of(enterprise.countyCode()));
  }

  private Map<String, List<Actor>> officers(
      List<Enterprise> all,
      Function<String, List<Actor>> there,
      boolean everywhere,
      List<NewPerson> newcomers) {
    Set<String> townships =
        all.stream().map(it -> GroupIds.township(it.townshipCode())).collect(toSet());
    Set<String> counties = all.stream().map(Enterprise::countyCode).collect(toSet());
    List<String> everyCounty = new ArrayList<>();
    jurisdictions.counties().forEach(county -> everyCounty.add(county.code()));
    everyCounty.add(GroupIds.CITY); // the city's own inspections belong to the city
    Map<String, List<Actor>> officers = new LinkedHashMap<>();
    for (OwnerGroup owner : jurisdictions.ownerGroups()) {
      boolean city = owner.countyCode().equals(GroupIds.CITY);
      boolean township = owner.id().startsWith(GroupIds.township(""));
      boolean busy =
          township
              ? townships.contains(owner.id())
              : city || isOffice(owner) || counties.contains(owner.countyCode());
      if (busy || everywhere) {
        List<Actor> unit = new ArrayList<>(there.apply(owner.id()));
        for (int i = unit.size(); i < (busy ? TWO.size() : 1); i++) {
          unit.add(
              newcomer(
                  official(owner, i, city ? everyCounty : List.of(owner.countyCode())), newcomers));
        }
        officers.put(owner.id(), unit);
      }
    }
    return officers;
  }

  private static NewPerson official(OwnerGroup owner, int number, List<String> counties) {
    return new NewPerson(
        "sim" + owner.id() + (number + 1),
        "模拟·" + owner.name() + TWO.get(number),
        List.of(owner.id(), GroupIds.OFFICER),
        counties);
  }

  private static Actor newcomer(NewPerson person, List<NewPerson> newcomers) {
    newcomers.add(person);
    return new Actor(person.id(), person.name(), person.groups(), person.counties());
  }

  /** A county without an enterprise signs its tables too. */
  private static boolean isOffice(OwnerGroup owner) {
    return owner.id().equals(GroupIds.office(owner.countyCode()));
  }

  private void create(List<NewPerson> all) {
    String password = "Aa1!" + UUID.randomUUID();
    for (int from = 0; from < all.size(); from += PEOPLE_A_COMMAND) {
      List<NewPerson> some = all.subList(from, Math.min(from + PEOPLE_A_COMMAND, all.size()));
      together.run(() -> people.createPeople(some, password));
    }
  }

  /** How many enterprises behave in each way. */
  public static Map<Behaviour, Long> census(City city) {
    return city.firms().values().stream()
        .filter(firm -> firm.enterprise().enrolled())
        .collect(
            toMap(Firm::behaviour, firm -> 1L, Long::sum, () -> new EnumMap<>(Behaviour.class)));
  }
}
