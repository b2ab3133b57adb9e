package rectify.evidence;

import org.springframework.stereotype.Component;
import rectify.account.AccountNews;

/** Drops what an account had uploaded for a report it will not make; what is in cases stays. */
@Component
class DeletedUploads implements AccountNews {

  private final EvidenceMapper mapper;
  private final EvidenceStore store;

  DeletedUploads(EvidenceMapper mapper, EvidenceStore store) {
    this.mapper = mapper;
    this.store = store;
  }

  @Override
  public void deleted(String person) {
    for (Evidence draft : mapper.drafts(person)) {
      if (mapper.deleteDraft(draft.id()) == 1) {
        store.deleteOnCommit(draft.storedAs());
      }
    }
  }
}
