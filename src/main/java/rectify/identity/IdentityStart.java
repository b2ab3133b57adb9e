package rectify.identity;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Seeds groups, rights and the first people before the web server opens. */
@Component
class IdentityStart implements SmartInitializingSingleton {

  private final AuthorizationSeed authorizations;
  private final ObjectProvider<DemoPeople> demoPeople;
  private final FirstAdministrator firstAdministrator;

  IdentityStart(
      AuthorizationSeed authorizations,
      ObjectProvider<DemoPeople> demoPeople,
      FirstAdministrator firstAdministrator) {
    this.authorizations = authorizations;
    this.demoPeople = demoPeople;
    this.firstAdministrator = firstAdministrator;
  }

  @Override
  public void afterSingletonsInstantiated() {
    authorizations.write();
    demoPeople.ifAvailable(DemoPeople::write);
    firstAdministrator.ensure();
  }
}
