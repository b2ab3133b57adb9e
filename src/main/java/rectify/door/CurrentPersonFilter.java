package rectify.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.web.filter.OncePerRequestFilter;
import rectify.identity.Actor;

/**
 * Tells the engine, for the length of a request to {@code /api} or {@code /city}, who is logged in.
 */
class CurrentPersonFilter extends OncePerRequestFilter {

  private final IdentityService identity;

  CurrentPersonFilter(IdentityService identity) {
    this.identity = identity;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return Present.sender(request).isEmpty()
        || !request.getServletPath().matches("(?s)/(api/|city(/|$)).*");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Actor person = Present.sender(request).orElseThrow().actor();
    identity.setAuthentication(person.id(), person.groups(), person.tenants());
    try {
      chain.doFilter(request, response);
    } finally {
      identity.clearAuthentication();
    }
  }
}
