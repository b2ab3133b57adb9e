package rectify.simulation;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import rectify.simulation.Deed.Kind;
import rectify.simulation.SimulationMapper.Done;
import rectify.simulation.SimulationMapper.Figure;

/** Holds what the simulator has had people do against what the product's tables say. */
@Component
class Tally {

  private final SimulationMapper mapper;

  Tally(SimulationMapper mapper) {
    this.mapper = mapper;
  }

  /** One figure, counted twice. */
  record Row(String what, long done, long recorded) {

    boolean agrees() {
      return done == recorded;
    }
  }

  List<Row> compared() {
    Map<Kind, Done> done = mapper.done().stream().collect(toMap(Done::kind, it -> it));
    Map<String, Long> figures =
        mapper.figures().stream().collect(toMap(Figure::name, Figure::count));
    long failures = amount(done, Kind.CHECK);
    return List.of(
        new Row("自查报送", deeds(done, Kind.CHECK), figure(figures, "checks submitted")),
        new Row("自查不符合项", failures, figure(figures, "failures")),
        new Row(
            "自报隐患（含尚未登记的不符合项）",
            failures + deeds(done, Kind.REPORT),
            figure(figures, "self-reported") + figure(figures, "failures not yet hazards")),
        new Row("监督检查", deeds(done, Kind.VISIT), figure(figures, "inspections")),
        new Row("检查发现的隐患", amount(done, Kind.VISIT), figure(figures, "found by inspection")),
        new Row("报告整改", deeds(done, Kind.RECTIFICATION), event(figures, "RECTIFICATION_REPORTED")),
        new Row("申请延期", deeds(done, Kind.EXTENSION_REQUEST), event(figures, "EXTENSION_REQUESTED")),
        new Row("准予延期", deeds(done, Kind.EXTENSION_GRANT), event(figures, "EXTENSION_GRANTED")),
        new Row("不予延期", deeds(done, Kind.EXTENSION_REFUSAL), event(figures, "EXTENSION_REFUSED")),
        new Row("退回整改", deeds(done, Kind.REJECTION), event(figures, "RETURNED")),
        new Row(
            "销号",
            deeds(done, Kind.ACCEPTANCE) + photos(done, Kind.VISIT),
            event(figures, "CLOSED")),
        new Row("签发统计表", deeds(done, Kind.SIGNATURE), figure(figures, "tables signed")),
        new Row(
            "证据照片",
            done.values().stream().mapToLong(Done::photos).sum(),
            figure(figures, "photos")));
  }

  private static long deeds(Map<Kind, Done> done, Kind kind) {
    return done.containsKey(kind) ? done.get(kind).deeds() : 0;
  }

  private static long amount(Map<Kind, Done> done, Kind kind) {
    return done.containsKey(kind) ? done.get(kind).amount() : 0;
  }

  /** In a visit, each photo is of a finding that was corrected on the spot. */
  private static long photos(Map<Kind, Done> done, Kind kind) {
    return done.containsKey(kind) ? done.get(kind).photos() : 0;
  }

  private static long event(Map<String, Long> figures, String kind) {
    return figure(figures, "event " + kind);
  }

  private static long figure(Map<String, Long> figures, String name) {
    return figures.getOrDefault(name, 0L);
  }
}
