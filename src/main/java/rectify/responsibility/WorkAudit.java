package rectify.responsibility;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import rectify.engine.EngineWork;
import rectify.engine.EngineWork.Standing;
import rectify.engine.EngineWork.StrayTask;
import rectify.identity.People;
import rectify.jurisdiction.CoverageGap;
import rectify.jurisdiction.CoverageGap.Kind;
import rectify.jurisdiction.Jurisdictions;
import rectify.jurisdiction.RetiredUnits;

/**
 * Finds work that belongs to nobody: what the books say is open and no process, no task or no clock
 * carries, and tasks nobody can be expected to do. A few queries, however many cases there are.
 */
@Component
class WorkAudit {

  private final ObjectProvider<OpenWork> books;
  private final EngineWork engine;
  private final People people;

  WorkAudit(ObjectProvider<OpenWork> books, EngineWork engine, People people) {
    this.books = books;
    this.engine = engine;
    this.people = people;
  }

  /**
   * @param counties whose work to look at
   * @param most how many numbers to name in a sentence
   */
  @Transactional(readOnly = true)
  public List<CoverageGap> gaps(Predicate<String> counties, int most) {
    List<CoverageGap> gaps = new ArrayList<>(carried(counties, most));
    gaps.addAll(held(counties, most));
    return gaps;
  }

  private List<CoverageGap> carried(Predicate<String> counties, int most) {
    Map<Kind, Map<String, List<String>>> found = new LinkedHashMap<>();
    Map<String, Map<String, Standing>> running = engine.running();
    Set<String> ticking =
        running.values().stream()
            .flatMap(standings -> standings.values().stream())
            .filter(Standing::ticks)
            .map(Standing::number)
            .collect(Collectors.toCollection(HashSet::new));
    List<OpenWork.Piece> pieces =
        books.orderedStream().flatMap(book -> book.pieces().stream()).toList();
    pieces.stream()
        .filter(piece -> standing(running, piece) == null)
        .map(OpenWork.Piece::number)
        .forEach(ticking::add);
    for (OpenWork.Piece piece : pieces) {
      if (counties.test(piece.countyCode())) {
        Standing standing = standing(running, piece);
        for (Kind kind : wrong(piece, standing, ticking.contains(piece.number()))) {
          found
              .computeIfAbsent(kind, any -> new TreeMap<>())
              .computeIfAbsent(piece.what(), any -> new ArrayList<>())
              .add(piece.number());
        }
      }
    }
    List<CoverageGap> gaps = new ArrayList<>();
    found.forEach(
        (kind, works) ->
            works.forEach(
                (what, numbers) ->
                    gaps.add(
                        new CoverageGap(
                            kind,
                            what,
                            what + RetiredUnits.some(numbers, most, "件") + advice(kind)))));
    return gaps;
  }

  private static Standing standing(
      Map<String, Map<String, Standing>> running, OpenWork.Piece piece) {
    return running.getOrDefault(piece.processKey(), Map.of()).get(piece.number());
  }

  /**
   * @param ticks a clock of this number runs, or will once a process that is lost is put back
   */
  private static List<Kind> wrong(OpenWork.Piece piece, Standing standing, boolean ticks) {
    if (standing == null) {
      return List.of(Kind.NO_PROCESS);
    }
    List<Kind> wrong = new ArrayList<>();
    if (standing.suspended()) {
      wrong.add(Kind.SUSPENDED);
    }
    if (standing.failedJobs() > 0) {
      wrong.add(Kind.FAILED);
    }
    if (piece.waitsForPeople() && standing.openTasks() == 0) {
      wrong.add(Kind.NO_TASK);
    }
    boolean silent = standing.clockDead() || piece.ticks() && !ticks;
    if (silent && !standing.suspended() && standing.failedJobs() == 0) {
      wrong.add(Kind.NO_CLOCK);
    }
    return wrong;
  }

  private static String advice(Kind kind) {
    return switch (kind) {
      case NO_PROCESS ->
          "没有办结，流程却已不在，没有人办理也没有期限，请系统管理员用 POST /api/cases/{案件编号}/restart 按原期限恢复；"
              + "不是案件的，请联系技术支持。";
      case NO_TASK -> "没有办结，却没有任何待办任务，请系统管理员在流程监控（Cockpit）中查看停在哪一步。";
      case NO_CLOCK ->
          "没有办结，计时却已停止或丢失，到期不会提醒和督办；由旧版流程图造成的，每晚3:05自动恢复，次日仍在此列的请系统管理员在流程监控（Cockpit）中恢复定时作业。";
      case SUSPENDED -> "的流程被暂停，到期不会提醒和督办，请系统管理员在流程监控（Cockpit）中恢复运行。";
      case FAILED -> "有步骤或定时作业执行失败且不再重试，请系统管理员在流程监控（Cockpit）中排除原因后重试。";
      default -> throw new IllegalArgumentException(kind.name());
    };
  }

  private List<CoverageGap> held(Predicate<String> counties, int most) {
    List<CoverageGap> gaps = new ArrayList<>();
    byHolder(engine.heldByNobody(), counties)
        .forEach(
            (person, tasks) ->
                gaps.add(
                    new CoverageGap(
                        Kind.GONE_HOLDER,
                        person,
                        "账号“%s”已不存在，名下还有待办任务%s，请系统管理员在流程监控（Cockpit）中取消签收，退回其单位。"
                            .formatted(person, RetiredUnits.some(numbers(tasks), most, "项")))));
    byHolder(engine.heldByOutsiders(), counties)
        .forEach(
            (person, tasks) ->
                gaps.add(
                    new CoverageGap(
                        Kind.GONE_HOLDER,
                        person,
                        "%s（%s）已不在办理单位，名下还有待办任务%s，请系统管理员在流程监控（Cockpit）中取消签收，退回其单位。"
                            .formatted(
                                people.nameOf(person),
                                person,
                                RetiredUnits.some(numbers(tasks), most, "项")))));
    byHolder(engine.withoutPeople(), counties)
        .forEach(
            (group, tasks) ->
                gaps.add(
                    new CoverageGap(
                        Kind.EMPTY_GROUP,
                        group,
                        "%s（%s）没有人员，有待办任务%s无人办理，请给该组添加人员。"
                            .formatted(
                                people.groupName(group),
                                group,
                                RetiredUnits.some(numbers(tasks), most, "项")))));
    List<StrayTask> orphans =
        engine.withoutCandidates().stream().filter(task -> in(counties, task)).toList();
    if (!orphans.isEmpty()) {
      gaps.add(
          new CoverageGap(
              Kind.NO_CANDIDATE,
              "task",
              "待办任务%s没有指定办理单位，也没有人签收，请系统管理员在流程监控（Cockpit）中指定办理人。"
                  .formatted(RetiredUnits.some(numbers(orphans), most, "项"))));
    }
    return gaps;
  }

  private static Map<String, List<StrayTask>> byHolder(
      List<StrayTask> tasks, Predicate<String> counties) {
    return tasks.stream()
        .filter(task -> in(counties, task))
        .collect(groupingBy(StrayTask::holder, LinkedHashMap::new, Collectors.toList()));
  }

  private static boolean in(Predicate<String> counties, StrayTask task) {
    return counties.test(task.tenant() == null ? Jurisdictions.CITY : task.tenant());
  }

  private static List<String> numbers(List<StrayTask> tasks) {
    return tasks.stream().map(StrayTask::number).toList();
  }
}
