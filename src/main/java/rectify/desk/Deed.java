package rectify.desk;

import java.time.LocalDateTime;
import rectify.register.Done;

/**
 * Something a person has done, in a case or outside of all.
 *
 * @param what in a word or two
 * @param detail what was said or decided; may be null
 * @param number of the case, the self-check, the inspection; may be null
 * @param about whom or what it concerns; may be null
 * @param state where that stands now; null if it is done with
 */
record Deed(
    LocalDateTime at, String what, String detail, String number, String about, String state) {

  static Deed of(Done done) {
    return new Deed(
        done.happenedAt(),
        done.kind().chinese(),
        done.detail(),
        done.caseNumber(),
        done.enterpriseName() + "，" + done.location(),
        done.status().chinese());
  }

  /** The page that shows it; null if there is none. */
  public String page() {
    return number == null
        ? null
        : number.startsWith("YH")
            ? "/city/cases/" + number
            : number.startsWith("ZC") ? "/self-checks/" + number : null;
  }
}
