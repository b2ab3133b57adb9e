package rectify.demo;

import java.util.List;

/**
 * A case the demo shows: how it begins and how far it goes. Where nothing more is told, it rests.
 *
 * @param firm {@code jj} or {@code na}, the enterprise of the demo's safety officer there; or one
 *     of the others of the demo's township ({@code jj-town-1}) or of the rest of its county ({@code
 *     jj-county-1}), all of them in the emergency department's charge
 * @param begins who begins it
 * @param ago how many working days before the end it begins; null if the last day is told
 * @param due how many working days before the end its last day is; negative for after it
 * @param basis why it is major; null if it is not
 * @param disposal of a finding: ordered, corrected, measures, transferred
 * @param stops for an inspection that is not finished: the step at which it stands
 * @param then what follows, in order, each as soon as it can be, or so many working days later,
 *     such as {@code 3 RECTIFIED}
 */
record Scene(
    String firm,
    Beginning begins,
    Integer ago,
    Integer due,
    String location,
    String description,
    String basis,
    String disposal,
    String stops,
    List<String> then) {

  /** Who begins a case. */
  enum Beginning {
    ENTERPRISE,
    TOWNSHIP,
    DEPARTMENT
  }

  /** Calendar days from the beginning to the last day, as in {@code rectification-deadline.dmn}. */
  private static final int SELF_REPORTED = 7;

  private static final int FOUND = 15;
  private static final int MAJOR = 60;

  Scene {
    then = then == null ? List.of() : List.copyOf(then);
  }

  boolean isMajor() {
    return basis != null;
  }

  int days() {
    return isMajor() ? MAJOR : begins == Beginning.ENTERPRISE ? SELF_REPORTED : FOUND;
  }

  /** A turn and how many working days after its task came up it is taken. */
  record Cue(Turn turn, int after) {}

  List<Cue> cues() {
    return then.stream()
        .map(told -> told.split(" "))
        .map(
            told ->
                told.length == 1
                    ? new Cue(Turn.valueOf(told[0]), 0)
                    : new Cue(Turn.valueOf(told[1]), Integer.parseInt(told[0])))
        .toList();
  }
}
