package rectify.hazard;

import java.time.LocalDateTime;
import rectify.chain.Link;

/**
 * One thing that happened to a case. Events are appended and never changed; each one's hash is
 * keyed and covers the one before it and the state of the case, so that a change made past the
 * product shows.
 *
 * @param kind what happened, see {@link Kind}
 * @param detail Chinese, for the timeline
 * @param happenedAt server time, China time zone
 * @param actor user id
 * @param origin the door it came through and the caller's address
 * @param algorithm how the hash was made
 * @param keyId the key it was made with; null of events from before there was one
 * @param stateHash digest of the case after this event; null of events from before there was a key
 * @param hash see {@link Link}
 */
public record HazardEvent(
    long hazardId,
    int seq,
    Kind kind,
    String detail,
    LocalDateTime happenedAt,
    String actor,
    String actorName,
    String origin,
    String algorithm,
    String keyId,
    String stateHash,
    String hash) {

  /** What can happen to a case. */
  public enum Kind {
    REGISTERED("登记"),
    REWORDED("修改登记"),
    AUTHORITY_ASSIGNED("落实责任单位"),
    DEADLINE_SET("确定整改期限"),
    MAJOR_REPORTED("报告重大隐患"),
    MAJOR_ACKNOWLEDGED("接收重大隐患报告"),
    PLAN_OVERDUE("治理方案逾期未报"),
    PLAN_FILED("报送治理方案"),
    PLAN_REVIEWED("审查治理方案"),
    REMINDED("到期提醒"),
    EXTENSION_REQUESTED("申请延期"),
    EXTENSION_GRANTED("准予延期"),
    EXTENSION_REFUSED("不予延期"),
    EVIDENCE_ADDED("上传证据"),
    EVIDENCE_WITHDRAWN("撤回证据"),
    RECTIFICATION_REPORTED("报告整改"),
    RETURNED("退回整改"),
    DUTY_OVERDUE("履职逾期"),
    DUTY_SUPERVISED("履职督办"),
    ORDERED("责令整改"),
    EXPIRED("整改期限届满"),
    RECHECKED("复查"),
    TRANSFERRED("移送"),
    TRANSFER_ACCEPTED("接收移送"),
    TRANSFER_RETURNED("退回移送"),
    AUTHORITY_DESIGNATED("指定承办单位"),
    SUPERVISION_STARTED("启动督办"),
    SUPERVISION_CLIMBED("督办升级"),
    SUPERVISION_REPEATED("再次督办"),
    SUPERVISION_URGED("再次催促"),
    SUPERVISION_ANSWERED("督办答复"),
    SUPERVISION_ENDED("解除督办"),
    HANDED_OVER("转交任务"),
    RELEASED("退回待签收"),
    DOCUMENT_CORRECTED("更正文书"),
    REORGANISED("责任单位调整"),
    RESTARTED("恢复流程"),
    RECOUNTED("期限重新计算"),
    STANDSTILL("系统停运处理"),
    CLOSED("销号");

    private final String chinese;

    Kind(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  /** The event as a link of its case's chain. */
  Link link() {
    return new Link(
        hazardId,
        seq,
        kind.name(),
        detail,
        happenedAt,
        actor,
        actorName,
        origin,
        algorithm,
        keyId,
        stateHash,
        hash);
  }
}
