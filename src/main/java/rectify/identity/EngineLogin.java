package rectify.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;

/**
 * Tells the engine's web applications and its REST API who is logged in here, as long as that
 * person exists. Groups and tenants are left to their filters, which read them from the engine.
 * They create it by its class name.
 */
public class EngineLogin extends ContainerBasedAuthenticationProvider {

  @Override
  public AuthenticationResult extractAuthenticatedUser(
      HttpServletRequest request, ProcessEngine engine) {
    AuthenticationResult result = super.extractAuthenticatedUser(request, engine);
    boolean known =
        result.isAuthenticated()
            && engine
                    .getIdentityService()
                    .createUserQuery()
                    .userId(result.getAuthenticatedUser())
                    .count()
                > 0;
    return known ? result : AuthenticationResult.unsuccessful();
  }
}
