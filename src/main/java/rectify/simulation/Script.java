package rectify.simulation;

import java.time.LocalDateTime;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import rectify.hazard.Hazard;
import rectify.task.OpenTask;

/**
 * What goes as it is told in a simulated city instead of by habit: the cases a demo shows. It is
 * asked by many people at once.
 */
public interface Script {

  /** Whether it tells what becomes of a task; the case is null where the task is of none. */
  boolean tells(OpenTask task, Hazard hazard);

  /** When a task it tells of is done; null is never. */
  LocalDateTime when(OpenTask task, Hazard hazard);

  /** When a task is done that its people would leave for ever by habit; null leaves it. */
  default LocalDateTime inTheEnd(OpenTask task) {
    return null;
  }

  /** Does a task it tells of. */
  void play(OpenTask task, Hazard hazard, Stage stage);

  /** What begins by a moment and was not told before. */
  List<Entrance> entrances(LocalDateTime now);

  /** A picture of a kind of evidence; no two alike unless their numbers are. */
  byte[] picture(String kind, SplittableRandom random);

  /**
   * Something that begins.
   *
   * @param key unique, so that it is not done twice
   * @param group whose people begin it
   * @param lane what must not be done at once
   */
  record Entrance(String key, String group, Object lane, Consumer<Stage> act) {}
}
