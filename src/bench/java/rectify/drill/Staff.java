package rectify.drill;

/** Demo people who take a case from its report to its closing between them. */
enum Staff {
  JINJIANG("jjenterprise", "chendai1"),
  NANAN("naenterprise", "shuitou1");

  private final String safetyOfficer;
  private final String verifier;

  Staff(String safetyOfficer, String verifier) {
    this.safetyOfficer = safetyOfficer;
    this.verifier = verifier;
  }

  String of(Step step) {
    return step == Step.VERIFY ? verifier : safetyOfficer;
  }
}
