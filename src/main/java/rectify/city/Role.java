package rectify.city;

import java.util.List;
import rectify.identity.Standing;

/** What a person is here for, and what they can do, in the words of the guides. */
enum Role {
  ENTERPRISE(
      "企业安全员",
      "上报隐患：进入任务办理，点“发起流程”，选“自查隐患整改”。",
      "每月完成本期自查，逐项说明不符合项；首次使用先在任务办理的“企业清单”中确认清单。",
      "整改到期前在“整改隐患”任务中报告整改，确有困难的申请延期；重大隐患先编制治理方案。"),
  TOWNSHIP(
      "乡镇（街道、园区）安监员",
      "监督检查：进入任务办理，点“发起流程”，选“监督检查”。",
      "验收企业整改，审批延期，复查责令整改的问题。",
      "逾期未改的案件先由您催办，未按时自查的企业由您核实。"),
  DEPARTMENT(
      "行业主管部门执法人员",
      "监督检查：进入任务办理，点“发起流程”，选“监督检查”。",
      "接收重大隐患报告，审查治理方案，接收移送，复查和验收。",
      "督办本行业逾期未改的案件，处置红灯企业。"),
  OFFICE(
      "安委办工作人员", "对久拖不改的案件下发督办函、挂牌督办或约谈。", "指定责任不明案件的承办单位，督促属地核实未按时自查的企业。", "每月、每季度核对并签发本地区的统计表。"),
  MANAGER("领导和调度", "在流程监控中查看案件卡在哪里、在谁手里。", "关注重要案件，在“关注”中随时查看。"),
  DESIGNER("流程设计员", "在流程监控中查看流程图、判定表和部署，调整时限后重新部署。"),
  ADMINISTRATOR("系统管理员", "在系统管理中维护用户、用户组和授权，导入节假日安排和企业库。"),
  NONE("尚未加入任何单位", "请联系本单位管理员，为您的账号开通岗位；开通后重新打开本页即可办理业务。");

  private final String chinese;
  private final List<String> duties;

  Role(String chinese, String... duties) {
    this.chinese = chinese;
    this.duties = List.of(duties);
  }

  public String chinese() {
    return chinese;
  }

  public List<String> duties() {
    return duties;
  }

  /** The one they do most in: their unit before what else they may look at. */
  static Role of(Standing standing) {
    if (standing.isEnterpriseStaff()) {
      return ENTERPRISE;
    }
    if (!standing.townships().isEmpty()) {
      return TOWNSHIP;
    }
    if (!standing.departments().isEmpty()) {
      return DEPARTMENT;
    }
    if (!standing.offices().isEmpty()) {
      return OFFICE;
    }
    if (standing.manager()) {
      return MANAGER;
    }
    if (standing.processDesigner()) {
      return DESIGNER;
    }
    return standing.administrator() ? ADMINISTRATOR : NONE;
  }

  /** Whether tasks come to them, as they do to whoever is in a unit. */
  public boolean hasTasks() {
    return compareTo(OFFICE) <= 0;
  }

  /** Whether the register of enterprises is theirs to take along. */
  public boolean seesRegister() {
    return this == ADMINISTRATOR || this != ENTERPRISE && worksOnCases();
  }

  /** Whether they look at cases. */
  public boolean worksOnCases() {
    return compareTo(MANAGER) <= 0;
  }
}
