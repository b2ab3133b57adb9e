package rectify.notification;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import rectify.clean.CleanText;
import rectify.refusal.Refusal;

/** The outbox, and what a person finds behind the bell. */
@Service
public class Notifications {

  private static final int MOST = 50;

  private final NotificationMapper mapper;
  private final Clock clock;

  Notifications(NotificationMapper mapper, Clock clock) {
    this.mapper = mapper;
    this.clock = clock;
  }

  /**
   * Puts notices into the outbox with one statement. They are told if and only if the caller's
   * transaction is committed; one that is there already is not told again.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void post(List<Notice> notices) {
    if (!notices.isEmpty()) {
      mapper.post(notices, now());
    }
  }

  /**
   * Tells nobody any more of what has lain in the outbox since before a moment: a history that
   * nobody lived through is no news.
   */
  @Transactional
  public void passOver(LocalDateTime before) {
    mapper.passOver(before, now());
  }

  /** What a person was told, newest first. */
  public List<InboxItem> inbox(String person, boolean unreadOnly, Long before) {
    return mapper.inbox(person, unreadOnly, before, MOST);
  }

  public int unread(String person) {
    return mapper.unread(person);
  }

  /** Marks what a person has read; what is not theirs stays as it is. */
  @Transactional
  public void read(String person, Collection<Long> ids) {
    if (ids.size() > 500) {
      throw new Refusal("一次最多标记500条，请分次标记。");
    }
    if (!ids.isEmpty()) {
      mapper.read(person, ids, now());
    }
  }

  /** Marks everything up to a notice as read. */
  @Transactional
  public void readAll(String person, long upTo) {
    mapper.readAll(person, upTo, now());
  }

  Preference preference(String person) {
    Preference said = mapper.preference(person);
    return said == null ? Preference.UNLESS_SAID_OTHERWISE : said;
  }

  /**
   * Keeps how a person wants to be told.
   *
   * @throws Refusal if the phone number is none
   */
  @Transactional
  public Preference prefer(String person, Preference wish) {
    String typed = CleanText.code(wish.phone()).replace(" ", "");
    String phone = typed.isEmpty() ? null : typed;
    if (phone != null && !phone.matches("1\\d{10}")) {
      throw new Refusal("手机号应为11位数字，请更正。");
    }
    Preference kept = new Preference(wish.email(), wish.message(), phone);
    mapper.prefer(person, kept);
    return kept;
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
