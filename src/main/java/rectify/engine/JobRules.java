package rectify.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import rectify.refusal.Refusal;

/**
 * Who may touch a job, beyond the engine's rights. The engine asks for none where a job belongs to
 * no process definition, such as the clean-up of history or a batch; and its right to retry a
 * failed job lets a clock be stopped, by giving it no tries or another date.
 */
public final class JobRules {

  /** As many as {@code failed-job-retry-time-cycle} gives. */
  private static final int MOST_RETRIES = 5;

  private JobRules() {}

  /** The product itself, a timer, or an administrator. */
  static boolean mayTouchAnyJob(CommandContext context) {
    Authentication caller = context.getAuthentication();
    return caller == null
        || !context.isAuthorizationCheckEnabled()
        || !context.getProcessEngineConfiguration().isAuthorizationEnabled()
        || Trusted.active()
        || context.getAuthorizationManager().isCamundaAdmin(caller);
  }

  static void onlyAdministrators(CommandContext context) {
    if (!mayTouchAnyJob(context)) {
      throw Refusal.forbidden("定时任务的暂停、改期、重算、提前执行和删除只能由系统管理员进行；如确有需要，请联系管理员。");
    }
  }

  public static void checkOwner(CommandContext context, String processKey) {
    if (processKey == null && !mayTouchAnyJob(context)) {
      throw Refusal.forbidden("这项后台任务不属于任何案件，只有系统管理员可以查看和处理。");
    }
  }

  public static void checkRetry(CommandContext context, JobEntity job) {
    if (job.getRetries() > 0 && !mayTouchAnyJob(context)) {
      throw Refusal.conflict("这个定时任务没有失败，不需要重试，会按时自动执行。");
    }
  }

  public static void checkRetry(CommandContext context, int retries, boolean changesDate) {
    if (mayTouchAnyJob(context)) {
      return;
    }
    if (changesDate) {
      throw Refusal.forbidden("重试失败的定时任务时不能更改其日期；如确有需要，请联系管理员。");
    }
    if (retries < 1 || retries > MOST_RETRIES) {
      throw Refusal.forbidden("只能重试失败的定时任务，重试次数为 1 至 " + MOST_RETRIES + " 次。");
    }
  }

  /** A person's jobs are those of their counties' cases. */
  static String[] counties(Authentication caller, String[] asked) {
    List<String> own = caller.getTenantIds() == null ? List.of() : caller.getTenantIds();
    return asked == null
        ? own.toArray(String[]::new)
        : own.stream().filter(List.of(asked)::contains).toArray(String[]::new);
  }
}
