package rectify.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import rectify.engine.CountyTenants;
import rectify.engine.RefusalInterceptor;
import rectify.model.DrawnDeadlines;
import rectify.task.HeldTasks;

/**
 * An engine in memory for diagrams, decision tables and forms: no Spring, no job executor, but the
 * product's form gate and tenants; no proof is asked for.
 */
public final class ModelEngine {

  private ModelEngine() {}

  /**
   * @param name of the engine and of its database
   * @param beans all that an expression can name; read at every call
   */
  public static ProcessEngineConfigurationImpl configuration(
      String name, Map<Object, Object> beans) {
    ProcessEngineConfigurationImpl engine = new StandaloneInMemProcessEngineConfiguration();
    engine.setProcessEngineName(name);
    engine.setJdbcUrl("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
    engine.setJobExecutorActivate(false);
    engine.setMetricsEnabled(false);
    engine.setBeans(beans);
    engine.setTenantIdProvider(new CountyTenants());
    HeldTasks held = new HeldTasks(engine, Stream::empty);
    FormGate gate =
        new FormGate(
            new Proofs(Stream::empty),
            Optional::empty,
            () -> contents(beans),
            (person, absent, groups) -> false,
            held);
    engine.setTaskService(new GuardedTaskService(gate, new KeyedForms(null), held));
    engine.setCustomPreCommandInterceptorsTxRequired(List.of(new RefusalInterceptor()));
    engine.setCustomPreBPMNParseListeners(new ArrayList<>(List.of(new DrawnDeadlines())));
    engine.getProcessEnginePlugins().add(new SpinProcessEnginePlugin());
    return engine;
  }

  private static Stream<FormContent> contents(Map<Object, Object> beans) {
    return beans.values().stream()
        .filter(FormContent.class::isInstance)
        .map(FormContent.class::cast);
  }
}
