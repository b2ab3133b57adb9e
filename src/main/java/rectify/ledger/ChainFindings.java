package rectify.ledger;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import rectify.chain.Broken;
import rectify.identity.GroupIds;
import rectify.notification.Notice;
import rectify.notification.NoticeKind;
import rectify.notification.Notifications;

/** Keeps what did not hold, and tells the administrators and the offices of it, once. */
@Component
class ChainFindings {

  private static final Logger LOG = LoggerFactory.getLogger(ChainFindings.class);

  private final LedgerMapper mapper;
  private final Notifications notifications;
  private final Clock clock;

  ChainFindings(LedgerMapper mapper, Notifications notifications, Clock clock) {
    this.mapper = mapper;
    this.notifications = notifications;
    this.clock = clock;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void found(Long caseId, String subject, String number, String county, Broken broken) {
    ChainFinding finding =
        new ChainFinding(
            0,
            subject,
            caseId,
            number,
            county,
            broken.verdict(),
            broken.seq(),
            broken.detail(),
            now(),
            null);
    mapper.closeOtherFindings(finding);
    if (mapper.insertFinding(finding) == 0 && mapper.reopenFinding(finding) == 0) {
      mapper.explainFinding(finding);
      return;
    }
    LOG.error("The ledger was changed past the product: {}", finding.sentence());
    Notice notice =
        Notice.about(
            NoticeKind.LEDGER,
            "ledger/"
                + subject
                + "/"
                + broken.verdict()
                + "/"
                + broken.seq()
                + "/"
                + clock.millis(),
            "案件存证核对发现异常：" + number + broken.verdict().chinese(broken.seq()),
            broken.detail() + "。请保留数据库备份和日志，会同信息安全人员核查",
            null);
    notifications.post(
        Stream.of(
                GroupIds.ADMINISTRATOR,
                GroupIds.office(GroupIds.CITY),
                GroupIds.office(county == null ? GroupIds.CITY : county))
            .distinct()
            .map(notice::toGroup)
            .toList());
  }

  /** These hold again, if they did not before. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(Collection<String> subjects) {
    if (!subjects.isEmpty()) {
      mapper.closeFindings(subjects, now());
    }
  }

  List<ChainFinding> open(int most) {
    return mapper.openFindings(most);
  }

  long count() {
    return mapper.countOpenFindings();
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
