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
  public void work(CasePath path) {
    String instance =
        engine
            .getRuntimeService()
            .startProcessInstanceByKey(
                BareCase.KEY, BareCase.nextNumber(), BareCase.variables(path))
            .getId();
    TaskService tasks = engine.getTaskService();
    for (Step step : path.steps()) {
      Task task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
      tasks.claim(task.getId(), "officer");
      tasks.complete(task.getId(), Answers.of(step));
    }
  }

  @Override
  public void close() {
    engine.close();
  }
}
