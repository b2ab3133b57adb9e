package rectify.upkeep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import rectify.identity.People;
import rectify.jurisdiction.CoverageGap;
import rectify.jurisdiction.Department;
import rectify.jurisdiction.Jurisdictions;
import rectify.refusal.Refusal;
import rectify.responsibility.Auditor;

/** Open cases that are still with the department that led their trade before. */
@Component
class FormerLeads implements Auditor {

  private record Trade(String subcategory, String county, String department) {}

  private final CaseUnitMapper mapper;
  private final Jurisdictions jurisdictions;
  private final People people;

  FormerLeads(CaseUnitMapper mapper, Jurisdictions jurisdictions, People people) {
    this.mapper = mapper;
    this.jurisdictions = jurisdictions;
    this.people = people;
  }

  @Override
  public List<CoverageGap> gaps(Predicate<String> counties, int most) {
    Map<Trade, List<String>> cases = new LinkedHashMap<>();
    for (OpenCase open : mapper.byTrade()) {
      if (counties.test(open.countyCode())) {
        cases
            .computeIfAbsent(
                new Trade(open.subcategoryCode(), open.countyCode(), open.departmentGroup()),
                any -> new ArrayList<>())
            .add(open.number());
      }
    }
    List<CoverageGap> gaps = new ArrayList<>();
    cases.forEach(
        (trade, numbers) ->
            leadNow(trade)
                .filter(lead -> !lead.groupId().equals(trade.department()))
                .ifPresent(lead -> gaps.add(gap(trade, lead, numbers, most))));
    return gaps;
  }

  /** Empty where nobody leads: that is a gap of its own. */
  private Optional<Department> leadNow(Trade trade) {
    try {
      return Optional.of(jurisdictions.leadDepartment(trade.subcategory(), trade.county()));
    } catch (Refusal nobody) {
      return Optional.empty();
    }
  }

  private CoverageGap gap(Trade trade, Department lead, List<String> numbers, int most) {
    return new CoverageGap(
        CoverageGap.Kind.FORMER_LEAD,
        trade.subcategory() + "@" + trade.county(),
        "%s在%s现由%s主管，仍有未销号案件%d件（%s%s）由%s办理，需要移交的，请在 successions.csv 中写明行业小类%s由%s承接。"
            .formatted(
                jurisdictions.subcategory(trade.subcategory()).name(),
                jurisdictions.placeName(trade.county()),
                lead.name(),
                numbers.size(),
                String.join("、", numbers.subList(0, Math.min(most, numbers.size()))),
                numbers.size() > most ? "等" : "",
                people.groupName(trade.department()),
                trade.subcategory(),
                trade.subcategory()));
  }
}
