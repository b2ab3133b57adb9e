package rectify.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks at each request who the person of a session is now: their groups, counties and applications
 * are those of this moment, and the session of an account that is gone, or whose password was
 * changed elsewhere, ends here.
 */
class PresentPersonFilter extends OncePerRequestFilter {

  static final String ENDED_NOTICE = "您的登录已失效：账号已停用，或密码已更改。请重新登录；仍不能登录的，请联系系统管理员。";

  private static final Logger LOG = LoggerFactory.getLogger(PresentPersonFilter.class);
  private static final String ENDED = PresentPersonFilter.class.getName() + ".ended";

  /** Where the engine's web applications keep what they knew of a person. */
  private static final String EARLIER_RIGHTS = "authenticatedUser";

  private final Presence presence;
  private final HttpSessionSecurityContextRepository sessions =
      new HttpSessionSecurityContextRepository();

  PresentPersonFilter(Presence presence) {
    this.presence = presence;
  }

  /** Whether this request has ended a session. */
  static boolean ended(HttpServletRequest request) {
    return request.getAttribute(ENDED) != null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!(SecurityContextHolder.getContext().getAuthentication() instanceof LoggedIn login)) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Present> person = presence.of(login.getName()).filter(login::holdsFor);
    if (person.isEmpty()) {
      end(request, login);
      chain.doFilter(request, response);
      return;
    }
    person.get().sent(request);
    SecurityContextHolder.setContext(context(person.get(), login));
    forgetEarlierRights(request.getSession(false), person.get());
    chain.doFilter(request, response);
    if (hasChangedOwnPassword(request, response, login.getName())) {
      presence
          .of(login.getName())
          .ifPresent(now -> sessions.saveContext(context(now, login), request, response));
    }
  }

  private static SecurityContext context(Present person, Authentication login) {
    LoggedIn now = new LoggedIn(person);
    now.setDetails(login.getDetails());
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(now);
    return context;
  }

  private static void end(HttpServletRequest request, LoggedIn login) {
    LOG.info("Session of {} ended: the account is gone or its password changed", login.getName());
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
    request.setAttribute(ENDED, true);
  }

  /** The web applications read a person's rights once and believe them for a while. */
  private static void forgetEarlierRights(HttpSession session, Present person) {
    if (session != null
        && session.getAttribute(EARLIER_RIGHTS) instanceof Authentications earlier
        && !earlier.getAuthentications().stream().allMatch(known -> same(known, person))) {
      session.removeAttribute(EARLIER_RIGHTS);
    }
  }

  private static boolean same(UserAuthentication known, Present person) {
    return Set.copyOf(known.getGroupIds()).equals(Set.copyOf(person.actor().groups()))
        && Set.copyOf(known.getTenantIds()).equals(Set.copyOf(person.actor().tenants()))
        && new HashSet<>(known.getAuthorizedApps()).equals(person.applications());
  }

  /** Only who knew the old password gets there: their own session goes on, all others end. */
  private static boolean hasChangedOwnPassword(
      HttpServletRequest request, HttpServletResponse response, String id) {
    return "PUT".equals(request.getMethod())
        && request.getSession(false) != null
        && response.getStatus() == HttpServletResponse.SC_NO_CONTENT
        && request.getRequestURI().matches(".*/user/" + id + "/credentials/?");
  }
}
