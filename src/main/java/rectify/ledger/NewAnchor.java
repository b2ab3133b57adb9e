package rectify.ledger;

/** A row to insert; MyBatis writes the generated id into it. */
class NewAnchor {

  private Long id;
  private final Anchor anchor;

  NewAnchor(Anchor anchor) {
    this.anchor = anchor;
  }

  public Long getId() {
    return id;
  }

  public Anchor getAnchor() {
    return anchor;
  }
}
