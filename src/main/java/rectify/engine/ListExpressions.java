package rectify.engine;

import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.springframework.context.ApplicationContext;
import rectify.refusal.Refusal;

/**
 * Evaluates the expressions of models, and of queries no others than the ones lists need: who asks,
 * what time it is, a date some days away. A query comes from whoever stores a list or asks for
 * tasks, and the engine evaluates what stands in it, in an or-part even for everybody; only what a
 * deployed model says has been looked at before.
 */
public class ListExpressions extends SpringExpressionManager {

  private static final Pattern KNOWN =
      Pattern.compile(
          """
          \\$\\{\\s*(currentUser\\(\\)|currentUserGroups\\(\\)|now\\(\\)\
          |dateTime\\(\\)(\\.(plus|minus)(Minutes|Hours|Days|Weeks|Months|Years)\\(\\d{1,4}\\)\
          |\\.withTimeAtStartOfDay\\(\\)){0,6}\
          |deadlines\\.afterWorkingDays\\(now\\(\\), ?\\d{1,3}\\)|follows\\.caseNumbers\\(\\))\\s*}\
          """);

  ListExpressions(ApplicationContext context, Map<Object, Object> beans) {
    super(context, beans);
  }

  @Override
  public Expression createExpression(String expression) {
    return new OfModel(this, expression);
  }

  /**
   * @throws Refusal if any part of the query would evaluate something else
   */
  public static void check(Query<?, ?> query) {
    if (query instanceof AbstractQuery<?, ?> asked) {
      asked.getExpressions().values().forEach(ListExpressions::check);
    }
    if (query instanceof TaskQueryImpl tasks) {
      tasks.getQueries().stream()
          .flatMap(part -> part.getExpressions().values().stream())
          .forEach(ListExpressions::check);
    }
  }

  private static void check(String expression) {
    if (!KNOWN.matcher(expression).matches()) {
      throw new Refusal(
          "任务列表的条件中只能使用 ${currentUser()}、${currentUserGroups()}、${now()} 和"
              + " ${dateTime().plusDays(3)} 这一类日期表达式，请改正后重试。");
    }
  }

  private static class OfModel extends JuelExpression {

    OfModel(ListExpressions manager, String text) {
      super(manager.createValueExpression(text), manager, text);
    }

    /** Whatever a model says is evaluated for an execution or a task; a query has neither. */
    @Override
    public Object getValue(VariableScope scope, BaseDelegateExecution execution) {
      if (scope == null && execution == null && !isLiteralText()) {
        check(expressionText);
      }
      return super.getValue(scope, execution);
    }
  }
}
