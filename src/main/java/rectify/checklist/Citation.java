package rectify.checklist;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One document that a basis names, and where in it.
 *
 * @param number empty where the title says enough
 * @param clause empty if the whole document is meant
 */
record Citation(String title, String number, String clause) {

  private static final Pattern FORM = Pattern.compile("《([^》]+)》(?:（([^）]*)）)?([^《、，；]*)");

  /** All that a basis names, in its order; none of the city's own rules. */
  static List<Citation> in(String basis) {
    return FORM.matcher(basis)
        .results()
        .map(
            it ->
                new Citation(
                    it.group(1), it.group(2) == null ? "" : it.group(2), it.group(3).strip()))
        .toList();
  }

  String inWords() {
    return "《" + title + "》" + (number.isEmpty() ? "" : "（" + number + "）");
  }
}
