package rectify.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import rectify.identity.People;

/**
 * Posts urgent notices, one by one, to the gateway a city connects (SMS, WeChat Work), outside the
 * quiet hours. The gateway knows our posts by the signature, and a repeated one by its key.
 */
@Component
class WebhookChannel implements Channel {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String url;
  private final String secret;
  private final Set<NoticeKind> kinds;
  private final LocalTime quietFrom;
  private final LocalTime quietTo;
  private final Notifications notifications;
  private final People people;
  private final Wording wording;
  private final ObjectMapper json;
  private final Clock clock;
  private final HttpClient client;

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
      Clock clock) {
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
    this.clock = clock;
    this.client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
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

  private void post(Delivery delivery)
      throws IOException, InterruptedException, GeneralSecurityException {
    String body = json.writeValueAsString(message(delivery));
    String timestamp = String.valueOf(clock.instant().getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Idempotency-Key", String.valueOf(delivery.id()))
            .header("X-Rectify-Timestamp", timestamp)
            .header("X-Rectify-Signature", "sha256=" + signature(secret, timestamp, body))
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException("the gateway answered " + answer.statusCode());
    }
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
    message.put("url", wording.link(delivery.taskId()));
    message.put("dueAt", delivery.dueAt() == null ? null : delivery.dueAt().toString());
    message.put("createdAt", delivery.createdAt().toString());
    return message;
  }

  /** What a gateway computes again: HMAC-SHA256 over {@code timestamp.body}, in hexadecimal. */
  static String signature(String secret, String timestamp, String body)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] code = mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(code);
  }
}
