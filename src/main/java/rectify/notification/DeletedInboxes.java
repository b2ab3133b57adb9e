package rectify.notification;

import org.springframework.stereotype.Component;
import rectify.account.AccountNews;

/** Forgets how an account wanted to be told, and what it was told; what still goes out stays. */
@Component
class DeletedInboxes implements AccountNews {

  private final NotificationMapper mapper;

  DeletedInboxes(NotificationMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public void deleted(String person) {
    mapper.deleteInbox(person);
    mapper.deletePreference(person);
  }
}
