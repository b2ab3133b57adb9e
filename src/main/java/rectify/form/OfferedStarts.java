package rectify.form;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * Leaves out of the list of what a person may start what its façade would refuse them anyway: a
 * right that hangs on a day, such as a certificate's, is no grant in the engine.
 */
class OfferedStarts extends ProcessDefinitionManager {

  private final Supplier<Stream<ProcessStart>> starts;

  private OfferedStarts(Supplier<Stream<ProcessStart>> starts) {
    this.starts = starts;
  }

  @Override
  public List<ProcessDefinition> findProcessDefinitionsByQueryCriteria(
      ProcessDefinitionQueryImpl query, Page page) {
    if (!asksWhatToStart(query)) {
      return super.findProcessDefinitionsByQueryCriteria(query, page);
    }
    Stream<ProcessDefinition> offered = offered(query).stream();
    return page == null
        ? offered.toList()
        : offered.skip(page.getFirstResult()).limit(page.getMaxResults()).toList();
  }

  @Override
  public long findProcessDefinitionCountByQueryCriteria(ProcessDefinitionQueryImpl query) {
    return asksWhatToStart(query)
        ? offered(query).size()
        : super.findProcessDefinitionCountByQueryCriteria(query);
  }

  private static boolean asksWhatToStart(ProcessDefinitionQueryImpl query) {
    return query.isStartablePermissionCheck() || query.isStartableInTasklist();
  }

  private List<ProcessDefinition> offered(ProcessDefinitionQueryImpl query) {
    List<String> refused =
        starts.get().filter(start -> !start.offered()).map(ProcessStart::processKey).toList();
    return super.findProcessDefinitionsByQueryCriteria(query, null).stream()
        .filter(definition -> !refused.contains(definition.getKey()))
        .toList();
  }

  /** Opens one for each command. */
  record Factory(Supplier<Stream<ProcessStart>> starts) implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return ProcessDefinitionManager.class;
    }

    @Override
    public Session openSession() {
      return new OfferedStarts(starts);
    }
  }
}
