package rectify.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import rectify.identity.Actor;

/**
 * Somebody as the identity tables know them at the moment of a request.
 *
 * @param stamp changes with the password; tells nothing of it
 * @param applications which of the engine's web applications they may open
 */
record Present(Actor actor, String stamp, Set<String> applications) {

  private static final String ATTRIBUTE = Present.class.getName();

  Present {
    applications = Set.copyOf(applications);
  }

  /** Who sent a request; empty if nobody is logged in. */
  static Optional<Present> sender(HttpServletRequest request) {
    return Optional.ofNullable((Present) request.getAttribute(ATTRIBUTE));
  }

  void sent(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }
}
