package samples.architecture.hazard;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;

class Shortcut {
  TaskService tasks;
  ClockUtil clock;
  ExpressionFactoryImpl expressions;
}
