package rectify.identity;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.identity.User;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
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
  private final People people;

  PasswordLogin(IdentityService identity, People people) {
    this.identity = identity;
    this.people = people;
  }

  @Override
  public Authentication authenticate(Authentication login) {
    String id = login.getName().strip();
    if (!(login.getCredentials() instanceof String password) || !passes(id, password)) {
      throw new BadCredentialsException(REFUSED);
    }
    // the id as stored: a database may find it by a spelling that differs
    User user = identity.createUserQuery().userId(id).singleResult();
    return UsernamePasswordAuthenticationToken.authenticated(
        user.getId(), null, AuthorityUtils.createAuthorityList(people.groupsOf(user.getId())));
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
