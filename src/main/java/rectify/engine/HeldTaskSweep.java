package rectify.engine;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Releases what is still held by people who may not do it: taken in the moment they left, or left
 * behind by an earlier version. Each person in a transaction of their own, on whichever node.
 */
@Component
class HeldTaskSweep {

  private static final Logger LOG = LoggerFactory.getLogger(HeldTaskSweep.class);

  private final HeldTaskMapper mapper;
  private final ProcessEngineConfigurationImpl engine;
  private final HeldTasks held;

  HeldTaskSweep(
      HeldTaskMapper mapper, ProcessEngine engine, ObjectProvider<TaskReleases> releases) {
    this.mapper = mapper;
    this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    this.held = new HeldTasks(this.engine, releases::stream);
  }

  /** At every start; what fails is tried again at night, and keeps nobody from their work. */
  @EventListener(ApplicationReadyEvent.class)
  void start() {
    try {
      sweep();
    } catch (RuntimeException failure) {
      LOG.error("Tasks of people who may not do them were not all released", failure);
    }
  }

  void sweep() {
    RuntimeException failed = null;
    for (String person : mapper.holdersWithoutRight()) {
      try {
        held.releaseWhatIsNotTheirs(Map.of(person, nameOf(person)));
      } catch (RuntimeException failure) {
        failed = failure;
      }
    }
    if (failed != null) {
      throw failed;
    }
  }

  private String nameOf(String person) {
    return engine
        .getCommandExecutorTxRequired()
        .execute(context -> FormGate.personName(context, person));
  }
}
