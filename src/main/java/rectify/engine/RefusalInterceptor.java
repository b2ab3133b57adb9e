package rectify.engine;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Lets a {@link Refusal} thrown deep inside a step leave the engine as what it is. The engine would
 * wrap it in its own English sentence; its REST API answers 400 to the exception thrown here and
 * shows its message.
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
      throw new RefusedByRule(refusal);
    }
  }

  private static Refusal refusalIn(Throwable failure) {
    Set<Throwable> seen = new HashSet<>();
    for (Throwable t = failure; t != null && seen.add(t); t = t.getCause()) {
      if (t instanceof RefusedByRule refused) {
        return refused.refusal;
      }
      if (t instanceof Refusal refusal) {
        return refusal;
      }
    }
    return null;
  }

  /** What the engine's REST API sees of a {@link Refusal}. */
  static class RefusedByRule extends FormFieldValidationException {

    private static final long serialVersionUID = 1L;

    final transient Refusal refusal;

    RefusedByRule(Refusal refusal) {
      super(refusal.kind(), refusal.getMessage());
      initCause(refusal);
      this.refusal = refusal;
    }
  }
}
