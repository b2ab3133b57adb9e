package rectify.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import rectify.identity.People;

/**
 * Posts urgent notices, one by one, to the gateway a city connects (SMS, WeChat Work), outside the
 * quiet hours. The gateway knows our posts by the signature, and a repeated one by its key.
 */
@Component
class WebhookChannel implements Channel {

  private final String url;
  private final String secret;
  private final Set<NoticeKind> kinds;
  private final LocalTime quietFrom;
  private final LocalTime quietTo;
  private final Notifications notifications;
  private final People people;
  private final Wording wording;
  private final ObjectMapper json;
  private final SignedPost post;

  WebhookChannel(
      @Value("${rectify.notifications.webhook.url:}") String url,
      @Value("${rectify.notifications.webhook.secret:}") String secret,
      @Value("${rectify.notifications.webhook.kinds:OVERDUE,URGED,MAJOR,HANDED_OVER}") String kinds,
      @Value("${rectify.notifications.quiet-from:21:00}") String quietFrom,
      @Value("${rectify.notifications.quiet-to:07:00}") String quietTo,
      Notifications notifications,
      People people,
      Wording wording,
      ObjectMapper json,
      SignedPost post) {
    this.url = url.strip();
    this.secret = secret;
    this.kinds =
        Arrays.stream(kinds.split(","))
            .map(String::strip)
            .filter(kind -> !kind.isEmpty())
            .map(NoticeKind::valueOf)
            .collect(Collectors.toSet());
    this.quietFrom = LocalTime.parse(quietFrom);
    this.quietTo = LocalTime.parse(quietTo);
    this.notifications = notifications;
    this.people = people;
    this.wording = wording;
    this.json = json;
    this.post = post;
    if (isConnected() && secret.isBlank()) {
      throw new IllegalStateException(
          "rectify.notifications.webhook.url is set, but rectify.notifications.webhook.secret is"
              + " not: an unsigned notice could be anybody's");
    }
  }

  @Override
  public String name() {
    return "WEBHOOK";
  }

  @Override
  public String chinese() {
    return "消息网关";
  }

  @Override
  public boolean isConnected() {
    return !url.isEmpty();
  }

  @Override
  public boolean carries(NoticeKind kind, String person) {
    return isConnected() && kinds.contains(kind) && notifications.preference(person).message();
  }

  @Override
  public LocalDateTime notBefore(LocalDateTime now) {
    return now;
  }

  @Override
  public boolean isOpen(LocalDateTime now) {
    LocalTime time = now.toLocalTime();
    boolean quiet =
        quietFrom.isBefore(quietTo)
            ? !time.isBefore(quietFrom) && time.isBefore(quietTo)
            : !time.isBefore(quietFrom) || time.isBefore(quietTo);
    return !quiet;
  }

  @Override
  public boolean bundles() {
    return false;
  }

  @Override
  public void send(String person, List<Delivery> deliveries) throws Exception {
    for (Delivery delivery : deliveries) {
      post(delivery);
    }
  }

  private void post(Delivery delivery) throws Exception {
    String body = json.writeValueAsString(message(delivery));
    post.send(url, secret, String.valueOf(delivery.id()), body);
  }

  private Map<String, Object> message(Delivery delivery) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("id", delivery.id());
    message.put("kind", delivery.kind());
    message.put("kindName", delivery.kind().chinese());
    message.put("person", delivery.person());
    message.put("personName", people.nameOf(delivery.person()));
    message.put("phone", notifications.preference(delivery.person()).phone());
    message.put("text", wording.line(delivery));
    message.put("url", wording.link(delivery));
    message.put("dueAt", delivery.dueAt() == null ? null : delivery.dueAt().toString());
    message.put("createdAt", delivery.createdAt().toString());
    return message;
  }
}
