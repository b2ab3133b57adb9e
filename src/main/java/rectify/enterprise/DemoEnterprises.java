package rectify.enterprise;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import rectify.jurisdiction.Jurisdictions;

/**
 * Puts a small part of the demo register into an empty register at start: the same rows as in the
 * full one, so that importing that later leaves these as they are.
 */
@Component
@Profile("demo")
@Order(DemoEnterprises.ORDER)
class DemoEnterprises implements ApplicationRunner {

  /** Before whoever needs demo enterprises at start. */
  static final int ORDER = 100;

  /** The full register the demo's rows are a part of. */
  static final long SEED = 1;

  static final int FULL_SIZE = 12_765;

  private static final int ABOUT = 60;
  private static final int LEAST_PER_COUNTY = 2;
  private static final Logger LOG = LoggerFactory.getLogger(DemoEnterprises.class);

  private final DemoRegister register;
  private final Enterprises enterprises;
  private final Jurisdictions jurisdictions;

  DemoEnterprises(DemoRegister register, Enterprises enterprises, Jurisdictions jurisdictions) {
    this.register = register;
    this.enterprises = enterprises;
    this.jurisdictions = jurisdictions;
  }

  @Override
  public void run(ApplicationArguments arguments) {
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
    all.stream()
        .collect(
            groupingBy(
                details -> jurisdictions.township(details.townshipCode()).countyCode(),
                TreeMap::new,
                toList()))
        .values()
        .forEach(
            ofCounty -> {
              int share = Math.round((float) ABOUT * ofCounty.size() / FULL_SIZE);
              part.addAll(ofCounty.subList(0, Math.max(LEAST_PER_COUNTY, share)));
            });
    for (DemoSafetyOfficer officer : DemoSafetyOfficer.values()) {
      all.stream()
          .filter(officer::worksFor)
          .findFirst()
          .filter(details -> !part.contains(details))
          .ifPresent(part::add);
    }
    return part;
  }
}
