package samples.architecture.hazard;

import org.camunda.bpm.engine.RuntimeService;

/** Breaks nothing: a façade may speak to the engine. */
public class HazardRectification {
  RuntimeService runtime;
}
