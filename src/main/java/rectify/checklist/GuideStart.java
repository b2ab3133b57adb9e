package rectify.checklist;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Brings the shipped guides in before the web server opens and before whoever needs them. */
@Component
class GuideStart implements SmartInitializingSingleton {

  private final GuideEditions editions;

  GuideStart(GuideEditions editions) {
    this.editions = editions;
  }

  @Override
  public void afterSingletonsInstantiated() {
    try {
      editions.load();
    } catch (DuplicateKeyException simultaneous) {
      // another node is a moment ahead; what it has not written is written now
      editions.load();
    }
  }
}
