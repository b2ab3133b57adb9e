package rectify.supervision;

/**
 * A rung of the ladder, as the diagram draws it: what it is called and how high it is stand at its
 * user task.
 *
 * @param code as steps and tables write it, such as {@code township}
 * @param chinese what people call it
 * @param height the higher the number, the higher the rung
 */
public record RungLevel(String code, String chinese, int height) implements Comparable<RungLevel> {

  @Override
  public int compareTo(RungLevel other) {
    return Integer.compare(height, other.height);
  }
}
