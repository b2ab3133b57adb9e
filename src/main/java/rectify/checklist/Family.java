package rectify.checklist;

import java.util.Arrays;
import java.util.Optional;

/** Which of the two families of guides an item is in. */
public enum Family {
  /** Self-check guides (自查指引导则). */
  SELF("自查"),
  /** Supervisory inspection guides (监督检查指引导则). */
  INSPECTION("检查"),
  BOTH("两者");

  private final String label;

  Family(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** Whether an item of this family is in a guide of that one. */
  public boolean isIn(Family guide) {
    return this == BOTH || guide == BOTH || this == guide;
  }

  static Optional<Family> ofLabel(String label) {
    return Arrays.stream(values()).filter(family -> family.label.equals(label)).findFirst();
  }
}
