package rectify.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Mails of the house to addresses the operator names, from the address its notices come from. */
@Component
public class HouseMail {

  private final ObjectProvider<JavaMailSender> sender;
  private final String from;

  HouseMail(
      ObjectProvider<JavaMailSender> sender,
      @Value("${rectify.notifications.mail.from:}") String from) {
    this.sender = sender;
    this.from = from.strip();
  }

  public boolean isConnected() {
    return !from.isEmpty() && sender.getIfAvailable() != null;
  }

  /** Sends a text and a file; returns when the server has taken them. */
  public void send(String[] to, String subject, String text, String fileName, byte[] file)
      throws MessagingException {
    JavaMailSender server = sender.getObject();
    MimeMessage message = server.createMimeMessage();
    MimeMessageHelper mail = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
    mail.setFrom(from);
    mail.setTo(to);
    mail.setSubject(subject);
    mail.setText(text);
    mail.addAttachment(fileName, new ByteArrayResource(file));
    message.setHeader("Auto-Submitted", "auto-generated");
    server.send(message);
  }
}
