package rectify.desk;

import org.springframework.stereotype.Component;
import rectify.account.AccountNews;

/** Clears away what an account had begun to write and what it followed. */
@Component
class DeletedDesks implements AccountNews {

  private final DraftMapper drafts;
  private final FollowMapper follows;

  DeletedDesks(DraftMapper drafts, FollowMapper follows) {
    this.drafts = drafts;
    this.follows = follows;
  }

  @Override
  public void deleted(String person) {
    drafts.deleteOfPerson(person);
    follows.deleteOfPerson(person);
  }
}
