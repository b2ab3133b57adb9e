package rectify.engine;

import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.FilterServiceImpl;

/** The engine's filter service, which keeps no list that could not be opened afterwards. */
class GuardedFilterService extends FilterServiceImpl {

  @Override
  public Filter saveFilter(Filter filter) {
    return commandExecutor.execute(
        context -> {
          if (filter != null) {
            ListExpressions.check(filter.getQuery());
          }
          return super.saveFilter(filter);
        });
  }
}
