package samples.architecture.deadline;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import rectify.engine.ProcessBean;

@ProcessBean("knowing")
class Knowing {
  void step(DelegateExecution execution) {}
}
