package rectify.engine;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Lets a {@link Refusal} thrown deep inside a step leave the engine as what it is. The engine would
 * wrap it in its own English sentence; its REST API answers 403 or 400 to the exceptions thrown
 * here and shows their message.
 */
class RefusalInterceptor extends CommandInterceptor {

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (RuntimeException failure) {
      Refusal refusal = refusalIn(failure);
      if (refusal == null) {
        throw failure;
      }
      throw refused(refusal, command instanceof Submission);
    }
  }

  /**
   * What the engine's REST API understands, with the refusal as its cause.
   *
   * @param submission whether a form was submitted
   */
  static ProcessEngineException refused(Refusal refusal, boolean submission) {
    ProcessEngineException refused;
    if (refusal.kind() == Refusal.Kind.FORBIDDEN) {
      refused = new AuthorizationException(refusal.getMessage());
    } else if (submission) {
      refused = new FormFieldValidationException(refusal.kind(), refusal.getMessage());
    } else {
      refused = new BadUserRequestException(refusal.getMessage());
    }
    refused.initCause(refusal);
    return refused;
  }

  private static Refusal refusalIn(Throwable failure) {
    Set<Throwable> seen = new HashSet<>();
    for (Throwable t = failure; t != null && seen.add(t); t = t.getCause()) {
      if (t instanceof Refusal refusal) {
        return refusal;
      }
    }
    return null;
  }
}
