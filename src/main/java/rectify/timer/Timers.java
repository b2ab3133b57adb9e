package rectify.timer;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import rectify.engine.EngineClock;
import rectify.identity.GroupIds;
import rectify.timer.Spacing.Step;
import rectify.timer.TimerMapper.Row;
import rectify.timer.Waiting.Kind;

/** Everything in the engine that waits for a date. A system look-up: it asks nobody's rights. */
@Component
public class Timers {

  private static final int A_STATEMENT = 500;

  /** What the engine writes before the date of a timer. */
  static final String OF_A_DATE = "DATE: ";

  private final TimerMapper mapper;
  private final ObjectProvider<ProcessEngine> engine;
  private final ObjectProvider<Pace> paces;

  Timers(TimerMapper mapper, ObjectProvider<ProcessEngine> engine, ObjectProvider<Pace> paces) {
    this.mapper = mapper;
    this.engine = engine;
    this.paces = paces;
  }

  /** A new date for something that waits. */
  public record Move(Waiting waiting, LocalDateTime to) {}

  /** Every timer that can still fire and every open task that is due, earliest first. */
  @Transactional(readOnly = true)
  public List<Waiting> all() {
    Map<String, ProcessDefinitionEntity> diagrams = new HashMap<>();
    List<Waiting> all = new ArrayList<>();
    mapper.timers().forEach(row -> all.add(seen(Kind.TIMER, row, diagram(row, diagrams))));
    mapper.tasks().forEach(row -> all.add(seen(Kind.TASK, row, diagram(row, diagrams))));
    return all;
  }

  private ProcessDefinitionEntity diagram(Row row, Map<String, ProcessDefinitionEntity> known) {
    return known.computeIfAbsent(
        row.definition(),
        id ->
            configuration()
                .getCommandExecutorTxRequired()
                .execute(
                    context ->
                        context
                            .getProcessEngineConfiguration()
                            .getDeploymentCache()
                            .findDeployedProcessDefinitionById(id)));
  }

  private static Waiting seen(Kind kind, Row row, ProcessDefinitionEntity diagram) {
    ActivityImpl step = diagram.findActivity(row.step());
    String written =
        row.written() == null
            ? due(diagram.getTaskDefinitions().get(row.step()))
            : row.written().startsWith(OF_A_DATE)
                ? row.written().substring(OF_A_DATE.length())
                : "";
    return new Waiting(
        kind,
        row.id(),
        row.processKey(),
        row.number(),
        row.tenant() == null ? GroupIds.CITY : row.tenant(),
        row.step(),
        step == null || step.getName() == null ? row.step() : step.getName(),
        chinaTime(row.due()),
        row.since() == null ? chinaTime(row.due()) : chinaTime(row.since()),
        written.strip(),
        row.instance());
  }

  /** A task's due date as it is counted, wherever in the diagram it stands. */
  private static String due(TaskDefinition task) {
    return task == null || task.getDueDateExpression() == null
        ? ""
        : task.getDueDateExpression().getExpressionText();
  }

  /**
   * Moves dates; what has fired, been done or been moved meanwhile is left alone.
   *
   * @return how many were moved
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int move(Collection<Move> moves) {
    int moved = 0;
    for (var kind :
        moves.stream()
            .collect(
                groupingBy(
                    it -> new Step<>(it.waiting().kind(), date(it.to())),
                    LinkedHashMap::new,
                    groupingBy(it -> it.waiting().due())))
            .entrySet()) {
      for (var from : kind.getValue().entrySet()) {
        List<String> ids = from.getValue().stream().map(it -> it.waiting().id()).toList();
        moved += move(kind.getKey().timer(), ids, from.getKey(), from.getValue().get(0).to());
      }
    }
    return moved;
  }

  private int move(Kind kind, List<String> ids, LocalDateTime from, LocalDateTime to) {
    int moved = 0;
    for (List<String> some : portions(ids)) {
      if (kind == Kind.TIMER) {
        moved += mapper.moveTimers(some, date(from), date(to));
      } else {
        moved += mapper.moveTasks(some, date(from), date(to));
        mapper.moveTasksInHistory(some, date(to));
      }
    }
    return moved;
  }

  /**
   * When missed timers fire: all at one moment, those of a paced process one after the other, with
   * what lies ahead of them pushed as far as their pace asks.
   *
   * @param all everything that waits
   * @param missedBefore whatever is due before it has been missed
   * @param restart when the first fires
   */
  public List<Move> restart(
      Collection<Waiting> all, LocalDateTime missedBefore, LocalDateTime restart) {
    Map<String, Pace> paced = new HashMap<>();
    paces.forEach(pace -> pace.processKeys().forEach(key -> paced.put(key, pace)));
    List<Move> moves = new ArrayList<>();
    timers(all)
        .filter(waiting -> !paced.containsKey(waiting.processKey()))
        .filter(waiting -> waiting.due().isBefore(missedBefore))
        .forEach(waiting -> moves.add(new Move(waiting, restart)));
    timers(all)
        .filter(waiting -> paced.containsKey(waiting.processKey()))
        .collect(groupingBy(Waiting::instance, LinkedHashMap::new, toList()))
        .values()
        .forEach(
            ladder ->
                Spacing.of(
                        ladder.stream().map(it -> new Step<>(it, date(it.due()))).toList(),
                        date(missedBefore),
                        date(restart),
                        paced.get(ladder.get(0).processKey()))
                    .forEach((waiting, at) -> moves.add(new Move(waiting, chinaTime(at)))));
    return moves;
  }

  /** Sets a day from which a piece of work is counted, such as {@code dueAt}; no timer moves. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void anchor(String instance, String name, LocalDate day) {
    configuration()
        .getCommandExecutorTxRequired()
        .execute(
            context ->
                context.runWithoutAuthorization(
                    () -> {
                      engine
                          .getObject()
                          .getRuntimeService()
                          .setVariable(instance, name, day.toString());
                      return null;
                    }));
  }

  /** Whether a process takes the steps it has missed one after the other. */
  public boolean keepsPace(String processKey) {
    return paces.stream().anyMatch(pace -> pace.processKeys().contains(processKey));
  }

  private static Stream<Waiting> timers(Collection<Waiting> all) {
    return all.stream().filter(waiting -> waiting.kind() == Kind.TIMER);
  }

  static <T> List<List<T>> portions(List<T> all) {
    List<List<T>> portions = new ArrayList<>();
    for (int from = 0; from < all.size(); from += A_STATEMENT) {
      portions.add(all.subList(from, Math.min(from + A_STATEMENT, all.size())));
    }
    return portions;
  }

  private ProcessEngineConfigurationImpl configuration() {
    return (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
  }

  static LocalDateTime chinaTime(Date date) {
    return LocalDateTime.ofInstant(date.toInstant(), EngineClock.ZONE);
  }

  private static Date date(LocalDateTime time) {
    return Date.from(time.atZone(EngineClock.ZONE).toInstant());
  }
}
