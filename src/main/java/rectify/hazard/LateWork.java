package rectify.hazard;

/**
 * Work that belongs to no case and was not done by its day.
 *
 * @param number the business key of its process
 * @param title what it is about, in one line
 * @param countyCode whose people it concerns; 350500 for the city's own
 * @param group whose work it is
 */
public record LateWork(Duty duty, String number, String title, String countyCode, String group) {

  /** Longer titles are cut: they name the work, they do not tell it. */
  private static final int MOST = 300;

  public LateWork {
    title = title.length() <= MOST ? title : title.substring(0, MOST - 1) + "…";
  }
}
