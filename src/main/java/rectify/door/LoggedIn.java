package rectify.door;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** Somebody who has logged in, as a session remembers them: who, and with which password. */
final class LoggedIn extends UsernamePasswordAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final String stamp;

  LoggedIn(Present person) {
    super(person.actor().id(), null, AuthorityUtils.createAuthorityList(person.actor().groups()));
    this.stamp = person.stamp();
  }

  boolean holdsFor(Present person) {
    return getName().equals(person.actor().id()) && stamp.equals(person.stamp());
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other) && other instanceof LoggedIn same && stamp.equals(same.stamp);
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + stamp.hashCode();
  }
}
