package rectify.engine;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.web.context.request.RequestContextHolder;
import rectify.refusal.Collision;
import rectify.refusal.EngineFailures;
import rectify.refusal.Refusal;

/**
 * Lets a {@link Refusal} thrown deep inside a step leave the engine as what it is. The engine and
 * its REST API put English sentences and ids before the message of every exception of their own;
 * the one thrown here the REST API answers with the refusal's status and its bare message, which
 * Tasklist shows.
 */
public class RefusalInterceptor extends CommandInterceptor {

  /** The engine says so in words alone. */
  private static final Pattern TASK_IS_GONE =
      Pattern.compile("[Cc]annot find task with id '?([\\w-]+)'?");

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (RuntimeException failure) {
      Refusal refusal = refusalIn(failure);
      if (refusal == null && RequestContextHolder.getRequestAttributes() != null) {
        refusal = ofWhoeverComesSecond(failure);
      }
      if (Context.getJobExecutorContext() != null
          && Collision.in(failure)
          && !(failure instanceof OptimisticLockingException)) {
        // which it tries again at once, and does not count among the failures
        throw new OptimisticLockingException("The job was overtaken", failure);
      }
      if (refusal == null) {
        EngineFailures.note(failure);
        throw failure;
      }
      throw new RefusedByRule(refusal);
    }
  }

  /**
   * What a person is told whom somebody else forestalled; null if it is another failure. The job
   * executor is no person: it knows the engine's own exceptions and tries again by itself.
   */
  private Refusal ofWhoeverComesSecond(RuntimeException failure) {
    if (failure instanceof TaskAlreadyClaimedException claimed) {
      return past(
          context -> {
            TaskEntity task = context.getTaskManager().findTaskById(claimed.getTaskId());
            return task == null || task.getAssignee() == null
                ? Refusal.overtaken("这项任务刚刚被他人签收又退回，请刷新任务列表。")
                : TaskPast.taken(context, task);
          });
    }
    if (failure instanceof NullValueException && failure.getMessage() != null) {
      Matcher gone = TASK_IS_GONE.matcher(failure.getMessage());
      if (gone.find()) {
        return past(context -> TaskPast.gone(context, gone.group(1)));
      }
    }
    return Collision.in(failure) ? Collision.refusal(failure) : null;
  }

  /** In a command of its own: the one that failed is over. */
  private Refusal past(Command<Refusal> question) {
    return next.execute(question);
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
  public static class RefusedByRule extends WebApplicationException {

    private static final long serialVersionUID = 1L;

    public RefusedByRule(Refusal refusal) {
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
