package rectify.process;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.mockito.invocation.InvocationOnMock;
import rectify.deadline.LegalCalendar;
import rectify.form.Choices;
import rectify.inspection.Orders;

/** A finding ordered to be rectified on its way, in the words of the people who handle it. */
final class RectificationOrderRun extends RectificationPeriodRun<RectificationOrderRun> {

  static final long HAZARD = 8;

  final Orders orders = mock();

  private final Models models;
  private final Map<Long, String> dueAt = new HashMap<>();
  private final Set<Long> recheckArranged = new HashSet<>();

  RectificationOrderRun(Models models) {
    this.models = models;
    when(extensions.grant(anyLong(), any(), any())).thenAnswer(this::dueAt);
    when(orders.acceptTransfer(anyLong(), any())).thenReturn("accepting");
    when(orders.returnTransfer(anyLong(), any())).thenAnswer(call -> ModelRun.now().toString());
    when(orders.departments(anyLong())).thenReturn(Choices.of(Map.of("transport", "交通运输局")));
    when(orders.designate(anyLong(), any(), any())).thenReturn("designated");
    when(orders.colleagues(anyLong())).thenReturn(Choices.of(Map.of("lin", "林检查")));
    doAnswer(call -> recheckArranged.remove(call.<Long>getArgument(0)))
        .when(orders)
        .beginRound(anyLong());
    when(orders.recheckArranged(anyLong()))
        .thenAnswer(call -> recheckArranged.contains(call.<Long>getArgument(0)));
    when(orders.arrangeRecheck(anyLong()))
        .thenAnswer(call -> recheckFrom(call, ModelRun.now().toString()));
    when(orders.expire(anyLong()))
        .thenAnswer(call -> recheckFrom(call, dueAt.get(call.<Long>getArgument(0)) + "T23:59:59"));
    when(orders.recheck(anyLong(), any(), any(), any(), any()))
        .thenAnswer(call -> call.getArgument(1));
    when(orders.orderAgain(anyLong(), any())).thenAnswer(this::dueAt);
  }

  private String dueAt(InvocationOnMock call) {
    dueAt.put(call.getArgument(0), call.getArgument(1));
    return call.getArgument(1);
  }

  private String recheckFrom(InvocationOnMock call, String moment) {
    recheckArranged.add(call.getArgument(0));
    return moment;
  }

  /** What an inspection starts a case with that the inspecting township follows itself. */
  static Map<String, Object> variables(String dueAt) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("hazardId", HAZARD);
    variables.put("caseTitle", "演示企业 二号车间");
    variables.put("countyCode", "350582");
    variables.put("enterpriseGroup", "enterprise");
    variables.put("authorityGroup", "town");
    variables.put("officeGroup", "office");
    variables.put("dueAt", dueAt);
    variables.put("needsTransfer", false);
    variables.put("transferGroup", null);
    variables.put("transferredAt", null);
    return variables;
  }

  /** Rectification is ordered at a moment, by a day. */
  RectificationOrderRun ordered(String moment, String by) {
    ModelRun.at(moment);
    return started(variables(by), by);
  }

  /** A finding is transferred at a moment; its clock runs. */
  RectificationOrderRun transferred(String moment, String by) {
    ModelRun.at(moment);
    Map<String, Object> variables = variables(by);
    variables.put("authorityGroup", null);
    variables.put("needsTransfer", true);
    variables.put("transferGroup", "accepting");
    variables.put("transferredAt", moment);
    return started(variables, by);
  }

  private RectificationOrderRun started(Map<String, Object> variables, String by) {
    dueAt.put(HAZARD, by);
    exposed();
    run = models.start("rectification-order", "YH350582-2026-0000008", variables);
    return this;
  }

  /** Puts what it records behind every expression, for an inspection that calls the process. */
  void exposed() {
    models
        .with("deadlines", LegalCalendar.deadlines())
        .with("hazards", hazards)
        .with("extensions", extensions)
        .with("orders", orders)
        .with("supervision", supervision);
  }

  /** Goes on with a case that an inspection has started. */
  RectificationOrderRun of(ModelRun called) {
    run = called;
    return this;
  }

  RectificationOrderRun transferAccepted() {
    run.complete(
        "Activity_AcceptTransfer",
        Map.of("transferDecision", "accepted", "transferOpinion", "属本局职责"));
    return this;
  }

  RectificationOrderRun transferReturned() {
    run.complete(
        "Activity_AcceptTransfer",
        Map.of("transferDecision", "returned", "transferOpinion", "不属本局职责"));
    return this;
  }

  RectificationOrderRun designated() {
    run.complete(
        "Activity_DesignateAuthority",
        Map.of("designatedRole", "transport", "designationOpinion", "由交通部门承办"));
    return this;
  }

  RectificationOrderRun recheckPassed() {
    run.complete(
        "Activity_Recheck",
        Map.of("recheckResult", "passed", "recheckOpinion", "已整改", "secondOfficer", "lin"));
    return this;
  }

  RectificationOrderRun recheckFailed(String newDueAt) {
    run.complete(
        "Activity_Recheck",
        Map.of(
            "recheckResult", "failed",
            "recheckOpinion", "未整改",
            "newDueAt", newDueAt,
            "secondOfficer", "lin"));
    return this;
  }

  @Override
  RectificationOrderRun self() {
    return this;
  }
}
