package rectify.enterprise;

/** Credit codes of the artificial range 91350500000…, for tests elsewhere. */
public final class CreditCodes {

  private CreditCodes() {}

  public static String of(int number) {
    return EnterpriseFixture.code(number);
  }
}
