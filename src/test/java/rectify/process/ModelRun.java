package rectify.process;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import rectify.engine.EngineClock;

/** One instance of a process: its open tasks and armed timers with their dates, and the clock. */
final class ModelRun {

  private final ProcessEngine engine;
  private final ProcessInstance instance;

  private ModelRun(ProcessEngine engine, ProcessInstance instance) {
    this.engine = engine;
    this.instance = instance;
  }

  static ModelRun of(ProcessEngine engine, ProcessInstance instance) {
    return new ModelRun(engine, instance);
  }

  /** Sets the clock without letting any timer fire. */
  static void at(String moment) {
    ClockUtil.setCurrentTime(date(LocalDateTime.parse(moment)));
  }

  static LocalDateTime now() {
    return china(ClockUtil.getCurrentTime());
  }

  ProcessInstance instance() {
    return instance;
  }

  /** The instance a call activity started for a case. */
  ModelRun called(String caseNumber) {
    return of(
        engine,
        engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .superProcessInstanceId(instance.getId())
            .processInstanceBusinessKey(caseNumber)
            .singleResult());
  }

  Map<String, Object> variables() {
    return engine.getRuntimeService().getVariables(instance.getId());
  }

  /** When each open task is due, by its id in the diagram; two of one id are an error. */
  Map<String, String> tasks() {
    return open().stream().collect(toMap(Task::getTaskDefinitionKey, t -> text(t.getDueDate())));
  }

  /** The ids of the open tasks themselves, to see that one is still the same. */
  List<String> taskIds() {
    return open().stream().map(Task::getId).sorted().toList();
  }

  /** The group that finds a task in its list. */
  String candidates(String task) {
    return engine.getTaskService().getIdentityLinksForTask(task(task).getId()).stream()
        .filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE))
        .map(IdentityLink::getGroupId)
        .reduce((one, other) -> one + "," + other)
        .orElse(null);
  }

  String assignee(String task) {
    return task(task).getAssignee();
  }

  /** Hands in the form of an open task. */
  void complete(String task, Map<String, Object> form) {
    engine.getTaskService().complete(task(task).getId(), form);
  }

  /** When each armed timer fires, by the id of its event. */
  Map<String, String> timers() {
    Map<String, String> timers = new TreeMap<>();
    engine
        .getManagementService()
        .createJobQuery()
        .processInstanceId(instance.getId())
        .timers()
        .list()
        .forEach(timer -> timers.put(event(timer), text(timer.getDuedate())));
    return timers;
  }

  /** Lets time pass: every timer due by then fires at its moment, in order. */
  ModelRun until(String moment) {
    Date end = date(LocalDateTime.parse(moment));
    for (Job next = due(end); next != null; next = due(end)) {
      if (next.getDuedate().after(ClockUtil.getCurrentTime())) {
        ClockUtil.setCurrentTime(next.getDuedate());
      }
      engine.getManagementService().executeJob(next.getId());
    }
    ClockUtil.setCurrentTime(end);
    return this;
  }

  /** Lets the timers fire whose moment is past already. */
  void untilNow() {
    until(now().toString());
  }

  /** Sends a message to this instance. */
  void receives(String message) {
    receives(message, Map.of());
  }

  /** Sends a message to this instance, with what it says. */
  void receives(String message, Map<String, Object> news) {
    engine
        .getRuntimeService()
        .createMessageCorrelation(message)
        .processInstanceBusinessKey(instance.getBusinessKey())
        .setVariables(news)
        .correlate();
  }

  private Job due(Date end) {
    return engine.getManagementService().createJobQuery().list().stream()
        .filter(job -> !job.getDuedate().after(end))
        .min((one, other) -> one.getDuedate().compareTo(other.getDuedate()))
        .orElse(null);
  }

  private String event(Job timer) {
    return engine
        .getManagementService()
        .createJobDefinitionQuery()
        .jobDefinitionId(timer.getJobDefinitionId())
        .singleResult()
        .getActivityId();
  }

  private List<Task> open() {
    return engine.getTaskService().createTaskQuery().processInstanceId(instance.getId()).list();
  }

  private Task task(String key) {
    return open().stream()
        .filter(task -> task.getTaskDefinitionKey().equals(key))
        .findFirst()
        .orElseThrow(() -> new AssertionError(key + " is not open, but " + tasks().keySet()));
  }

  private static Date date(LocalDateTime moment) {
    return Date.from(moment.atZone(EngineClock.ZONE).toInstant());
  }

  private static String text(Date date) {
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(china(date));
  }

  private static LocalDateTime china(Date date) {
    return LocalDateTime.ofInstant(date.toInstant(), EngineClock.ZONE);
  }
}
