package rectify.demo;

import rectify.enterprise.EnterpriseDetails;

/**
 * The demo's safety officers and what enterprise each works for: the first of a trade in a
 * township.
 */
enum DemoSafetyOfficer {
  JINJIANG("jjenterprise", "350582103", "0414"),
  NANAN("naenterprise", "350583119", "0406");

  private final String userId;
  private final String township;
  private final String trade;

  DemoSafetyOfficer(String userId, String township, String trade) {
    this.userId = userId;
    this.township = township;
    this.trade = trade;
  }

  String userId() {
    return userId;
  }

  String township() {
    return township;
  }

  String trade() {
    return trade;
  }

  boolean worksFor(EnterpriseDetails details) {
    return details.townshipCode().equals(township) && details.subcategoryCode().equals(trade);
  }
}
