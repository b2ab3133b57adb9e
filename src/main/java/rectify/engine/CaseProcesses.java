package rectify.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts the process of a case back where it was, when it ended outside its drawn ends. */
@Component
public class CaseProcesses {

  private final ObjectProvider<ProcessEngine> engine;

  CaseProcesses(ObjectProvider<ProcessEngine> engine) {
    this.engine = engine;
  }

  /** Whether a process runs for this number; asks nobody's rights. */
  public boolean runs(String processKey, String number) {
    return Trusted.call(
        () ->
            runtime()
                    .createNativeProcessInstanceQuery()
                    .sql(
                        "select count(*) from ACT_RU_EXECUTION e"
                            + " join ACT_RE_PROCDEF d on d.ID_ = e.PROC_DEF_ID_"
                            + " where e.PARENT_ID_ is null and d.KEY_ = #{processKey}"
                            + " and e.BUSINESS_KEY_ = #{number}")
                    .parameter("processKey", processKey)
                    .parameter("number", number)
                    .count()
                > 0);
  }

  /**
   * Starts the newest version before some of its steps instead of at its beginning. Timers are set
   * from the dates in the variables, so the original ones hold.
   */
  public void startAt(
      String processKey, String number, Map<String, Object> variables, List<String> steps) {
    Trusted.call(
        () -> {
          ProcessInstantiationBuilder start =
              runtime()
                  .createProcessInstanceByKey(processKey)
                  .businessKey(number)
                  .setVariables(variables);
          steps.forEach(start::startBeforeActivity);
          return start.execute();
        });
  }

  private RuntimeService runtime() {
    return engine.getObject().getRuntimeService();
  }
}
