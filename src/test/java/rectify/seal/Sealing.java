package rectify.seal;

import org.springframework.context.ApplicationContext;
import org.springframework.mock.env.MockEnvironment;

/** What seals and verifies, under keys a test chooses. */
public final class Sealing {

  public static final String DEMO = "demo=" + Keys.OF_THE_DEMO;

  private Sealing() {}

  /** Keys as the environment of the demo would give them. */
  public static Keys keys(String keys) {
    MockEnvironment demo = new MockEnvironment();
    demo.setActiveProfiles("demo");
    return new Keys(keys, "HMAC-SHA-256", demo);
  }

  public static Seals seals(Keys keys) {
    return new Seals(keys);
  }

  /** The papers of a product as a node with these keys sees them. */
  public static PaperSeals papers(ApplicationContext product, String keys) {
    return new PaperSeals(seals(keys(keys)), product.getBean(PaperSealMapper.class));
  }
}
