package rectify.population;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.SplittableRandom;
import rectify.assessment.AssessmentFinding;
import rectify.hazard.Hazard;
import rectify.hazard.HazardRectification;
import rectify.identity.Actor;
import rectify.inspection.Orders;
import rectify.light.RedLightAttention;
import rectify.reminder.SelfCheckReminder;
import rectify.statistics.StatisticsSigning;
import rectify.supervision.DutySupervision;
import rectify.supervision.Supervision;
import rectify.task.OpenTask;

/** The forms of what needs no thought. */
public final class Routine {

  public static final String SIGN = StatisticsSigning.SIGN;

  private Routine() {}

  public static Map<String, Object> form(
      OpenTask task, Hazard hazard, Actor person, SplittableRandom random, LocalDateTime now) {
    return switch (task.step()) {
      case HazardRectification.ACKNOWLEDGE_MAJOR -> Map.of("acknowledgement", "已收到报告，将派员核实");
      case HazardRectification.SUBMIT_PLAN ->
          Map.of(
              "planGoals", "消除隐患，达到规范要求",
              "planMeasures", Words.measures(random),
              "planFunds", "自筹二十万元，备足物资",
              "planStaff", "成立治理小组，主要负责人任组长",
              "planSchedule", "分三个阶段，按期完成",
              "planSafeguards", "治理期间停用相关设备，专人值守");
      case HazardRectification.REVIEW_PLAN ->
          Draw.happens(0.9, random)
              ? Map.of("planDecision", "approved", "planOpinion", "方案完整可行，同意实施")
              : Map.of("planDecision", "rejected", "planOpinion", "应急预案过于笼统，请补充后重报");
      case Orders.ACCEPT_TRANSFER ->
          Draw.happens(0.85, random)
              ? Map.of("transferDecision", "accepted", "transferOpinion", "属本单位职责，予以接收")
              : Map.of("transferDecision", "returned", "transferOpinion", "不属本单位职责，予以退回");
      case Orders.DESIGNATE_AUTHORITY ->
          Map.of("designatedRole", hazard.departmentRole(), "designationOpinion", "按行业主管职责办理");
      case Supervision.ASK_TOWNSHIP, Supervision.ASK_DEPARTMENT, Supervision.ASK_CITY ->
          Words.supervised();
      case DutySupervision.ASK_SUPERIOR, DutySupervision.ASK_TOP -> Words.supervised();
      case Supervision.ASK_OFFICE ->
          Map.of(
              "letterDemand",
              "请督促企业立即整改，逾期依法处理",
              "letterDueAt",
              now.toLocalDate().plusDays(7).toString());
      case Supervision.ASK_LISTING ->
          Map.of("listingMeasure", "interview", "listingOpinion", "已约谈企业主要负责人");
      case SelfCheckReminder.CHECK_UP ->
          Map.of("checkUpMeasure", "call", "checkUpOpinion", "已逐家电话核实，督促报送");
      case SelfCheckReminder.SUPERVISE_TOWNSHIP -> Map.of("countyOpinion", "已通报该乡镇，要求逐家核实");
      case StatisticsSigning.SUPERVISE -> Map.of("supervisionOpinion", "已去电督促，要求尽快核对签发");
      case RedLightAttention.ATTEND ->
          Map.of("attentionMeasure", "talk", "attentionOpinion", "已约谈企业安全员，要求尽快整改");
      case SIGN ->
          Map.of("signingDecision", "sign", "signatory", "模拟·主任", "preparer", person.name());
      case AssessmentFinding.EXPLAIN -> Map.of("explanation", "情况属实，已查明原因并改进");
      case AssessmentFinding.REVIEW ->
          Map.of("reviewResult", "upheld", "reviewOpinion", "事实清楚，说明理由不充分，认定成立");
      default -> throw new IllegalStateException("nobody knows how to do " + task.step());
    };
  }
}
