package rectify.notification;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import rectify.identity.People;

/** Every word a notice is told in: what, where, by when, and where to click. */
@Component
class Wording {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);
  private static final int MOST_IN_A_MAIL = 100;

  private final String publicUrl;
  private final People people;

  Wording(@Value("${rectify.public-url:}") String publicUrl, People people) {
    this.publicUrl = publicUrl.strip().replaceAll("/+$", "");
    this.people = people;
  }

  /** What, where and by when, in one line. */
  String line(
      NoticeKind kind, String title, String detail, LocalDateTime dueAt, String onBehalfOf) {
    StringBuilder line = new StringBuilder();
    if (onBehalfOf != null) {
      line.append("（代").append(people.nameOf(onBehalfOf)).append("）");
    }
    line.append(kind.chinese()).append("：").append(title).append("。");
    if (detail != null && !detail.isBlank()) {
      line.append(detail.replaceAll("[。；]+$", "")).append("。");
    }
    if (dueAt != null) {
      line.append(kind == NoticeKind.OVERDUE ? "期限为" : "请于").append(moment(dueAt));
      line.append(kind == NoticeKind.OVERDUE ? "，请立即办理。" : "前办理。");
    }
    return line.toString();
  }

  String line(Delivery delivery) {
    return line(
        delivery.kind(),
        delivery.title(),
        delivery.detail(),
        delivery.dueAt(),
        delivery.onBehalfOf());
  }

  /**
   * Where the task is done, below the product's address; where there is none to do, its case.
   *
   * @param taskId null if there is none, or none any more
   * @param caseId may be null
   */
  String path(String taskId, Long caseId) {
    String tasklist = "/camunda/app/tasklist/default/#/";
    if (taskId != null) {
      return tasklist + "?task=" + URLEncoder.encode(taskId, StandardCharsets.UTF_8);
    }
    return caseId == null ? tasklist : "/case/" + caseId;
  }

  String link(Delivery delivery) {
    return publicUrl + path(delivery.taskId(), delivery.caseId());
  }

  /** The subject of a person's daily mail. */
  String subject(List<Delivery> deliveries) {
    Map<NoticeKind, Integer> counts = new EnumMap<>(NoticeKind.class);
    deliveries.forEach(delivery -> counts.merge(delivery.kind(), 1, Integer::sum));
    StringJoiner parts = new StringJoiner("，", "【隐患整改】", "");
    counts.forEach((kind, count) -> parts.add(kind.chinese() + count + "件"));
    return parts.toString();
  }

  /** A person's daily mail. */
  String digest(String person, List<Delivery> deliveries) {
    StringJoiner text = new StringJoiner("\n");
    text.add(people.nameOf(person) + "，您好：");
    text.add("");
    text.add("上次汇总以来，有以下" + deliveries.size() + "件事项请您办理或知悉。");
    int number = 0;
    for (Delivery delivery : deliveries.subList(0, Math.min(MOST_IN_A_MAIL, deliveries.size()))) {
      text.add("");
      text.add(++number + "．" + line(delivery));
      if (!publicUrl.isEmpty()) {
        text.add("   " + link(delivery));
      }
    }
    if (deliveries.size() > MOST_IN_A_MAIL) {
      text.add("");
      text.add("另有" + (deliveries.size() - MOST_IN_A_MAIL) + "件，请登录系统查看。");
    }
    text.add("");
    text.add("本邮件每天汇总一次，由系统自动发出，请勿回复。不想再收到的，请登录系统，在右上角“通知”里关闭。");
    return text.toString();
  }

  private static String moment(LocalDateTime time) {
    return time.format(time.toLocalTime().isBefore(END_OF_DAY) ? MINUTE : DAY);
  }
}
