package rectify.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import rectify.enterprise.DemoRegister;
import rectify.enterprise.EnterpriseDetails;
import rectify.enterprise.EnterpriseFilter;
import rectify.enterprise.EnterpriseScope;
import rectify.enterprise.Enterprises;
import rectify.jurisdiction.Jurisdictions;

/**
 * Puts a small part of the demo register into an empty register: thirty enterprises of each county
 * that has demo people, many of them in the township of its demo officers. They are the same rows
 * as in the full register, so that importing that later leaves these as they are.
 */
@Component
@Profile("demo")
public class DemoEnterprises {

  /** The full register the demo's rows are a part of. */
  static final long SEED = 1;

  static final int FULL_SIZE = 12_765;

  private static final int OF_A_COUNTY = 30;
  private static final int OF_ITS_TOWNSHIP = 12;
  private static final Logger LOG = LoggerFactory.getLogger(DemoEnterprises.class);

  private final DemoRegister register;
  private final Enterprises enterprises;
  private final Jurisdictions jurisdictions;

  public DemoEnterprises(
      DemoRegister register, Enterprises enterprises, Jurisdictions jurisdictions) {
    this.register = register;
    this.enterprises = enterprises;
    this.jurisdictions = jurisdictions;
  }

  /** Fills the register; does nothing if there is an enterprise already. */
  public void register() {
    EnterpriseScope everything = EnterpriseScope.everything();
    if (enterprises.count(EnterpriseFilter.none(), everything) > 0) {
      return;
    }
    List<EnterpriseDetails> part = part();
    enterprises.registerAll(part, everything);
    LOG.info("Demo register: {} enterprises", part.size());
  }

  private List<EnterpriseDetails> part() {
    List<EnterpriseDetails> all = register.rows(SEED, FULL_SIZE);
    List<EnterpriseDetails> part = new ArrayList<>();
    for (DemoSafetyOfficer officer : DemoSafetyOfficer.values()) {
      String township = officer.township();
      List<EnterpriseDetails> around =
          Stream.concat(
                  all.stream().filter(officer::worksFor).limit(1),
                  all.stream().filter(details -> details.townshipCode().equals(township)))
              .distinct()
              .limit(OF_ITS_TOWNSHIP)
              .toList();
      part.addAll(around);
      all.stream()
          .filter(details -> !details.townshipCode().equals(township))
          .filter(details -> isIn(details, jurisdictions.township(township).countyCode()))
          .limit(OF_A_COUNTY - around.size())
          .forEach(part::add);
    }
    return part;
  }

  private boolean isIn(EnterpriseDetails details, String county) {
    return jurisdictions.township(details.townshipCode()).countyCode().equals(county);
  }
}
