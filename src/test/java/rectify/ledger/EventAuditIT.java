package rectify.ledger;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import rectify.chain.Forgery;
import rectify.whole.WholeSystem;

/** The forgeries on the real database. */
@WholeSystem
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventAuditIT {

  @Autowired private ApplicationContext product;
  @LocalServerPort private int port;
  private AnchoredCase anchored;

  @BeforeAll
  void report_a_case() {
    anchored = new AnchoredCase(product, port);
    anchored.everybodyFindsItIntact();
  }

  static List<Forgery> forgeries() {
    return Forgery.all();
  }

  @ParameterizedTest
  @MethodSource("forgeries")
  void whoever_has_the_database_is_found_out(Forgery forgery) {
    anchored.suffers(forgery);
  }
}
