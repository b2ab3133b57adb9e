package rectify.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static rectify.process.RectificationOrderRun.HAZARD;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RectificationOrderTest {

  @RegisterExtension static final Models MODELS = Models.covering("rectification-order");

  private final RectificationOrderRun order = new RectificationOrderRun(MODELS);

  @Test
  void a_reported_rectification_is_rechecked_and_closed() {
    order.ordered("2026-03-02T15:00:00", "2026-03-17");

    verify(order.orders).beginRound(HAZARD);
    assertThat(order.tasks()).isEqualTo(Map.of("Activity_Rectify", "2026-03-17T23:59:59"));
    assertThat(order.run().candidates("Activity_Rectify")).isEqualTo("enterprise");
    assertThat(order.timers())
        .isEqualTo(
            Map.of(
                "Event_DueSoon", "2026-03-12T09:00:00",
                "Event_RectificationOverdue", "2026-03-17T23:59:59"));

    order.until("2026-03-10T11:00:00").rectified();

    verify(order.hazards).reportRectified(HAZARD, "陈安", "更换护栏", 3000, "2026-03-02", "停用设备");
    verify(order.orders).arrangeRecheck(HAZARD);
    assertThat(order.tasks()).isEqualTo(Map.of("Activity_Recheck", "2026-03-20T23:59:59"));
    assertThat(order.run().candidates("Activity_Recheck")).isEqualTo("town");
    assertThat(order.timers()).isEqualTo(Map.of("Event_RecheckOverdue", "2026-03-20T23:59:59"));

    order.recheckPassed();

    verify(order.orders).recheck(HAZARD, "passed", "已整改", "lin", "");
    verify(order.orders).close(HAZARD);
    verify(order.supervision).end(HAZARD);
    verify(order.supervision, never()).start(anyLong());
    assertThat(order.instance())
        .isEnded()
        .hasPassedInOrder(
            "Event_FindingOrdered",
            "Activity_BeginRound",
            "Activity_Rectify",
            "Activity_ReportRectified",
            "Activity_ArrangeRecheck",
            "Activity_Recheck",
            "Activity_RecordRecheck",
            "Activity_Close",
            "Activity_EndSupervision",
            "Event_CaseClosed")
        .hasNotPassed("Activity_AcceptTransfer", "Activity_Expire", "Activity_OrderAgain");
  }

  @Test
  void an_enterprise_is_reminded_three_working_days_before_the_last_day() {
    order.ordered("2026-09-20T10:00:00", "2026-10-08").until("2026-09-28T08:59:59");

    assertThat(order.timers()).containsEntry("Event_DueSoon", "2026-09-28T09:00:00");
    verify(order.hazards, never()).remindDueSoon(anyLong());

    order.until("2026-09-28T09:00:00");

    verify(order.hazards, times(1)).remindDueSoon(HAZARD);
    assertThat(order.instance())
        .isWaitingAt("Activity_Rectify")
        .hasPassedInOrder("Event_DueSoon", "Activity_RemindDueSoon", "Event_Reminded");
  }

  @Test
  void a_finding_is_rectified_under_the_department_that_accepts_its_transfer() {
    order.transferred("2026-03-06T15:00:00", "2026-03-20");

    assertThat(order.tasks()).isEqualTo(Map.of("Activity_AcceptTransfer", "2026-03-10T23:59:59"));
    assertThat(order.run().candidates("Activity_AcceptTransfer")).isEqualTo("accepting");
    assertThat(order.timers())
        .isEqualTo(
            Map.of(
                "Event_TransferOverdue", "2026-03-10T23:59:59",
                "Event_OverdueInTransfer", "2026-03-20T23:59:59"));

    order.until("2026-03-09T10:00:00").transferAccepted();

    verify(order.orders).acceptTransfer(HAZARD, "属本局职责");
    assertThat(order.tasks())
        .as("the clock has run on")
        .isEqualTo(Map.of("Activity_Rectify", "2026-03-20T23:59:59"));

    order.rectified();

    assertThat(order.run().candidates("Activity_Recheck")).isEqualTo("accepting");
    assertThat(order.instance())
        .hasPassedInOrder(
            "Activity_AcceptTransfer",
            "Activity_ReceiveTransfer",
            "Event_TransferEnded",
            "Activity_Rectify")
        .hasNotPassed(
            "Activity_ReturnTransfer",
            "Activity_NoteTransferOverdue",
            "Activity_SuperviseTransfer");
  }

  @Test
  void a_returned_transfer_goes_to_the_department_the_commission_office_designates() {
    order
        .transferred("2026-03-06T15:00:00", "2026-03-20")
        .until("2026-03-10T10:00:00")
        .transferReturned();

    verify(order.orders).returnTransfer(HAZARD, "不属本局职责");
    assertThat(order.tasks())
        .isEqualTo(Map.of("Activity_DesignateAuthority", "2026-03-12T23:59:59"));
    assertThat(order.run().candidates("Activity_DesignateAuthority")).isEqualTo("office");
    assertThat(order.timers())
        .isEqualTo(
            Map.of(
                "Event_DesignationOverdue", "2026-03-12T23:59:59",
                "Event_OverdueInTransfer", "2026-03-20T23:59:59"));

    order.designated();

    verify(order.orders).designate(HAZARD, "transport", "由交通部门承办");
    assertThat(order.tasks()).isEqualTo(Map.of("Activity_Rectify", "2026-03-20T23:59:59"));

    order.rectified();

    assertThat(order.run().candidates("Activity_Recheck")).isEqualTo("designated");
    assertThat(order.instance())
        .hasPassedInOrder(
            "Activity_AcceptTransfer",
            "Activity_ReturnTransfer",
            "Activity_DesignateAuthority",
            "Activity_RecordDesignation",
            "Activity_Rectify")
        .hasNotPassed("Activity_ReceiveTransfer");
  }

  @Test
  void an_overdue_transfer_is_noted_and_stays_open() {
    order.transferred("2026-03-06T15:00:00", "2026-03-20");
    List<String> tasks = order.run().taskIds();

    order.until("2026-03-10T23:59:58");
    verify(order.hazards, never()).noteOverdueDuty(anyLong(), any(), any());

    order.until("2026-03-10T23:59:59");

    verify(order.hazards, times(1)).noteOverdueDuty(HAZARD, "transfer", "accepting");
    assertThat(order.run().taskIds()).isEqualTo(tasks);
    assertThat(order.instance())
        .isWaitingAt("Activity_AcceptTransfer")
        .hasPassedInOrder(
            "Event_TransferOverdue", "Activity_NoteTransferOverdue", "Event_TransferOverdueNoted");

    order.transferAccepted();

    assertThat(order.tasks()).containsOnlyKeys("Activity_Rectify");
  }

  @Test
  void an_overdue_designation_is_noted_and_stays_open() {
    order
        .transferred("2026-03-06T15:00:00", "2026-03-20")
        .until("2026-03-10T10:00:00")
        .transferReturned();
    List<String> tasks = order.run().taskIds();

    order.until("2026-03-12T23:59:58");
    verify(order.hazards, never()).noteOverdueDuty(anyLong(), any(), any());

    order.until("2026-03-12T23:59:59");

    verify(order.hazards, times(1)).noteOverdueDuty(HAZARD, "designation", "office");
    assertThat(order.run().taskIds()).isEqualTo(tasks);
    assertThat(order.instance())
        .isWaitingAt("Activity_DesignateAuthority")
        .hasPassedInOrder(
            "Event_DesignationOverdue",
            "Activity_NoteDesignationOverdue",
            "Event_DesignationOverdueNoted");
  }

  @Test
  void a_transfer_nobody_accepts_is_supervised_after_the_last_day_and_stays_open() {
    order.transferred("2026-03-06T15:00:00", "2026-03-20");
    List<String> tasks = order.run().taskIds();

    order.until("2026-03-20T23:59:58");
    verify(order.supervision, never()).start(anyLong());

    order.until("2026-03-20T23:59:59");

    verify(order.supervision, times(1)).start(HAZARD);
    assertThat(order.run().taskIds()).isEqualTo(tasks);
    assertThat(order.instance())
        .isWaitingAt("Activity_AcceptTransfer")
        .hasPassedInOrder(
            "Event_OverdueInTransfer", "Activity_SuperviseTransfer", "Event_TransferSupervised");

    order.until("2026-03-23T10:00:00").transferAccepted().run().untilNow();

    verify(order.orders).expire(HAZARD);
    assertThat(order.tasks())
        .as("the recheck runs from the last day")
        .isEqualTo(
            Map.of(
                "Activity_Rectify", "2026-03-20T23:59:59",
                "Activity_Recheck", "2026-03-30T23:59:59"));
    assertThat(order.run().candidates("Activity_Recheck")).isEqualTo("accepting");
  }

  @Test
  void after_the_last_day_a_recheck_is_due_while_the_enterprise_can_still_report() {
    order.ordered("2026-03-02T15:00:00", "2026-03-17");
    List<String> tasks = order.run().taskIds();

    order.until("2026-03-17T23:59:58");
    verify(order.orders, never()).expire(anyLong());

    order.until("2026-03-17T23:59:59");

    verify(order.orders, times(1)).expire(HAZARD);
    verify(order.supervision, times(1)).start(HAZARD);
    assertThat(order.run().taskIds()).containsAll(tasks);
    assertThat(order.tasks())
        .isEqualTo(
            Map.of(
                "Activity_Rectify", "2026-03-17T23:59:59",
                "Activity_Recheck", "2026-03-27T23:59:59"));
    assertThat(order.timers()).isEqualTo(Map.of("Event_RecheckOverdue", "2026-03-27T23:59:59"));

    order.until("2026-03-19T10:00:00").rectified();

    verify(order.orders, never()).arrangeRecheck(anyLong());
    assertThat(order.tasks())
        .as("a late report moves no recheck and adds none")
        .isEqualTo(Map.of("Activity_Recheck", "2026-03-27T23:59:59"));

    order.until("2026-03-20T10:00:00").recheckPassed();

    verify(order.supervision).end(HAZARD);
    assertThat(order.instance())
        .isEnded()
        .hasPassedInOrder(
            "Event_RectificationOverdue",
            "Activity_Expire",
            "Activity_StartSupervision",
            "Activity_Rectify",
            "Event_LateReportNoted",
            "Activity_Recheck",
            "Event_CaseClosed")
        .hasNotPassed("Activity_ArrangeRecheck");
  }

  @Test
  void a_recheck_that_passes_without_a_report_closes_everything() {
    order.ordered("2026-03-02T15:00:00", "2026-03-17").until("2026-03-18T10:00:00").recheckPassed();

    verify(order.orders).close(HAZARD);
    verify(order.supervision).end(HAZARD);
    assertThat(order.instance())
        .isEnded()
        .hasNotPassed("Activity_ReportRectified", "Event_RectificationReported");
  }

  @Test
  void a_failed_recheck_orders_again_by_a_new_day() {
    order
        .ordered("2026-03-02T15:00:00", "2026-03-17")
        .rectified()
        .until("2026-03-12T10:00:00")
        .recheckFailed("2026-03-31");

    verify(order.orders).recheck(HAZARD, "failed", "未整改", "lin", "2026-03-31");
    verify(order.orders).orderAgain(HAZARD, "2026-03-31");
    verify(order.supervision).failed(HAZARD);
    verify(order.orders, times(2)).beginRound(HAZARD);
    assertThat(order.tasks()).isEqualTo(Map.of("Activity_Rectify", "2026-03-31T23:59:59"));
    assertThat(order.timers())
        .isEqualTo(
            Map.of(
                "Event_DueSoon", "2026-03-26T09:00:00",
                "Event_RectificationOverdue", "2026-03-31T23:59:59"));

    order.until("2026-04-01T09:00:00");

    assertThat(order.tasks())
        .as("ten days roll over the weekend")
        .isEqualTo(
            Map.of(
                "Activity_Rectify", "2026-03-31T23:59:59",
                "Activity_Recheck", "2026-04-10T23:59:59"));

    order.recheckPassed();

    verify(order.supervision, never()).withdraw(anyLong());
    assertThat(order.instance())
        .isEnded()
        .hasPassedInOrder(
            "Activity_Recheck",
            "Activity_RecordRecheck",
            "Activity_OrderAgain",
            "Activity_BeginRound",
            "Activity_Expire",
            "Activity_Recheck",
            "Activity_Close");
  }

  @Test
  void an_overdue_recheck_is_noted_and_stays_open() {
    order.ordered("2026-03-02T15:00:00", "2026-03-17").until("2026-03-06T10:00:00").rectified();
    List<String> tasks = order.run().taskIds();

    order.until("2026-03-16T23:59:58");
    verify(order.hazards, never()).noteOverdueDuty(anyLong(), any());

    order.until("2026-03-16T23:59:59");

    verify(order.hazards, times(1)).noteOverdueDuty(HAZARD, "recheck");
    assertThat(order.run().taskIds()).isEqualTo(tasks);
    assertThat(order.instance())
        .isWaitingAt("Activity_Recheck")
        .hasPassedInOrder(
            "Event_RecheckOverdue", "Activity_NoteRecheckOverdue", "Event_RecheckOverdueNoted");
  }

  @Test
  void a_refused_extension_moves_no_date() {
    order.ordered("2026-03-02T15:00:00", "2026-03-17");
    Map<String, String> timers = order.timers();
    order.extensionRequested("2026-03-27");

    verify(order.extensions).request(HAZARD, "2026-03-27", "等待配件");
    assertThat(order.tasks()).isEqualTo(Map.of("Activity_DecideExtension", "2026-03-09T23:59:59"));
    assertThat(order.run().candidates("Activity_DecideExtension")).isEqualTo("town");
    assertThat(order.timers())
        .containsAllEntriesOf(timers)
        .containsEntry("Event_ExtensionOverdue", "2026-03-09T23:59:59")
        .hasSize(3);

    order.extensionRefused();

    verify(order.extensions).refuse(HAZARD, "理由不足");
    assertThat(order.tasks()).isEqualTo(Map.of("Activity_Rectify", "2026-03-17T23:59:59"));
    assertThat(order.timers()).isEqualTo(timers);
    assertThat(order.instance())
        .hasPassedInOrder("Activity_DecideExtension", "Activity_RefuseExtension")
        .hasNotPassed("Activity_RestartClocks");
  }

  @Test
  void an_undecided_extension_is_noted_and_stays_open() {
    order.ordered("2026-03-02T15:00:00", "2026-03-17").extensionRequested("2026-03-27");
    List<String> tasks = order.run().taskIds();

    order.until("2026-03-09T23:59:58");
    verify(order.hazards, never()).noteOverdueDuty(anyLong(), any());

    order.until("2026-03-09T23:59:59");

    verify(order.hazards, times(1)).noteOverdueDuty(HAZARD, "extension");
    assertThat(order.run().taskIds()).isEqualTo(tasks);
    assertThat(order.instance())
        .isWaitingAt("Activity_DecideExtension")
        .hasPassedInOrder(
            "Event_ExtensionOverdue",
            "Activity_NoteExtensionOverdue",
            "Event_ExtensionOverdueNoted");
  }

  @Test
  void a_granted_extension_begins_a_round_with_the_clocks_of_the_new_day() {
    order
        .ordered("2026-03-02T15:00:00", "2026-03-17")
        .extensionRequested("2026-03-31")
        .extensionGranted("2026-03-27");

    verify(order.extensions).grant(HAZARD, "2026-03-27", "属实");
    verify(order.supervision).withdraw(HAZARD);
    verify(order.orders, times(2)).beginRound(HAZARD);
    verify(order.orders, never()).orderAgain(anyLong(), any());
    assertThat(order.tasks()).isEqualTo(Map.of("Activity_Rectify", "2026-03-27T23:59:59"));
    assertThat(order.timers())
        .isEqualTo(
            Map.of(
                "Event_DueSoon", "2026-03-24T09:00:00",
                "Event_RectificationOverdue", "2026-03-27T23:59:59"));
    assertThat(order.instance())
        .hasPassedInOrder(
            "Activity_GrantExtension",
            "Event_DeadlineExtended",
            "Event_RoundExtended",
            "Activity_RestartClocks",
            "Activity_BeginRound");
  }

  @Test
  void an_extension_granted_after_the_last_day_cancels_the_recheck() {
    order
        .ordered("2026-03-02T15:00:00", "2026-03-17")
        .until("2026-03-17T10:00:00")
        .extensionRequested("2026-03-31")
        .until("2026-03-18T10:00:00");
    assertThat(order.tasks())
        .isEqualTo(
            Map.of(
                "Activity_DecideExtension", "2026-03-24T23:59:59",
                "Activity_Recheck", "2026-03-27T23:59:59"));

    order.extensionGranted("2026-03-31");

    var ladder = inOrder(order.supervision);
    ladder.verify(order.supervision).start(HAZARD);
    ladder.verify(order.supervision).withdraw(HAZARD);
    assertThat(order.tasks()).isEqualTo(Map.of("Activity_Rectify", "2026-03-31T23:59:59"));
    assertThat(order.timers())
        .isEqualTo(
            Map.of(
                "Event_DueSoon", "2026-03-26T09:00:00",
                "Event_RectificationOverdue", "2026-03-31T23:59:59"));

    order.until("2026-03-30T10:00:00").rectified();

    verify(order.orders, times(1)).arrangeRecheck(HAZARD);
    verify(order.hazards, never()).noteOverdueDuty(anyLong(), any());
    assertThat(order.tasks()).isEqualTo(Map.of("Activity_Recheck", "2026-04-09T23:59:59"));
  }

  @Test
  void an_extension_in_the_round_after_a_failed_recheck_is_no_failed_recheck() {
    order
        .ordered("2026-03-02T15:00:00", "2026-03-17")
        .rectified()
        .recheckFailed("2026-03-20")
        .extensionRequested("2026-03-31")
        .extensionGranted("2026-03-31");

    verify(order.orders, times(1)).orderAgain(anyLong(), any());
    verify(order.supervision).withdraw(HAZARD);
    assertThat(order.tasks()).isEqualTo(Map.of("Activity_Rectify", "2026-03-31T23:59:59"));

    order.rectified().recheckPassed();

    verify(order.orders).close(HAZARD);
    assertThat(order.instance()).isEnded();
  }
}
