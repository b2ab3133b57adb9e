package rectify.notification;

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
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Posts JSON to another house, which knows it by the signature and a repeated one by its key. */
@Component
public class SignedPost {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Clock clock;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  SignedPost(Clock clock) {
    this.clock = clock;
  }

  /**
   * Posts; returns when the other side has taken it.
   *
   * @throws IOException if it has not, or nobody knows
   */
  public void send(String url, String secret, String key, String body)
      throws IOException, InterruptedException, GeneralSecurityException {
    String timestamp = String.valueOf(clock.instant().getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Idempotency-Key", key)
            .header("X-Rectify-Timestamp", timestamp)
            .header("X-Rectify-Signature", "sha256=" + signature(secret, timestamp, body))
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException("the gateway answered " + answer.statusCode());
    }
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
