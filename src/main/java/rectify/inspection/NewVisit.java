package rectify.inspection;

/** A row to insert; MyBatis writes the generated id into it. */
class NewVisit {

  private Long id;
  private final Visit visit;

  NewVisit(Visit visit) {
    this.visit = visit;
  }

  public Long getId() {
    return id;
  }

  public Visit getVisit() {
    return visit;
  }
}
