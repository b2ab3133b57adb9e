package rectify.selfcheck;

/**
 * An item that did not conform, as it was answered.
 *
 * @param location where exactly; null for the place of the list
 * @param description null in a check whose items were only ticked
 * @param photos ids of evidence with commas between; null if there are none
 */
record NewFinding(MonthlyList.Line line, String location, String description, String photos) {

  static NewFinding ticked(MonthlyList.Line line) {
    return new NewFinding(line, null, null, null);
  }
}
