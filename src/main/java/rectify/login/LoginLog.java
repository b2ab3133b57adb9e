package rectify.login;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Logs who came, who left and who was turned away, and from where. */
@Component
class LoginLog {

  private static final Logger LOG = LoggerFactory.getLogger(LoginLog.class);

  @EventListener
  void cameIn(InteractiveAuthenticationSuccessEvent event) {
    LOG.info("Login of {} from {}", id(event.getAuthentication()), from(event.getAuthentication()));
  }

  @EventListener
  void turnedAway(AbstractAuthenticationFailureEvent event) {
    LOG.warn(
        "Login of {} from {} refused",
        id(event.getAuthentication()),
        from(event.getAuthentication()));
  }

  @EventListener
  void left(LogoutSuccessEvent event) {
    LOG.info("Logout of {}", id(event.getAuthentication()));
  }

  /** What a stranger typed must not forge a log line. */
  private static String id(Authentication authentication) {
    String id = authentication.getName().replaceAll("[^a-zA-Z0-9-]", "?");
    return id.substring(0, Math.min(id.length(), 64));
  }

  private static String from(Authentication authentication) {
    return authentication.getDetails() instanceof WebAuthenticationDetails details
        ? details.getRemoteAddress()
        : "unknown";
  }
}
