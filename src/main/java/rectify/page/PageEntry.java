package rectify.page;

import java.util.function.Predicate;
import rectify.identity.Actor;

/**
 * An entry of the header. A room that has pages declares it as a bean; it is no right, only a way.
 *
 * @param place lower ones stand before higher ones
 * @param path below the context; the entry is the present one on every page below it
 * @param icon of bootstrap-icons, without its prefix
 * @param shownTo to whom it is of use
 */
public record PageEntry(
    int place, String label, String path, String icon, Predicate<Actor> shownTo) {

  boolean leadsTo(String here) {
    return here.equals(path) || here.startsWith(path + "/");
  }
}
