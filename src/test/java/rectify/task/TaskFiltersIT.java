package rectify.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rectify.whole.WholeSystem;

/** What becomes of the lists that an earlier version wrote. */
@WholeSystem
class TaskFiltersIT {

  private static final String SOON = "即将到期";

  @Autowired private TaskFilters lists;
  @Autowired private FilterService filters;
  @Autowired private TaskService tasks;

  @AfterEach
  void write_the_lists_anew() {
    filters.deleteFilter(stored().getId());
    lists.afterSingletonsInstantiated();
  }

  @Test
  void a_list_as_an_earlier_version_wrote_it_is_brought_up_to_date() {
    write("三天内到期的本单位任务");

    lists.afterSingletonsInstantiated();

    assertThat(((TaskQueryImpl) stored().<TaskQuery>getQuery()).getExpressions())
        .containsEntry("dueBefore", "${deadlines.afterWorkingDays(now(), 3)}");
    assertThat(stored().getProperties()).containsEntry("description", "三个工作日内到期的本单位任务");
  }

  @Test
  void a_list_that_an_administrator_has_adapted_stays_as_it_is() {
    write("本科室的说法");

    lists.afterSingletonsInstantiated();

    assertThat(((TaskQueryImpl) stored().<TaskQuery>getQuery()).getExpressions())
        .containsEntry("dueBefore", "${dateTime().plusDays(3)}");
    assertThat(stored().getProperties()).containsEntry("description", "本科室的说法");
  }

  private void write(String description) {
    Filter filter = stored();
    filter.setQuery(
        tasks
            .createTaskQuery()
            .taskCandidateGroupInExpression("${currentUserGroups()}")
            .includeAssignedTasks()
            .dueAfterExpression("${now()}")
            .dueBeforeExpression("${dateTime().plusDays(3)}")
            .orderByDueDate()
            .asc());
    filter.setProperties(
        Map.of(
            "description",
            description,
            "priority",
            30,
            "refresh",
            false,
            "showUndefinedVariable",
            false,
            "variables",
            List.of(
                Map.of("name", "caseTitle", "label", "事项"),
                Map.of("name", "dueAt", "label", "整改期限"))));
    filters.saveFilter(filter);
  }

  private Filter stored() {
    return filters.createTaskFilterQuery().filterName(SOON).singleResult();
  }
}
