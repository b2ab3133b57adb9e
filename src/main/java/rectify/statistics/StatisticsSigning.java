package rectify.statistics;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.dao.DuplicateKeyException;
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
import rectify.identity.Actor;
import rectify.identity.GroupIds;
import rectify.identity.People;
import rectify.jurisdiction.Jurisdictions;
import rectify.notification.Notice;
import rectify.notification.NoticeKind;
import rectify.notification.Notifications;
import rectify.paper.Table;
import rectify.statistics.Statistics.Due;

/**
 * The façade of {@code statistics-signing.bpmn}: one instance for each version of a table, in the
 * hands of the office whose table it is.
 */
@ProcessBean("statisticsSigning")
public class StatisticsSigning implements FormContent {

  public static final String KEY = "statistics-signing";

  /** What an instance begins with; everything else comes from its forms and steps. */
  public static final Set<String> VARIABLES =
      Set.of(
          "statisticId",
          "caseTitle",
          "countyCode",
          "officeGroup",
          "cityOfficeGroup",
          "countyLevel",
          "dueFrom");

  /** What forms show besides, composed when they open. */
  public static final Set<String> COMPOSED = Set.of("statisticSummary");

  public static final String SIGN = "Activity_Sign";
  public static final String SUPERVISE = "Activity_Supervise";

  private final Statistics statistics;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final Jurisdictions jurisdictions;
  private final Notifications notifications;
  private final DutyLadder ladder;
  private final People people;
  private final TransactionTemplate transaction;
  private final Clock clock;

  StatisticsSigning(
      Statistics statistics,
      RuntimeService runtime,
      TaskService tasks,
      Jurisdictions jurisdictions,
      Notifications notifications,
      DutyLadder ladder,
      People people,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.statistics = statistics;
    this.runtime = runtime;
    this.tasks = tasks;
    this.jurisdictions = jurisdictions;
    this.notifications = notifications;
    this.ladder = ladder;
    this.people = people;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Draws every table that is due and gives it to its office; how many those were. */
  public int sweep() {
    int drawn = 0;
    for (Due due : statistics.due()) {
      drawn += open(due) ? 1 : 0;
    }
    return drawn;
  }

  private boolean open(Due due) {
    try {
      transaction.executeWithoutResult(
          status -> {
            Statistic draft = statistics.draw(due);
            start(draft, due.period().until());
          });
      return true;
    } catch (DuplicateKeyException drawnByAnotherNode) {
      return false;
    }
  }

  /**
   * Opens a correction of a signed table; it is signed in the same way, counted from today.
   *
   * @return the draft of the further version
   */
  @Transactional
  public Statistic correct(long statisticId, String reason) {
    // a colleague who corrects it at the same moment: done again, this finds their version
    Statistic draft = statistics.correct(statisticId, reason);
    start(draft, LocalDate.now(clock));
    return draft;
  }

  private void start(Statistic draft, LocalDate dueFrom) {
    String area = draft.areaCode();
    Trusted.call(
        () ->
            runtime.startProcessInstanceByKey(
                KEY,
                draft.number(),
                Variables.createVariables()
                    .putValue("statisticId", draft.id())
                    .putValue("caseTitle", statistics.title(draft))
                    .putValue("countyCode", area)
                    .putValue("officeGroup", GroupIds.office(area))
                    .putValue("cityOfficeGroup", GroupIds.office(GroupIds.CITY))
                    .putValue("countyLevel", !area.equals(Jurisdictions.CITY))
                    .putValue("dueFrom", dueFrom.toString())));
  }

  /** Reminds the office that its table is not signed yet. */
  @Transactional
  public void remind(long statisticId) {
    Statistic draft = statistics.get(statisticId);
    notifications.post(
        List.of(notice(NoticeKind.DUE_SOON, "remind", draft).toGroup(office(draft))));
  }

  /**
   * Records that a table was not signed in time. A county's is then in the hands of the city's
   * office too; the city's own is told to the city's managers. Whoever is late is then asked for
   * again and again until it is signed.
   */
  @Transactional
  public void noteOverdue(long statisticId) {
    statistics.noteOverdue(statisticId);
    Statistic draft = statistics.get(statisticId);
    Notice notice = notice(NoticeKind.OVERDUE, "overdue", draft);
    List<Notice> notices = new ArrayList<>(List.of(notice.toGroup(office(draft))));
    if (draft.areaCode().equals(Jurisdictions.CITY)) {
      notices.addAll(toCityManagers(notice));
    }
    notifications.post(notices);
    ladder.late(
        new LateWork(
            Duty.SIGNING,
            draft.number(),
            statistics.title(draft),
            draft.areaCode(),
            office(draft)));
  }

  /** Tells the city's managers that its office did not urge a county in time. */
  @Transactional
  public void noteSupervisionOverdue(long statisticId) {
    notifications.post(
        toCityManagers(
            notice(NoticeKind.OVERDUE, "supervision-overdue", statistics.get(statisticId))));
  }

  private List<Notice> toCityManagers(Notice notice) {
    return people.members(GroupIds.MANAGER).stream()
        .flatMap(id -> people.find(id).stream())
        .filter(person -> person.standing().manages(GroupIds.CITY))
        .map(Actor::id)
        .map(notice::toPerson)
        .toList();
  }

  private static String office(Statistic statistic) {
    return GroupIds.office(statistic.areaCode());
  }

  private Notice notice(NoticeKind kind, String word, Statistic draft) {
    Notice notice =
        Notice.about(
            kind, "statistic/" + draft.id() + "/" + word, statistics.title(draft), "统计表尚未签发", null);
    Task task =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey(draft.number())
            .taskDefinitionKey(SIGN)
            .singleResult();
    return task == null ? notice : notice.ofTask(task.getId());
  }

  @Override
  public String processKey() {
    return KEY;
  }

  @Override
  public Map<String, Object> of(String step, Function<String, Object> variables) {
    Statistic statistic = statistics.get((Long) variables.apply("statisticId"));
    Map<String, Object> content = new HashMap<>();
    content.put("statisticSummary", summary(statistic));
    if (step.equals(SIGN)) {
      content.put("preparer", people.current().name());
    }
    return content;
  }

  private String summary(Statistic statistic) {
    Table table = statistic.table();
    StringJoiner text = new StringJoiner("\n");
    text.add("**%s %s**（%s）".formatted(table.area(), table.title(), statistic.number()));
    text.add("");
    text.add(table.period());
    if (statistic.reason() != null) {
      text.add("");
      text.add("**更正理由**：" + Hazards.plain(statistic.reason()));
    }
    text.add("");
    text.add(
        statistic.kind() == StatisticKind.REPORTING
            ? Summaries.reporting(table)
            : Summaries.treatment(table));
    text.add("");
    text.add(
        "完整统计表：[打开（PDF）](/api/statistics/%d/export.pdf)　[下载（电子表格）](/api/statistics/%d/export.xlsx)"
            .formatted(statistic.id(), statistic.id()));
    return text.toString();
  }
}
