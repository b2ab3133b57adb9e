package rectify.process;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import rectify.hazard.Extensions;
import rectify.hazard.HazardRectification;
import rectify.hazard.Hazards;
import rectify.supervision.Supervision;

/**
 * A case in its period of rectification, which a self-report and an order have in common, in the
 * words of the people who handle it.
 *
 * @param <R> the run of the whole case
 */
abstract class RectificationPeriodRun<R extends RectificationPeriodRun<R>> {

  final Hazards hazards = mock();
  final Extensions extensions = mock();
  final Supervision supervision = mock();

  ModelRun run;

  RectificationPeriodRun() {
    when(hazards.reportRectified(anyLong(), any(), any(), any(), any(), any()))
        .thenAnswer(call -> ModelRun.now().toString());
    when(extensions.request(anyLong(), any(), any())).thenAnswer(call -> ModelRun.now().toString());
    when(extensions.grant(anyLong(), any(), any())).thenAnswer(call -> call.getArgument(1));
  }

  abstract R self();

  R rectified() {
    run.complete(HazardRectification.RECTIFY, Forms.rectified("2026-03-02"));
    return self();
  }

  R extensionRequested(String until) {
    run.complete(HazardRectification.RECTIFY, Forms.extensionRequest(until));
    return self();
  }

  R extensionGranted(String until) {
    run.complete(HazardRectification.DECIDE_EXTENSION, Forms.extensionGrant(until));
    return self();
  }

  R extensionRefused() {
    run.complete(HazardRectification.DECIDE_EXTENSION, Forms.extensionRefusal());
    return self();
  }

  R until(String moment) {
    run.until(moment);
    return self();
  }

  ModelRun run() {
    return run;
  }

  ProcessInstance instance() {
    return run.instance();
  }

  Map<String, String> tasks() {
    return run.tasks();
  }

  Map<String, String> timers() {
    return run.timers();
  }
}
