package rectify.account;

/**
 * Hears that an account is being deleted, through whichever door, in the transaction that does it:
 * somebody who is given the same id later must find nothing of theirs.
 */
public interface AccountNews {

  void deleted(String person);
}
