package rectify.reminder;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Function;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.engine.ProcessBean;
import rectify.engine.Trusted;
import rectify.form.FormContent;
import rectify.hazard.Duty;
import rectify.hazard.DutyLadder;
import rectify.hazard.Hazards;
import rectify.hazard.LateWork;
import rectify.identity.GroupIds;
import rectify.identity.People;
import rectify.jurisdiction.Jurisdictions;
import rectify.notification.Notice;
import rectify.notification.NoticeKind;
import rectify.notification.Notifications;
import rectify.refusal.Refusal;
import rectify.selfcheck.MonthlyCheck;
import rectify.task.LateTasks;
import rectify.typed.SpokenDates;

/**
 * The façade of {@code self-check-reminder.bpmn}: one list per township and period of those who did
 * not report in time, instead of a task for each.
 */
@ProcessBean("selfCheckReminder")
public class SelfCheckReminder implements FormContent {

  public static final String KEY = "self-check-reminder";

  /** What an instance begins with; everything else comes from its forms and steps. */
  public static final Set<String> VARIABLES =
      Set.of("reminderId", "caseTitle", "countyCode", "townshipGroup", "officeGroup", "listedAt");

  /** What forms show besides, composed when they open. */
  public static final Set<String> COMPOSED = Set.of("lateList");

  public static final String CHECK_UP = "Activity_CheckUp";
  public static final String SUPERVISE_TOWNSHIP = "Activity_SuperviseTownship";
  private static final int MOST_NAMED = 200;

  private final ReminderMapper mapper;
  private final RuntimeService runtime;
  private final LateTasks lateTasks;
  private final Jurisdictions jurisdictions;
  private final Notifications notifications;
  private final DutyLadder ladder;
  private final People people;
  private final TransactionTemplate transaction;
  private final Clock clock;

  SelfCheckReminder(
      ReminderMapper mapper,
      RuntimeService runtime,
      LateTasks lateTasks,
      Jurisdictions jurisdictions,
      Notifications notifications,
      DutyLadder ladder,
      People people,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.mapper = mapper;
    this.runtime = runtime;
    this.lateTasks = lateTasks;
    this.jurisdictions = jurisdictions;
    this.notifications = notifications;
    this.ladder = ladder;
    this.people = people;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Asks every township that has late checks and was not asked yet; how many those were. */
  public int sweep() {
    int asked = 0;
    for (ReminderMapper.Missing missing : mapper.missing()) {
      asked += Boolean.TRUE.equals(transaction.execute(status -> ask(missing))) ? 1 : 0;
    }
    return asked;
  }

  private boolean ask(ReminderMapper.Missing missing) {
    String opening = UUID.randomUUID().toString();
    mapper.open(missing, opening, now());
    Reminder reminder = mapper.opened(opening);
    if (reminder == null) {
      return false;
    }
    Trusted.call(
        () ->
            runtime.startProcessInstanceByKey(
                KEY,
                reminder.number(),
                Variables.createVariables()
                    .putValue("reminderId", reminder.id())
                    .putValue("caseTitle", title(reminder))
                    .putValue("countyCode", reminder.countyCode())
                    .putValue("townshipGroup", GroupIds.township(reminder.townshipCode()))
                    .putValue("officeGroup", GroupIds.office(reminder.countyCode()))
                    .putValue("listedAt", reminder.openedAt().toString())));
    return true;
  }

  private String title(Reminder reminder) {
    YearMonth month = YearMonth.parse(reminder.period());
    return "%d年%d月未按时自查：%s（%d家）"
        .formatted(
            month.getYear(),
            month.getMonthValue(),
            jurisdictions.township(reminder.townshipCode()).name(),
            reminder.lateCount());
  }

  /**
   * The lists whose township did not answer by its due date, where that lay in a time.
   *
   * @param from included
   * @param until not included
   */
  public List<UnansweredList> unanswered(LocalDateTime from, LocalDateTime until) {
    return lateTasks.of(KEY, from, until).stream()
        .filter(task -> task.step().equals(CHECK_UP))
        .map(
            task ->
                new UnansweredList(
                    mapper.byNumber(task.businessKey()), task.dueAt(), task.endedAt()))
        .toList();
  }

  /** Keeps what the township found and did. */
  @Transactional
  public void answer(long reminderId, String measure, String opinion) {
    if (mapper.answer(reminderId, measure, opinion, now(), people.current().id()) != 1) {
      throw answered();
    }
    ladder.done(Duty.CHECK_UP, mapper.byId(reminderId).number());
  }

  /** Keeps how the county's office supervised a township that had not answered. */
  @Transactional
  public void answerAsCounty(long reminderId, String opinion) {
    if (mapper.answerAsCounty(reminderId, opinion, now(), people.current().id()) != 1) {
      throw answered();
    }
  }

  /**
   * Sets those above a township that did not answer in time on it, until it does; the county's
   * office is asked at once besides.
   */
  @Transactional
  public void noteCheckUpOverdue(long reminderId) {
    Reminder reminder = mapper.byId(reminderId);
    ladder.late(
        new LateWork(
            Duty.CHECK_UP,
            reminder.number(),
            title(reminder),
            reminder.countyCode(),
            GroupIds.township(reminder.townshipCode())));
  }

  /** Tells the city's office that the county's did not supervise a township in time. */
  @Transactional
  public void noteOverdue(long reminderId) {
    Reminder reminder = mapper.byId(reminderId);
    notifications.post(
        List.of(
            Notice.about(
                    NoticeKind.OVERDUE,
                    "reminder/" + reminderId + "/county-overdue",
                    title(reminder),
                    people.groupName(GroupIds.office(reminder.countyCode())) + "未按时督促属地核实",
                    null)
                .toGroup(GroupIds.office(GroupIds.CITY))));
  }

  private static Refusal answered() {
    return Refusal.conflict("该名单已核实，请刷新任务列表。");
  }

  @Override
  public String processKey() {
    return KEY;
  }

  @Override
  public Map<String, Object> of(String step, Function<String, Object> variables) {
    Reminder reminder = mapper.byId((Long) variables.apply("reminderId"));
    return Map.of("lateList", lateList(reminder));
  }

  private String lateList(Reminder reminder) {
    List<MonthlyCheck> late = mapper.lateChecks(reminder.period(), reminder.townshipCode());
    StringJoiner lines = new StringJoiner("\n");
    lines.add(
        "%s %s：未按时自查 %d 家，其中已补报 %d 家。"
            .formatted(
                jurisdictions.township(reminder.townshipCode()).name(),
                SpokenDates.in(reminder.period()),
                late.size(),
                late.stream().filter(check -> check.submittedAt() != null).count()));
    lines.add("");
    for (MonthlyCheck check : late.subList(0, Math.min(MOST_NAMED, late.size()))) {
      lines.add(
          "- %s：%s"
              .formatted(
                  Hazards.plain(check.enterpriseName()),
                  check.submittedAt() != null
                      ? SpokenDates.day(check.submittedAt().toLocalDate()) + "补报"
                      : check.status().chinese()));
    }
    if (late.size() > MOST_NAMED) {
      lines.add("- 其余 %d 家请在自查情况查询中查看".formatted(late.size() - MOST_NAMED));
    }
    if (reminder.answeredAt() != null) {
      lines.add("");
      lines.add(
          "属地 %s 核实：%s"
              .formatted(reminder.answeredAt().toLocalDate(), Hazards.plain(reminder.opinion())));
    }
    return lines.toString();
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
