package rectify.notification;

import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import rectify.identity.People;
import rectify.refusal.Refusal;
import rectify.typed.MailAddress;

/**
 * One mail a day and person, with everything since the last. Every day, not on working days only:
 * the last days of cases fall on rest days too.
 */
@Component
class MailChannel implements Channel {

  private final ObjectProvider<JavaMailSender> sender;
  private final String from;
  private final LocalTime digestAt;
  private final Notifications notifications;
  private final People people;
  private final Wording wording;

  MailChannel(
      ObjectProvider<JavaMailSender> sender,
      @Value("${rectify.notifications.mail.from:}") String from,
      @Value("${rectify.notifications.digest-at:08:00}") String digestAt,
      Notifications notifications,
      People people,
      Wording wording) {
    this.sender = sender;
    this.from = from.strip();
    this.digestAt = LocalTime.parse(digestAt);
    this.notifications = notifications;
    this.people = people;
    this.wording = wording;
    if (!this.from.isEmpty() && sender.getIfAvailable() == null) {
      throw new IllegalStateException(
          "rectify.notifications.mail.from is set, but spring.mail.host is not");
    }
  }

  @Override
  public String name() {
    return "EMAIL";
  }

  @Override
  public String chinese() {
    return "电子邮件";
  }

  @Override
  public boolean isConnected() {
    return !from.isEmpty();
  }

  @Override
  public boolean carries(NoticeKind kind, String person) {
    return isConnected()
        && notifications.preference(person).email()
        && people
            .emailOf(person)
            .filter(address -> MailAddress.problem(address).isEmpty())
            .isPresent();
  }

  @Override
  public LocalDateTime notBefore(LocalDateTime now) {
    LocalDateTime today = now.toLocalDate().atTime(digestAt);
    return now.isAfter(today) ? today.plusDays(1) : today;
  }

  @Override
  public boolean isOpen(LocalDateTime now) {
    return true;
  }

  @Override
  public boolean bundles() {
    return true;
  }

  @Override
  public void send(String person, List<Delivery> deliveries) throws Exception {
    String address =
        people.emailOf(person).orElseThrow(() -> Refusal.notFound("账号" + person + "没有邮箱"));
    JavaMailSender server = sender.getObject();
    MimeMessage message = server.createMimeMessage();
    MimeMessageHelper mail = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
    mail.setFrom(from);
    mail.setTo(address);
    mail.setSubject(wording.subject(deliveries));
    mail.setText(wording.digest(person, deliveries));
    // sent twice because nobody knew whether it had arrived, it is still one mail to a mail box
    message.setHeader(
        "Message-ID",
        "<digest.%s.%d.%d@rectify>"
            .formatted(person, deliveries.get(0).id(), deliveries.get(deliveries.size() - 1).id()));
    message.setHeader("Auto-Submitted", "auto-generated");
    server.send(message);
  }
}
