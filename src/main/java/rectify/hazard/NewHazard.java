package rectify.hazard;

/** A row to insert; MyBatis writes the generated id into it. */
class NewHazard {

  private Long id;
  private final Hazard hazard;
  private final String clientId;
  private final String clientKey;

  NewHazard(Hazard hazard, String clientId, String clientKey) {
    this.hazard = hazard;
    this.clientId = clientId;
    this.clientKey = clientKey;
  }

  public Long getId() {
    return id;
  }

  public Hazard getHazard() {
    return hazard;
  }

  public String getClientId() {
    return clientId;
  }

  public String getClientKey() {
    return clientKey;
  }
}
