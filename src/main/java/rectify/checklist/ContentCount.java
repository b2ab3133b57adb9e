package rectify.checklist;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The guides counted against the city's own, and of each what its items rest on. */
@Component
class ContentCount {

  /** How many the model city has: 自查指引导则, 监督检查指引导则, tables of the initial grade. */
  static final int SELF_CHECK = 88;

  static final int INSPECTION = 77;
  static final int SCORE_TABLES = 69;

  private final Guides guides;
  private final Criteria criteria;
  private final Standards standards;

  ContentCount(Guides guides, Criteria criteria, Standards standards) {
    this.guides = guides;
    this.criteria = criteria;
    this.standards = standards;
  }

  /** Line by line, as a person reads it on a day. */
  List<String> lines(LocalDate day) {
    List<Guide> all =
        guides.all().stream()
            .sorted(Comparator.comparing((Guide it) -> isVisit(it)).thenComparing(Guide::code))
            .toList();
    List<String> lines = new ArrayList<>();
    all.forEach(guide -> lines.add(line(guide, day)));
    List<Criterion> inForce = criteria.on(day);
    lines.add(
        "判定条款：%d条，其中今日有效%d条（%s）"
            .formatted(
                criteria.all().size(),
                inForce.size(),
                kinds(inForce.stream().map(Criterion::checked))));
    lines.add(
        "依据目录：%d个文件，今日有效%d个（%s），有没有读到的部分的%d个"
            .formatted(
                standards.all().size(),
                standards.all().stream().filter(it -> it.isInForce(day)).count(),
                kinds(standards.all().stream().map(Standard::checked)),
                standards.all().stream().filter(it -> it.gap() != null).count()));
    lines.add(against("自查指引", all.stream().filter(it -> !isVisit(it)).toList(), SELF_CHECK));
    lines.add(against("监督检查指引", all.stream().filter(ContentCount::isVisit).toList(), INSPECTION));
    lines.add("初始评级评分表：0份，本市%d份".formatted(SCORE_TABLES));
    return lines;
  }

  private static boolean isVisit(Guide guide) {
    return guide.code().startsWith(GuideLibrary.VISIT);
  }

  private String line(Guide guide, LocalDate day) {
    long lapsed = guide.items().stream().filter(it -> !standards.hold(it, day)).count();
    return "%s %s：%d条（%s）%s，最近通读%s，最早%s复核"
        .formatted(
            guide.code(),
            guide.version().name(),
            guide.items().size(),
            kinds(guide.items().stream().map(CheckItem::checked)),
            lapsed == 0 ? "" : "，依据失效%d条".formatted(lapsed),
            guide.version().lookedAt(),
            guide.items().stream().map(CheckItem::review).min(LocalDate::compareTo).orElse(null));
  }

  private static String against(String what, List<Guide> guides, int city) {
    return "%s：%d份，%d条，本市%d份"
        .formatted(
            what, guides.size(), guides.stream().mapToInt(it -> it.items().size()).sum(), city);
  }

  private static String kinds(Stream<Reading> readings) {
    Map<Reading, Long> counts = readings.collect(groupingBy(it -> it, counting()));
    return Arrays.stream(Reading.values())
        .map(it -> it.label() + counts.getOrDefault(it, 0L))
        .collect(joining("，"));
  }
}
