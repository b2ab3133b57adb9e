package rectify.task;

import java.util.List;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.query.Query;
import rectify.engine.ListExpressions;

/**
 * The engine's filter service, which keeps no list that could not be opened afterwards. Whoever is
 * in no group has no tasks: the engine would refuse the question for it.
 */
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

  @Override
  public <T> List<T> list(String filterId) {
    return isInNoGroup() ? List.of() : super.list(filterId);
  }

  @Override
  public <T, Q extends Query<?, T>> List<T> list(String filterId, Q extendingQuery) {
    return isInNoGroup() ? List.of() : super.list(filterId, extendingQuery);
  }

  @Override
  public <T> List<T> listPage(String filterId, int firstResult, int maxResults) {
    return isInNoGroup() ? List.of() : super.listPage(filterId, firstResult, maxResults);
  }

  @Override
  public <T, Q extends Query<?, T>> List<T> listPage(
      String filterId, Q extendingQuery, int firstResult, int maxResults) {
    return isInNoGroup()
        ? List.of()
        : super.listPage(filterId, extendingQuery, firstResult, maxResults);
  }

  @Override
  public Long count(String filterId) {
    return isInNoGroup() ? Long.valueOf(0) : super.count(filterId);
  }

  @Override
  public Long count(String filterId, Query<?, ?> extendingQuery) {
    return isInNoGroup() ? Long.valueOf(0) : super.count(filterId, extendingQuery);
  }

  private boolean isInNoGroup() {
    return commandExecutor.execute(
        context -> {
          Authentication caller = context.getAuthentication();
          return caller != null && (caller.getGroupIds() == null || caller.getGroupIds().isEmpty());
        });
  }
}
