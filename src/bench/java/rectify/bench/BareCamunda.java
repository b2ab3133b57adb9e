package rectify.bench;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import rectify.TestDatabase;
import rectify.bench.CasePath.Step;

/** Camunda 7.24 in its default configuration, without authorizations, forms, rules and tables. */
final class BareCamunda implements Contender {

  private final ProcessEngine engine;
  private final Deadlocks deadlocks = new Deadlocks();

  BareCamunda(TestDatabase.Schema schema) {
    ProcessEngineConfiguration configuration =
        new StandaloneProcessEngineConfiguration()
            .setProcessEngineName("bare")
            .setJdbcDriver("com.mysql.cj.jdbc.Driver")
            .setJdbcUrl(Mysql.plainUrl(schema))
            .setJdbcUsername(schema.user())
            .setJdbcPassword(schema.password())
            .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
    engine = configuration.buildProcessEngine();
    engine.getRepositoryService().createDeployment().addClasspathResource(BareCase.MODEL).deploy();
  }

  @Override
  public String name() {
    return "Camunda 7.24, bare";
  }

  @Override
  public int deadlocks() {
    return deadlocks.count();
  }

  @Override
  public void work(CasePath path) {
    String instance = deadlocks.survive(() -> start(path));
    TaskService tasks = engine.getTaskService();
    for (Step step : path.steps()) {
      Task task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
      deadlocks.survive(() -> tasks.claim(task.getId(), "officer"));
      deadlocks.survive(() -> tasks.complete(task.getId(), Answers.of(step)));
    }
  }

  private String start(CasePath path) {
    return engine
        .getRuntimeService()
        .startProcessInstanceByKey(BareCase.KEY, BareCase.nextNumber(), BareCase.variables(path))
        .getId();
  }

  @Override
  public void close() {
    engine.close();
  }
}
