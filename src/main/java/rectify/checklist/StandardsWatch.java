package rectify.checklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rectify.identity.GroupIds;
import rectify.notification.Notice;
import rectify.notification.NoticeKind;
import rectify.notification.Notifications;

/**
 * Tells the city's editors, its office, what falls out of force soon and what is to be looked at
 * again. Each is told once, however often anybody looks.
 */
@Service
class StandardsWatch {

  static final int DAYS_AHEAD = 90;

  private final Standards standards;
  private final Criteria criteria;
  private final Citations citations;
  private final Guides guides;
  private final Notifications notifications;
  private final Clock clock;

  StandardsWatch(
      Standards standards,
      Criteria criteria,
      Citations citations,
      Guides guides,
      Notifications notifications,
      Clock clock) {
    this.standards = standards;
    this.criteria = criteria;
    this.citations = citations;
    this.guides = guides;
    this.notifications = notifications;
    this.clock = clock;
  }

  @Transactional
  void tell() {
    LocalDate today = LocalDate.now(clock);
    LocalDate until = today.plusDays(DAYS_AHEAD);
    List<Notice> notices = new ArrayList<>();
    standards.ending(today, until).forEach(it -> notices.add(ending(it)));
    criteria.all().stream()
        .filter(it -> it.to() != null && !it.to().isBefore(today) && !it.to().isAfter(until))
        .filter(it -> standards.find(it.document()).filter(doc -> doc.to() == null).isPresent())
        .forEach(it -> notices.add(ending(it)));
    reviews(until).forEach((day, count) -> notices.add(review(day, count)));
    notifications.post(
        notices.stream().map(it -> it.toGroup(GroupIds.office(GroupIds.CITY))).toList());
  }

  private Notice ending(Standard standard) {
    List<Citations.Cited> items = citations.items(standard);
    String where =
        items.isEmpty()
            ? "没有指引条目引用它"
            : "引用它的有%d条指引条目（%s等）"
                .formatted(items.size(), items.get(0).guideName() + items.get(0).item());
    return Notice.about(
        NoticeKind.CONTENT,
        "standard/" + key(standard.name()) + "/" + standard.to(),
        standard.name() + "将于" + standard.to() + "失效",
        "%s；%s，%d条判定条款出自它。请在失效前逐条核对并修改指引，完整清单见依据目录"
            .formatted(
                standard.replacedBy() == null ? "没有登记由什么代替" : "由" + standard.replacedBy() + "代替",
                where,
                citations.criteria(standard).size()),
        null);
  }

  private Notice ending(Criterion criterion) {
    return Notice.about(
        NoticeKind.CONTENT,
        "criterion/" + criterion.code() + "/" + criterion.to(),
        "判定条款" + criterion.code() + "将于" + criterion.to() + "失效",
        criterion.document() + criterion.clause() + "：此后新的检查不再引用它，请核对引用它的指引条目",
        null);
  }

  /** How much is to be looked at again by each day until then; what is overdue too. */
  private Map<LocalDate, Integer> reviews(LocalDate until) {
    Map<LocalDate, Integer> due = new TreeMap<>();
    Stream.of(
            standards.all().stream().map(Standard::review),
            criteria.all().stream().map(Criterion::review),
            guides.all().stream().flatMap(it -> it.items().stream()).map(CheckItem::review))
        .flatMap(it -> it)
        .filter(day -> !day.isAfter(until))
        .forEach(day -> due.merge(day, 1, Integer::sum));
    return due;
  }

  private static Notice review(LocalDate day, int count) {
    return Notice.about(
        NoticeKind.CONTENT,
        "content-review/" + day,
        count + "条依据和条目应在" + day + "前再核对一次",
        "包括依据目录、判定条款和指引条目，请对照原文核对后更新核对方式和复核日期",
        null);
  }

  private static String key(String name) {
    return Fingerprint.of(name).substring(0, 16);
  }
}
