package rectify.task;

import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import rectify.engine.TaskPast;

/**
 * Releases what is still held by people who may not do it: taken in the moment they left, or left
 * behind by an earlier version. Each person in a transaction of their own, on whichever node.
 */
@Component
class HeldTaskSweep {

  private static final Logger LOG = LoggerFactory.getLogger(HeldTaskSweep.class);

  /** Who holds a task without being in one of its groups, or of its county. */
  private static final String HOLDERS_WITHOUT_RIGHT =
      """
      select distinct t.ASSIGNEE_
      from ACT_RU_TASK t
      where t.ASSIGNEE_ is not null
        and (
          not exists (
            select 1
            from ACT_RU_IDENTITYLINK l
            join ACT_ID_MEMBERSHIP m on m.GROUP_ID_ = l.GROUP_ID_
            where l.TASK_ID_ = t.ID_ and l.TYPE_ = 'candidate' and m.USER_ID_ = t.ASSIGNEE_)
          or t.TENANT_ID_ is not null
          and not exists (
            select 1
            from ACT_ID_TENANT_MEMBER c
            where c.TENANT_ID_ = t.TENANT_ID_ and c.USER_ID_ = t.ASSIGNEE_)
          and not exists (
            select 1
            from ACT_ID_TENANT_MEMBER c
            join ACT_ID_MEMBERSHIP m on m.GROUP_ID_ = c.GROUP_ID_
            where c.TENANT_ID_ = t.TENANT_ID_ and m.USER_ID_ = t.ASSIGNEE_))
      order by t.ASSIGNEE_
      """;

  private final JdbcTemplate database;
  private final ProcessEngineConfigurationImpl engine;
  private final HeldTasks held;

  HeldTaskSweep(DataSource database, ProcessEngine engine, ObjectProvider<TaskReleases> releases) {
    this.database = new JdbcTemplate(database);
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
    for (String person : database.queryForList(HOLDERS_WITHOUT_RIGHT, String.class)) {
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
        .execute(context -> TaskPast.nameOf(context, person));
  }
}
