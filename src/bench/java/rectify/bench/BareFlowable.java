package rectify.bench;

import org.flowable.engine.ProcessEngine;
import org.flowable.engine.TaskService;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.task.api.Task;
import rectify.TestDatabase;
import rectify.bench.CasePath.Step;

/** Flowable 7.2 in its default configuration. */
final class BareFlowable implements Contender {

  private final ProcessEngine engine;
  private final Deadlocks deadlocks = new Deadlocks();

  BareFlowable(TestDatabase.Schema schema) {
    StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
    configuration.setEngineName("flowable");
    configuration.setJdbcDriver("com.mysql.cj.jdbc.Driver");
    configuration.setJdbcUrl(Mysql.plainUrl(schema));
    configuration.setJdbcUsername(schema.user());
    configuration.setJdbcPassword(schema.password());
    configuration.setDatabaseSchemaUpdate("true");
    engine = configuration.buildProcessEngine();
    engine.getRepositoryService().createDeployment().addClasspathResource(BareCase.MODEL).deploy();
  }

  @Override
  public String name() {
    return "Flowable 7.2";
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
