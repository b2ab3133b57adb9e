package rectify.bench;

/** Who takes part: works whole cases, from report to closing. */
interface Contender extends AutoCloseable {

  String name();

  /** Works one case through all its tasks; each is looked up, claimed and answered by a person. */
  void work(CasePath path);

  /** How often the database rolled a step back to end a deadlock; it was then repeated. */
  int deadlocks();

  @Override
  void close();
}
