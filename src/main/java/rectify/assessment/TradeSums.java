package rectify.assessment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import rectify.assessment.ScoreMapper.OfTrade;
import rectify.identity.GroupIds;
import rectify.jurisdiction.County;
import rectify.jurisdiction.Department;
import rectify.jurisdiction.Jurisdictions;
import rectify.jurisdiction.Subcategory;

/**
 * Adds up what was counted per trade and township for the township and the department in charge.
 */
@Component
class TradeSums {

  private final Jurisdictions jurisdictions;

  TradeSums(Jurisdictions jurisdictions) {
    this.jurisdictions = jurisdictions;
  }

  /** By the group of the township, and by that of the department in charge there. */
  Map<String, Rate> byAuthority(List<OfTrade> counts) {
    Map<String, String> departments = departments();
    Map<String, Rate> rates = new HashMap<>();
    for (OfTrade count : counts) {
      Rate rate = new Rate(count.part(), count.whole());
      rates.merge(GroupIds.township(count.townshipCode()), rate, Rate::plus);
      String department = departments.get(count.countyCode() + count.trade());
      if (department != null) {
        rates.merge(department, rate, Rate::plus);
      }
    }
    return rates;
  }

  private Map<String, String> departments() {
    Map<String, String> groups = new HashMap<>();
    for (County county : jurisdictions.counties()) {
      for (Department department : jurisdictions.departmentsFor(county.code())) {
        for (Subcategory trade : jurisdictions.tradesOf(department, county.code())) {
          groups.put(county.code() + trade.code(), department.groupId());
        }
      }
    }
    return groups;
  }
}
