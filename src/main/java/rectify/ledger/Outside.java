package rectify.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import rectify.notification.HouseMail;
import rectify.notification.SignedPost;
import rectify.typed.MailAddress;

/** Hands the day's anchor to a second trust domain by every way the operator has opened. */
@Component
class Outside {

  private static final Logger LOG = LoggerFactory.getLogger(Outside.class);

  private final String[] addresses;
  private final String url;
  private final String secret;
  private final HouseMail mail;
  private final SignedPost post;
  private final AnchorSheet sheet;
  private final LedgerMapper mapper;
  private final ObjectMapper json;
  private final Clock clock;

  Outside(
      @Value("${rectify.ledger.anchor.mail:}") String addresses,
      @Value("${rectify.ledger.anchor.webhook-url:}") String url,
      @Value("${rectify.ledger.anchor.webhook-secret:}") String secret,
      HouseMail mail,
      SignedPost post,
      AnchorSheet sheet,
      LedgerMapper mapper,
      ObjectMapper json,
      Clock clock) {
    this.addresses =
        Arrays.stream(addresses.split(","))
            .map(String::strip)
            .filter(address -> !address.isEmpty())
            .toArray(String[]::new);
    for (String address : this.addresses) {
      if (MailAddress.problem(address).isPresent()) {
        throw new IllegalStateException(
            "rectify.ledger.anchor.mail: " + address + " is no mail address");
      }
    }
    this.url = url.strip();
    this.secret = secret;
    this.mail = mail;
    this.post = post;
    this.sheet = sheet;
    this.mapper = mapper;
    this.json = json;
    this.clock = clock;
    if (this.addresses.length > 0 && !mail.isConnected()) {
      throw new IllegalStateException(
          "rectify.ledger.anchor.mail is set, but rectify.notifications.mail.from or"
              + " spring.mail.host is not");
    }
    if (!this.url.isEmpty() && secret.isBlank()) {
      throw new IllegalStateException(
          "rectify.ledger.anchor.webhook-url is set, but rectify.ledger.anchor.webhook-secret is"
              + " not: an unsigned anchor could be anybody's");
    }
  }

  private interface Way {
    void take() throws Exception;
  }

  /** Sends what has not left yet; what fails is tried again the next time. */
  void send(Anchor anchor) {
    if (addresses.length > 0) {
      by("MAIL", String.join("，", addresses), anchor, () -> mail(anchor));
    }
    if (!url.isEmpty()) {
      by("WEBHOOK", url, anchor, () -> post(anchor));
    }
  }

  private void by(String way, String whom, Anchor anchor, Way out) {
    boolean left =
        mapper.departures(anchor.id()).stream()
            .anyMatch(one -> one.way().equals(way) && one.leftAt() != null);
    if (left) {
      return;
    }
    String shown = whom.length() <= 200 ? whom : whom.substring(0, 199) + "…";
    try {
      out.take();
      mapper.saveDeparture(new Departure(anchor.id(), way, now(), shown, null));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.error("The anchor of {} has not left by {}", anchor.day(), way, e);
      String error = e.getClass().getSimpleName() + ": " + e.getMessage();
      mapper.saveDeparture(
          new Departure(
              anchor.id(),
              way,
              null,
              shown,
              error.length() <= 500 ? error : error.substring(0, 500)));
    }
  }

  private void mail(Anchor anchor) throws Exception {
    mail.send(
        addresses,
        "案件存证锚定页 " + anchor.day(),
        "封印：" + anchor.seal() + "\n请保留本邮件和附件，不要交给本系统的管理员代管。\n",
        AnchorSheet.fileName(anchor),
        sheet.pdf(anchor));
  }

  private void post(Anchor anchor) throws Exception {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("kind", "LEDGER_ANCHOR");
    message.putAll(ProofFiles.anchor(anchor));
    post.send(url, secret, "anchor/" + anchor.day(), json.writeValueAsString(message));
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
