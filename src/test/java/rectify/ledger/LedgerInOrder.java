package rectify.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.context.ApplicationContext;

/** Holds the whole ledger of a product against its seals, as {@code --event-audit} does. */
public final class LedgerInOrder {

  private LedgerInOrder() {}

  public static void assertThatOf(ApplicationContext product) {
    assertThat(product.getBean(EventAudit.class).everything()).isEmpty();
  }
}
