package rectify.identity;

/** Hears that somebody was named a deputy, in the transaction that names them. */
public interface DeputyNews {

  void named(Deputy deputy);
}
