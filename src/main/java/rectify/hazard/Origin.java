package rectify.hazard;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where a change came from, for its event: the door and the caller's address. */
final class Origin {

  private Origin() {}

  static String current() {
    if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
      String path = request.getRequest().getRequestURI();
      String door =
          path.startsWith("/camunda/") ? "tasklist" : path.startsWith("/api/") ? "api" : "rest";
      return door + " " + request.getRequest().getRemoteAddr();
    }
    return "engine";
  }
}
