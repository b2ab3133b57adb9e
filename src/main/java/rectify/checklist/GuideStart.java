package rectify.checklist;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Brings the shipped guides in at start, before whoever needs them. */
@Component
@Order(GuideStart.ORDER)
class GuideStart implements ApplicationRunner {

  static final int ORDER = 50;

  private final Guides guides;

  GuideStart(Guides guides) {
    this.guides = guides;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    try {
      guides.load();
    } catch (DuplicateKeyException simultaneous) {
      // another node is a moment ahead; what it has not written is written now
      guides.load();
    }
  }
}
