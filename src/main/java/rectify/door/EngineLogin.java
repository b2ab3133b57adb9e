package rectify.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import rectify.identity.Actor;

/**
 * Tells the engine's web applications and its REST API who is logged in here, with the groups and
 * counties they have at this moment. They create it by its class name.
 */
public class EngineLogin extends ContainerBasedAuthenticationProvider {

  @Override
  public AuthenticationResult extractAuthenticatedUser(
      HttpServletRequest request, ProcessEngine engine) {
    Optional<Actor> person = Present.sender(request).map(Present::actor);
    if (person.isEmpty()) {
      return AuthenticationResult.unsuccessful();
    }
    AuthenticationResult result = AuthenticationResult.successful(person.get().id());
    result.setGroups(person.get().groups());
    result.setTenants(person.get().tenants());
    return result;
  }
}
