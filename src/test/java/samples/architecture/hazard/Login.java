package samples.architecture.hazard;

import org.camunda.bpm.engine.impl.identity.Authentication;

class Login {
  Authentication current;
}
