package rectify.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.util.matcher.RequestMatcher;
import rectify.identity.Actor;
import rectify.identity.People;

/**
 * Opens the engine's doors to those whom {@link EngineDoors} names, by the groups they have at this
 * moment; every other door stays shut.
 */
final class EngineDoorkeeper {

  /** The door is not on the list of the person's roles; the same answer whatever is behind it. */
  static class Shut extends AccessDeniedException {

    private static final long serialVersionUID = 1L;

    Shut() {
      super("not on the list of doors");
    }
  }

  /** Cockpit's own interface, and the figures on its first page. */
  private static final Pattern COCKPIT =
      Pattern.compile("/camunda/api/cockpit/.*|.*/process-definition/statistics/?", Pattern.DOTALL);

  private final EngineDoors doors = new EngineDoors();
  private final People people;
  private final AuthorizationService authorizations;

  EngineDoorkeeper(People people, AuthorizationService authorizations) {
    this.people = people;
    this.authorizations = authorizations;
  }

  /** Every door of the engine, listed or not. */
  static RequestMatcher doors() {
    return path("/engine-rest(/.*)?|/camunda/api(/.*)?");
  }

  AuthorizationManager<RequestAuthorizationContext> opens() {
    return (person, context) -> {
      Authentication who = person.get();
      return new AuthorizationDecision(
          who.isAuthenticated()
              && !(who instanceof AnonymousAuthenticationToken)
              && passes(who, context.getRequest()));
    };
  }

  private boolean passes(Authentication person, HttpServletRequest request) {
    String path = pathOf(request);
    Optional<EngineDoors.Door> door = doors.of(request.getMethod(), path);
    if (door.isEmpty()) {
      throw new Shut();
    }
    if (door.get().opensToEverybody()) {
      return true;
    }
    List<String> groups = groupsOf(person, request);
    if (!door.get().opensTo(groups)) {
      throw new Shut();
    }
    return !COCKPIT.matcher(path).matches()
        || authorizations.isUserAuthorized(
            person.getName(), groups, Permissions.ACCESS, Resources.APPLICATION, "cockpit");
  }

  /** Who came by a session has just been read; a client with its password has not. */
  private List<String> groupsOf(Authentication person, HttpServletRequest request) {
    return Present.sender(request)
        .map(Present::actor)
        .filter(sender -> sender.id().equals(person.getName()))
        .map(Actor::groups)
        .orElseGet(() -> people.groupsOf(person.getName()));
  }

  /**
   * Matches the whole path below the context, whichever servlet answers: Spring's own patterns do
   * not see the part a servlet is mapped to.
   */
  static RequestMatcher path(String regex) {
    Pattern pattern = Pattern.compile(regex, Pattern.DOTALL);
    return request -> pattern.matcher(pathOf(request)).matches();
  }

  static String pathOf(HttpServletRequest request) {
    String inServlet = request.getPathInfo();
    return inServlet == null ? request.getServletPath() : request.getServletPath() + inServlet;
  }
}
