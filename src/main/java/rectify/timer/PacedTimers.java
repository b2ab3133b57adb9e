package rectify.timer;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextListener;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import rectify.timer.Spacing.Step;

/**
 * Sets the timers of a paced process that are born late, such as those of a ladder that begins
 * weeks after its case was due: they are spread before anything is written, so that no node can
 * fire two of them at once. One of these serves one command.
 */
class PacedTimers extends JobManager implements CommandContextListener {

  private final Supplier<Stream<Pace>> paces;
  private final List<TimerEntity> born = new ArrayList<>();

  PacedTimers(Supplier<Stream<Pace>> paces) {
    this.paces = paces;
  }

  @Override
  public void schedule(TimerEntity timer) {
    if (pace(timer).isEmpty()) {
      super.schedule(timer);
      return;
    }
    if (born.isEmpty()) {
      Context.getCommandContext().registerCommandContextListener(this);
    }
    born.add(timer);
    timer.insert(); // without the hint to fire it at once: the executor looks every few seconds
  }

  private Optional<Pace> pace(TimerEntity timer) {
    ExecutionEntity execution = timer.getExecution();
    return execution == null
        ? Optional.empty()
        : paces
            .get()
            .filter(pace -> pace.processKeys().contains(execution.getProcessDefinition().getKey()))
            .findFirst();
  }

  @Override
  public void onCommandContextClose(CommandContext context) {
    Date now = ClockUtil.getCurrentTime();
    List<TimerEntity> late = born.stream().filter(timer -> timer.getDuedate().before(now)).toList();
    late.stream()
        .collect(groupingBy(TimerEntity::getProcessInstanceId))
        .forEach((instance, some) -> spread(instance, pace(some.get(0)).orElseThrow(), now));
  }

  private void spread(String instance, Pace pace, Date now) {
    List<Step<JobEntity>> steps = new ArrayList<>();
    born.stream()
        .filter(timer -> instance.equals(timer.getProcessInstanceId()))
        .forEach(timer -> steps.add(new Step<>(timer, timer.getDuedate())));
    findJobsByProcessInstanceId(instance).stream()
        .filter(TimerEntity.class::isInstance)
        .filter(job -> born.stream().noneMatch(timer -> timer.getId().equals(job.getId())))
        .forEach(job -> steps.add(new Step<>(job, job.getDuedate())));
    Spacing.of(steps, now, now, pace).forEach(JobEntity::setDuedate);
  }

  @Override
  public void onCommandFailed(CommandContext context, Throwable failure) {
    // nothing is written then
  }

  /** Opens one for each command. */
  record Factory(Supplier<Stream<Pace>> paces) implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return JobManager.class;
    }

    @Override
    public Session openSession() {
      return new PacedTimers(paces);
    }
  }
}
