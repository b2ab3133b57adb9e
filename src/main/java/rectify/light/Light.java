package rectify.light;

import java.time.LocalDateTime;
import rectify.typed.SpokenDates;

/**
 * An enterprise's warning light.
 *
 * @param reason in Chinese; why it is not green
 * @param since when it took this color; null for green
 */
public record Light(long enterpriseId, Color color, String reason, LocalDateTime since) {

  public Light {
    reason = SpokenDates.in(reason);
  }

  /** The colors, the worse the later. */
  public enum Color {
    GREEN("绿灯"),
    YELLOW("黄灯"),
    RED("红灯");

    private final String chinese;

    Color(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  static Light green(long enterpriseId) {
    return new Light(enterpriseId, Color.GREEN, "", null);
  }
}
