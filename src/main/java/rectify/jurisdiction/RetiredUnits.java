package rectify.jurisdiction;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import rectify.jurisdiction.CoverageGap.Kind;
import rectify.refusal.Refusal;

/** What retired units still have, and the refusal to retire one that has anything. */
@Component
public class RetiredUnits {

  private static final int FIRST = 3;

  private final ObjectProvider<Holdings> holdings;

  RetiredUnits(ObjectProvider<Holdings> holdings) {
    this.holdings = holdings;
  }

  /** What one unit still has, in words; empty if nothing. */
  public List<String> stillHas(Unit unit, int most) {
    List<String> has = new ArrayList<>();
    holdings
        .orderedStream()
        .forEach(
            kept -> {
              List<String> held = kept.held(unit);
              if (!held.isEmpty()) {
                has.add(kept.what() + some(held, most, ""));
              }
            });
    return has;
  }

  /** One gap for each retired unit that still has something. */
  public List<CoverageGap> gaps(Catalog catalog, Predicate<String> counties, int most) {
    return catalog
        .retiredUnits()
        .filter(unit -> counties.test(catalog.placeOf(unit)))
        .flatMap(
            unit -> {
              List<String> has = stillHas(unit, most);
              return has.isEmpty()
                  ? Stream.of()
                  : Stream.of(
                      new CoverageGap(
                          Kind.RETIRED_OWNER,
                          unit.code(),
                          catalog.nameOf(unit)
                              + "（"
                              + unit.code()
                              + "）已停用，名下还有"
                              + String.join("，", has)
                              + "，请在 successions.csv 中写明由谁承接，重新载入目录后一并移交。"));
            })
        .toList();
  }

  /**
   * @param gone units about to be retired that name no successor
   * @throws Refusal if one of them still has anything
   */
  void refuseIfHeld(Catalog stored, List<Unit> gone) {
    String sentences =
        gone.stream()
            .flatMap(
                unit -> {
                  List<String> has = stillHas(unit, FIRST);
                  return has.isEmpty()
                      ? Stream.of()
                      : Stream.of(
                          "\n"
                              + stored.nameOf(unit)
                              + "（"
                              + unit.code()
                              + "）名下还有"
                              + String.join("，", has));
                })
            .collect(Collectors.joining());
    if (!sentences.isEmpty()) {
      throw Refusal.conflict(
          "责任目录文件去掉了仍有业务的单位或行业，没有载入任何内容，请在 successions.csv 中写明由谁承接，或恢复这些行：" + sentences);
    }
  }

  /** How many, and the first of them. */
  public static String some(List<String> all, int most, String unit) {
    List<String> different = List.copyOf(new LinkedHashSet<>(all));
    String named = different.stream().limit(most).collect(Collectors.joining("、"));
    return all.size() + unit + "（" + named + (different.size() > most ? "等" : "") + "）";
  }
}
