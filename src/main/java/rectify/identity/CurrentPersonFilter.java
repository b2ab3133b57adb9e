package rectify.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the engine, for the length of a request to {@code /api}, who is logged in. */
class CurrentPersonFilter extends OncePerRequestFilter {

  private final IdentityService identity;
  private final People people;

  CurrentPersonFilter(IdentityService identity, People people) {
    this.identity = identity;
    this.people = people;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getUserPrincipal() == null || !request.getServletPath().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Actor> person = people.find(request.getUserPrincipal().getName());
    if (person.isEmpty()) {
      throw new InsufficientAuthenticationException("the user was deleted while logged in");
    }
    identity.setAuthentication(person.get().id(), person.get().groups(), person.get().tenants());
    try {
      chain.doFilter(request, response);
    } finally {
      identity.clearAuthentication();
    }
  }
}
