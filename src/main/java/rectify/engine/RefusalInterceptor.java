package rectify.engine;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Lets a {@link Refusal} thrown deep inside a step leave the engine as what it is. The engine and
 * its REST API put English sentences and ids before the message of every exception of their own;
 * the one thrown here the REST API answers with the refusal's status and its bare message, which
 * Tasklist shows.
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
      if (t instanceof Refusal refusal) {
        return refusal;
      }
    }
    return null;
  }

  /** What the engine's REST API sees of a {@link Refusal}. */
  static class RefusedByRule extends WebApplicationException {

    private static final long serialVersionUID = 1L;

    RefusedByRule(Refusal refusal) {
      super(withoutMarkup(refusal.getMessage()), refusal, answer(refusal));
    }

    private static Response answer(Refusal refusal) {
      Response.ResponseBuilder answer = Response.status(status(refusal.kind()));
      refusal
          .retryAfter()
          .ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, wait.toSeconds()));
      return answer.build();
    }

    private static Response.Status status(Refusal.Kind kind) {
      return switch (kind) {
        case INVALID -> Response.Status.BAD_REQUEST;
        case NOT_FOUND -> Response.Status.NOT_FOUND;
        case FORBIDDEN -> Response.Status.FORBIDDEN;
        case CONFLICT -> Response.Status.CONFLICT;
        case TOO_MANY -> Response.Status.TOO_MANY_REQUESTS;
        case BUSY -> Response.Status.SERVICE_UNAVAILABLE;
      };
    }

    /** The web applications show a message as HTML, and it may quote what a person typed. */
    private static String withoutMarkup(String message) {
      return message.replace('<', '＜').replace('>', '＞').replace('&', '＆');
    }
  }
}
