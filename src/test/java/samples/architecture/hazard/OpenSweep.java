package samples.architecture.hazard;

import org.quartz.Job;
import org.quartz.JobExecutionContext;

public class OpenSweep implements Job {
  @Override
  public void execute(JobExecutionContext context) {}
}
