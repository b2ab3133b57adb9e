package rectify.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.JobQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.util.ImmutablePair;
import org.camunda.bpm.engine.runtime.Job;

/** A query for jobs that shows a person those of their counties' cases and no others. */
class CountyJobs extends JobQueryImpl {

  private static final long serialVersionUID = 1L;

  CountyJobs(CommandExecutor executor) {
    super(executor);
  }

  @Override
  public long executeCount(CommandContext context) {
    return narrowed(context, () -> super.executeCount(context), 0L);
  }

  @Override
  public List<Job> executeList(CommandContext context, Page page) {
    return narrowed(context, () -> super.executeList(context, page), List.of());
  }

  @Override
  public List<ImmutablePair<String, String>> executeDeploymentIdMappingsList(
      CommandContext context) {
    return narrowed(context, () -> super.executeDeploymentIdMappingsList(context), List.of());
  }

  private <T> T narrowed(CommandContext context, Supplier<T> result, T none) {
    if (!JobRules.mayTouchAnyJob(context)) {
      if (isTenantIdSet && tenantIds == null) {
        return none;
      }
      tenantIds = JobRules.counties(context.getAuthentication(), tenantIds);
      isTenantIdSet = true;
      includeJobsWithoutTenantId = false;
      if (tenantIds.length == 0) {
        return none;
      }
    }
    return result.get();
  }
}
