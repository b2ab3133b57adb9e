package rectify.population;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.SplittableRandom;
import rectify.hazard.Hazard;
import rectify.identity.Actor;
import rectify.task.OpenTask;

/** The forms of what needs no thought. */
public final class Routine {

  public static final String SIGN = "Activity_Sign";

  private Routine() {}

  public static Map<String, Object> form(
      OpenTask task, Hazard hazard, Actor person, SplittableRandom random, LocalDateTime now) {
    return switch (task.step()) {
      case "Activity_AcknowledgeMajor" -> Map.of("acknowledgement", "已收到报告，将派员核实");
      case "Activity_SubmitPlan" ->
          Map.of(
              "planGoals", "消除隐患，达到规范要求",
              "planMeasures", Words.measures(random),
              "planFunds", "自筹二十万元，备足物资",
              "planStaff", "成立治理小组，主要负责人任组长",
              "planSchedule", "分三个阶段，按期完成",
              "planSafeguards", "治理期间停用相关设备，专人值守");
      case "Activity_ReviewPlan" ->
          Draw.happens(0.9, random)
              ? Map.of("planDecision", "approved", "planOpinion", "方案完整可行，同意实施")
              : Map.of("planDecision", "rejected", "planOpinion", "应急预案过于笼统，请补充后重报");
      case "Activity_AcceptTransfer" ->
          Draw.happens(0.85, random)
              ? Map.of("transferDecision", "accepted", "transferOpinion", "属本单位职责，予以接收")
              : Map.of("transferDecision", "returned", "transferOpinion", "不属本单位职责，予以退回");
      case "Activity_DesignateAuthority" ->
          Map.of("designatedRole", hazard.departmentRole(), "designationOpinion", "按行业主管职责办理");
      case "Activity_Township", "Activity_Department", "Activity_City" -> Words.supervised();
      case "Activity_DutySuperior", "Activity_DutyOffice" -> Words.supervised();
      case "Activity_Office" ->
          Map.of(
              "letterDemand",
              "请督促企业立即整改，逾期依法处理",
              "letterDueAt",
              now.toLocalDate().plusDays(7).toString());
      case "Activity_Listing" ->
          Map.of("listingMeasure", "interview", "listingOpinion", "已约谈企业主要负责人");
      case "Activity_CheckUp" -> Map.of("checkUpMeasure", "call", "checkUpOpinion", "已逐家电话核实，督促报送");
      case "Activity_SuperviseTownship" -> Map.of("countyOpinion", "已通报该乡镇，要求逐家核实");
      case "Activity_Supervise" -> Map.of("supervisionOpinion", "已去电督促，要求尽快核对签发");
      case "Activity_AttendRedLight" ->
          Map.of("attentionMeasure", "talk", "attentionOpinion", "已约谈企业安全员，要求尽快整改");
      case SIGN ->
          Map.of("signingDecision", "sign", "signatory", "模拟·主任", "preparer", person.name());
      case "Activity_Explain" -> Map.of("explanation", "情况属实，已查明原因并改进");
      case "Activity_Review" ->
          Map.of("reviewResult", "upheld", "reviewOpinion", "事实清楚，说明理由不充分，认定成立");
      default -> throw new IllegalStateException("nobody knows how to do " + task.step());
    };
  }
}
