package rectify.identity;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Checks id and password against the engine's users. The engine delays a user's next attempt after
 * each failure and locks the user after too many; it answers "wrong" either way, and so do we: a
 * different answer would tell a stranger which ids exist.
 */
@Component
class PasswordLogin implements AuthenticationProvider {

  static final String REFUSED = "账号或密码不正确，或者账号因连续输错而暂时锁定。请稍候一分钟再试；多次失败后账号会被锁定，须由管理员解锁。";

  private final IdentityService identity;
  private final Presence presence;

  PasswordLogin(IdentityService identity, Presence presence) {
    this.identity = identity;
    this.presence = presence;
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
    } catch (OptimisticLockingException simultaneousAttempt) {
      return false;
    }
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
