package rectify.engine;

import org.camunda.bpm.engine.impl.bpmn.behavior.CallActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.CallableElementUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * A called instance belongs to the county it is given, as a started one does. The engine hands down
 * the caller's tenant and asks {@link CountyTenants} for roots only: what a department of the city
 * orders in a county would be the city's, and its enterprise could not do it.
 */
class CountyCalls extends AbstractBpmnParseListener {

  @Override
  public void parseCallActivity(Element callActivity, ScopeImpl scope, ActivityImpl activity) {
    if (activity.getActivityBehavior().getClass() == CallActivityBehavior.class) {
      CallActivityBehavior stock = (CallActivityBehavior) activity.getActivityBehavior();
      Call call = new Call();
      call.setCallableElement(stock.getCallableElement());
      activity.setActivityBehavior(call);
    }
  }

  private static final class Call extends CallActivityBehavior {

    @Override
    protected void startInstance(
        ActivityExecution execution, VariableMap variables, String businessKey) {
      var definition =
          CallableElementUtil.getProcessDefinitionToCall(
              execution,
              ((ExecutionEntity) execution).getProcessDefinitionTenantId(),
              getCallableElement());
      var called = (ExecutionEntity) execution.createSubProcessInstance(definition, businessKey);
      if (variables.get(CountyTenants.COUNTY_CODE) instanceof String county) {
        called.setTenantId(county);
      }
      called.start(variables);
    }
  }
}
