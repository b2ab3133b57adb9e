package rectify.simulation;

import java.io.ByteArrayInputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import rectify.evidence.EvidenceFiles;
import rectify.identity.Actor;
import rectify.inspection.Observation;
import rectify.task.OpenTask;

/** Where somebody does what a {@link Script} tells, as the person they are and by their doors. */
public final class Stage {

  private final Doors doors;
  private final String key;
  private final Actor person;
  private final List<Actor> colleagues;
  private final LocalDateTime now;
  private int photos;

  Stage(Doors doors, String key, Actor person, List<Actor> colleagues, LocalDateTime now) {
    this.doors = doors;
    this.key = key;
    this.person = person;
    this.colleagues = List.copyOf(colleagues);
    this.now = now;
  }

  public Actor person() {
    return person;
  }

  public LocalDateTime now() {
    return now;
  }

  /** Somebody else of the same unit. */
  public Actor colleague() {
    return colleagues.stream()
        .filter(other -> !other.id().equals(person.id()))
        .findFirst()
        .orElseThrow();
  }

  /** Hands in the start form of a process. */
  public void start(String processKey, Map<String, Object> form) {
    doors.forms().start(processKey, form);
  }

  /** Takes the newest task of a step that has come up in this piece of work, to do it at once. */
  public OpenTask take(String step) {
    return doors.births().take(step);
  }

  public void complete(OpenTask task, Map<String, Object> form) {
    doors.tasks().complete(task.id(), form);
  }

  /**
   * Uploads a photo.
   *
   * @param task null before there is one
   */
  public void photo(OpenTask task, String kind, byte[] picture) {
    upload(task == null ? null : task.id(), null, kind, picture);
  }

  /** Uploads a photo of one finding of an inspection. */
  public void photo(OpenTask task, int finding, String kind, byte[] picture) {
    upload(task.id(), finding, kind, picture);
  }

  /**
   * Writes a finding of an inspection down.
   *
   * @return its number within the inspection
   */
  public int find(OpenTask task, Observation seen) {
    return doors.visits().add(task.id(), seen);
  }

  private void upload(String taskId, Integer finding, String kind, byte[] picture) {
    doors
        .evidence()
        .upload(
            new EvidenceFiles.Upload(
                taskId,
                finding,
                kind,
                "stage-%08x-%d-%s".formatted(key.hashCode(), photos++, kind),
                "现场照片.jpg",
                new ByteArrayInputStream(picture)));
  }

  int photos() {
    return photos;
  }
}
