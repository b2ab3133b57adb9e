package rectify.evidence;

/** A row to insert; MyBatis writes the generated id into it. */
class NewEvidence {

  private Long id;
  private final Evidence evidence;
  private final String clientKey;
  private final PictureHash hash;

  NewEvidence(Evidence evidence, String clientKey) {
    this.evidence = evidence;
    this.clientKey = clientKey;
    this.hash = evidence.isPicture() ? new PictureHash(evidence.pictureHash()) : null;
  }

  public Long getId() {
    return id;
  }

  public Evidence getEvidence() {
    return evidence;
  }

  public String getClientKey() {
    return clientKey;
  }

  public Integer getBand1() {
    return band(0);
  }

  public Integer getBand2() {
    return band(1);
  }

  public Integer getBand3() {
    return band(2);
  }

  public Integer getBand4() {
    return band(3);
  }

  private Integer band(int index) {
    return hash == null ? null : hash.band(index);
  }
}
