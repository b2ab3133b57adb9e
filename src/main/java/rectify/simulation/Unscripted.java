package rectify.simulation;

import java.time.LocalDateTime;
import java.util.List;
import java.util.SplittableRandom;
import rectify.hazard.Hazard;
import rectify.task.OpenTask;

/** Everything by habit. */
final class Unscripted implements Script {

  @Override
  public boolean tells(OpenTask task, Hazard hazard) {
    return false;
  }

  @Override
  public LocalDateTime when(OpenTask task, Hazard hazard) {
    return null;
  }

  @Override
  public void play(OpenTask task, Hazard hazard, Stage stage) {
    throw new IllegalStateException("nothing is told of " + task.step());
  }

  @Override
  public List<Entrance> entrances(LocalDateTime now) {
    return List.of();
  }

  @Override
  public byte[] picture(String kind, SplittableRandom random) {
    return Snapshots.jpeg(random);
  }
}
