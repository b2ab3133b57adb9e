package rectify.identity;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/**
 * Does something as a person would who is logged in, with that person's rights and no others. For
 * the simulation; no door of the web leads here.
 */
@Component
public class ActingAs {

  private final IdentityService identity;

  ActingAs(IdentityService identity) {
    this.identity = identity;
  }

  public <T> T call(Actor person, Supplier<T> action) {
    identity.setAuthentication(person.id(), person.groups(), person.tenants());
    try {
      return action.get();
    } finally {
      identity.clearAuthentication();
    }
  }
}
