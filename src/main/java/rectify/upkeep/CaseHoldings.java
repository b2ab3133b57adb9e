package rectify.upkeep;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import rectify.engine.EngineWork;
import rectify.hazard.CaseLog;
import rectify.hazard.Change;
import rectify.hazard.Fact;
import rectify.hazard.Hazard;
import rectify.hazard.HazardEvent;
import rectify.identity.GroupIds;
import rectify.identity.People;
import rectify.jurisdiction.Department;
import rectify.jurisdiction.Holdings;
import rectify.jurisdiction.Jurisdictions;
import rectify.jurisdiction.Move;
import rectify.jurisdiction.Unit;

/**
 * The open cases of a unit. Each one that moves says so in its course; its last day and its clocks
 * stay. Closed cases keep the names they were closed under.
 */
@Component
@Order(1)
class CaseHoldings implements Holdings {

  private static final int RULE = 300;

  private final CaseUnitMapper mapper;
  private final EngineWork engine;
  private final ObjectProvider<CaseLog> log;
  private final ObjectProvider<Jurisdictions> jurisdictions;
  private final ObjectProvider<People> people;

  CaseHoldings(
      CaseUnitMapper mapper,
      EngineWork engine,
      ObjectProvider<CaseLog> log,
      ObjectProvider<Jurisdictions> jurisdictions,
      ObjectProvider<People> people) {
    this.mapper = mapper;
    this.engine = engine;
    this.log = log;
    this.jurisdictions = jurisdictions;
    this.people = people;
  }

  @Override
  public String what() {
    return "未销号案件";
  }

  @Override
  public boolean isWork() {
    return true;
  }

  @Override
  public List<String> held(Unit unit) {
    return mapper.of(unit, group(unit)).stream().map(OpenCase::number).toList();
  }

  @Override
  public int move(Move move) {
    int moved = 0;
    Map<List<String>, Set<String>> routes = new LinkedHashMap<>();
    for (Hazard hazard : mapper.toMove(move.from(), group(move.from()))) {
      Hazard after = after(hazard, move);
      if (!sameOwners(hazard, after)) {
        move(hazard, after, move);
        moved++;
        routes
            .computeIfAbsent(
                List.of(hazard.departmentGroup(), after.departmentGroup()),
                any -> new LinkedHashSet<>())
            .add(hazard.caseNumber());
      }
    }
    if (move.from().kind() == Unit.Kind.SUBCATEGORY) {
      routes.forEach((groups, cases) -> engine.move(groups.get(0), groups.get(1), cases));
    }
    return moved;
  }

  private void move(Hazard before, Hazard after, Move move) {
    log.getObject()
        .change(
            before,
            HazardEvent.Kind.REORGANISED,
            "责任单位由%s调整为%s，依据：%s；整改期限不变".formatted(owners(before), owners(after), move.why()),
            Change.of(Fact.TOWNSHIP_CODE, after.townshipCode())
                .and(Fact.SUBCATEGORY_CODE, after.subcategoryCode())
                .and(Fact.DEPARTMENT_ROLE, after.departmentRole())
                .and(Fact.DEPARTMENT_GROUP, after.departmentGroup())
                .and(Fact.AUTHORITY_GROUP, after.authorityGroup())
                .and(Fact.AUTHORITY_RULE, after.authorityRule()));
  }

  private String owners(Hazard hazard) {
    People names = people.getObject();
    String lead = names.groupName(hazard.departmentGroup());
    String town = jurisdictions.getObject().township(hazard.townshipCode()).name();
    String authority =
        hazard.authorityGroup() == null ? "" : "，验收或复查" + names.groupName(hazard.authorityGroup());
    return "“属地" + town + "，主管" + lead + authority + "”";
  }

  private Hazard after(Hazard hazard, Move move) {
    String group = group(move.from());
    String heir = group(move.to());
    return switch (move.from().kind()) {
      case TOWNSHIP ->
          with(
              hazard,
              hazard.townshipCode().equals(move.from().code())
                  ? move.to().code()
                  : hazard.townshipCode(),
              hazard.subcategoryCode(),
              hazard.departmentRole(),
              hazard.departmentGroup(),
              group.equals(hazard.authorityGroup()) ? heir : hazard.authorityGroup(),
              move);
      case DEPARTMENT ->
          with(
              hazard,
              hazard.townshipCode(),
              hazard.subcategoryCode(),
              group.equals(hazard.departmentGroup()) ? move.to().role() : hazard.departmentRole(),
              group.equals(hazard.departmentGroup()) ? heir : hazard.departmentGroup(),
              group.equals(hazard.authorityGroup()) ? heir : hazard.authorityGroup(),
              move);
      case SUBCATEGORY -> {
        Department lead =
            jurisdictions.getObject().leadDepartment(move.to().code(), hazard.countyCode());
        yield with(
            hazard,
            hazard.townshipCode(),
            move.to().code(),
            lead.role(),
            lead.groupId(),
            hazard.departmentGroup().equals(hazard.authorityGroup())
                ? lead.groupId()
                : hazard.authorityGroup(),
            move);
      }
      case COUNTY -> hazard;
    };
  }

  private static boolean sameOwners(Hazard before, Hazard after) {
    return before.townshipCode().equals(after.townshipCode())
        && before.subcategoryCode().equals(after.subcategoryCode())
        && before.departmentGroup().equals(after.departmentGroup())
        && Objects.equals(before.authorityGroup(), after.authorityGroup());
  }

  private static String group(Unit unit) {
    return unit.groups().isEmpty() ? GroupIds.township("") : unit.groups().get(0);
  }

  private static Hazard with(
      Hazard hazard,
      String township,
      String subcategory,
      String role,
      String department,
      String authority,
      Move move) {
    String rule =
        Objects.equals(authority, hazard.authorityGroup())
            ? hazard.authorityRule()
            : shortened(move.why());
    return hazard.ownedBy(township, subcategory, role, department, authority, rule);
  }

  private static String shortened(String why) {
    return why.length() <= RULE ? why : why.substring(0, RULE - 1) + "…";
  }
}
