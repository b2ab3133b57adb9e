package rectify.selfcheck;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;

/**
 * The answer to one item at one place.
 *
 * @param text what is wrong, or why the item does not apply; null if it conforms
 * @param location where exactly something is wrong; null for the place of the list
 * @param photos ids of evidence
 * @param revision of the sheet it was given in
 */
record Answer(
    String key,
    Verdict verdict,
    String text,
    String location,
    List<Long> photos,
    int revision,
    LocalDateTime at,
    String by) {

  static final int LONGEST_TEXT = 300;
  static final int LONGEST_REASON = 200;
  static final int LONGEST_LOCATION = 100;
  static final int MOST_PHOTOS = 9;

  boolean says(Given given) {
    return verdict == given.verdict()
        && Objects.equals(text, given.text())
        && Objects.equals(location, given.location())
        && photos.equals(given.photos());
  }
}
