package rectify.bench;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import rectify.TestDatabase;
import rectify.engine.EngineClock;

/** Starts of what an opened self-check waits for, by a bare Camunda 7.24. */
final class BareStarts implements AutoCloseable {

  private static final String KEY = "bare-self-check";

  /** As many as our opening puts into one transaction. */
  private static final int BATCH = 100;

  private final AtomicLong numbers = new AtomicLong();
  private final ProcessEngine engine;

  BareStarts(TestDatabase.Schema schema) {
    engine =
        new StandaloneProcessEngineConfiguration()
            .setProcessEngineName("bare-starts")
            .setJdbcDriver("com.mysql.cj.jdbc.Driver")
            .setJdbcUrl(Mysql.plainUrl(schema))
            .setJdbcUsername(schema.user())
            .setJdbcPassword(schema.password())
            .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
            .buildProcessEngine();
    engine.getRepositoryService().createDeployment().addClasspathResource(KEY + ".bpmn").deploy();
  }

  void oneByOne(int count) {
    for (int i = 0; i < count; i++) {
      start();
    }
  }

  /** In commands of a hundred. */
  void together(int count) {
    for (int left = count; left > 0; left -= BATCH) {
      int batch = Math.min(BATCH, left);
      ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
          .getCommandExecutorTxRequired()
          .execute(
              context -> {
                oneByOne(batch);
                return null;
              });
    }
  }

  private void start() {
    long number = numbers.incrementAndGet();
    Map<String, Object> variables = new HashMap<>();
    variables.put("selfCheckId", number);
    variables.put("caseTitle", "2026年1月自查：演示企业" + number);
    variables.put("countyCode", "350582");
    variables.put("enterpriseGroup", "ent" + number);
    variables.put("lastDay", inDays(30));
    variables.put("notBegunAt", inDays(20));
    variables.put("graceOverAt", inDays(35));
    engine
        .getRuntimeService()
        .startProcessInstanceByKey(KEY, "ZC350582-202601-%07d".formatted(number), variables);
  }

  private static Date inDays(int days) {
    return Date.from(
        LocalDateTime.now(EngineClock.ZONE)
            .truncatedTo(ChronoUnit.SECONDS)
            .plusDays(days)
            .atZone(EngineClock.ZONE)
            .toInstant());
  }

  @Override
  public void close() {
    engine.close();
  }
}
