package rectify.timer;

/**
 * Looks before what has run out is taken up to be fired; a room above the timers. What it throws
 * keeps the executor waiting.
 */
public interface BeforeFiring {

  /** Called every few seconds; cheap as long as nothing is amiss. */
  void look();
}
