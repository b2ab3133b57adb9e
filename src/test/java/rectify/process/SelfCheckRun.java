package rectify.process;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import rectify.deadline.LegalCalendar;
import rectify.selfcheck.SelfCheck;
import rectify.selfcheck.SelfChecks;

/** A month's self-check, in the words of the enterprise. */
final class SelfCheckRun {

  static final long CHECK = 5;

  final SelfCheck selfCheck = mock();
  final SelfChecks selfChecks = mock();

  private final Models models;
  private ModelRun run;

  SelfCheckRun(Models models) {
    this.models = models;
    when(selfCheck.processKey()).thenReturn(SelfCheck.KEY);
    when(selfCheck.sign(anyLong(), any(), any())).thenAnswer(call -> ModelRun.now().toString());
    when(selfChecks.findingTitle(anyLong())).thenReturn("演示企业，仓库");
  }

  static Map<String, Object> variables(String lastDay) {
    return Map.of(
        "selfCheckId", CHECK,
        "caseTitle", "2026年3月自查：演示企业",
        "countyCode", "350582",
        "enterpriseGroup", "enterprise",
        "lastDay", lastDay);
  }

  /** The completed list will leave these failures to describe. */
  SelfCheckRun willFind(Long... findings) {
    when(selfChecks.openFindings(CHECK)).thenReturn(List.of(findings));
    return this;
  }

  SelfCheckRun opened(String moment, String lastDay) {
    ModelRun.at(moment);
    models
        .with("deadlines", LegalCalendar.deadlines())
        .with("selfCheck", selfCheck)
        .with("selfChecks", selfChecks);
    run = models.start(SelfCheck.KEY, "ZC350582-202603-0000005", variables(lastDay));
    return this;
  }

  /** What the items were answered with lies beside the form. */
  SelfCheckRun signs() {
    run.complete("Activity_Check", Map.of("signatory", "陈安"));
    return this;
  }

  SelfCheckRun describes() {
    run.complete("Activity_DescribeFinding", description());
    return this;
  }

  static Map<String, Object> description() {
    return Map.of(
        "location", "仓库",
        "description", "通道堆放纸箱",
        "level", "general",
        "rectifiedOnSpot", true,
        "onSpotMeasures", "已清理");
  }

  SelfCheckRun until(String moment) {
    run.until(moment);
    return this;
  }

  ModelRun run() {
    return run;
  }

  ProcessInstance instance() {
    return run.instance();
  }
}
