package rectify.door;

import java.time.Duration;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import rectify.login.LoginThrottle;
import rectify.refusal.Refusal;
import rectify.refusal.Refusal.Kind;

/**
 * Checks id and password against the engine's users. How often is {@link LoginThrottle}'s: it makes
 * whoever guesses wait, whether or not the id exists; a different answer would tell a stranger
 * which ids do.
 */
@Component
class PasswordLogin implements AuthenticationProvider {

  static final String REFUSED = "账号或密码不正确，或者刚刚输错须稍候。请稍候一分钟再试；连续输错，等待的时间会逐次变长，到时自动解除。";

  private final IdentityService identity;
  private final Presence presence;

  PasswordLogin(IdentityService identity, Presence presence) {
    this.identity = identity;
    this.presence = presence;
  }

  /** Whoever has to wait before the next attempt. */
  static class HasToWait extends BadCredentialsException {

    private static final long serialVersionUID = 1L;

    private final long seconds;

    HasToWait(Refusal refusal) {
      super(refusal.getMessage(), refusal);
      seconds = refusal.retryAfter().orElse(Duration.ZERO).toSeconds();
    }

    long seconds() {
      return seconds;
    }
  }

  @Override
  public Authentication authenticate(Authentication login) {
    String id = login.getName().strip();
    if (!(login.getCredentials() instanceof String password) || !passes(id, password)) {
      throw new BadCredentialsException(REFUSED);
    }
    // with the id as stored: a database may find it by a spelling that differs
    return presence
        .of(id)
        .map(LoggedIn::new)
        .orElseThrow(() -> new BadCredentialsException(REFUSED));
  }

  private boolean passes(String id, String password) {
    try {
      return !id.isEmpty() && identity.checkPassword(id, password);
    } catch (RuntimeException failure) {
      if (failure.getCause() instanceof Refusal refusal && refusal.kind() == Kind.TOO_MANY) {
        throw new HasToWait(refusal);
      }
      throw failure;
    }
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
