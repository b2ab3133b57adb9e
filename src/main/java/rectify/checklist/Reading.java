package rectify.checklist;

import java.util.Arrays;
import java.util.Optional;

/** Against what the words of a criterion were read. */
public enum Reading {
  /** The issuing authority's own paper or page, by a person who says so. */
  ORIGINAL("原文"),
  /** Somebody's copy of it. */
  PUBLIC_COPY("公开副本"),
  /** Nothing: a summary, or only the heading of a clause. */
  MEMORY("记忆"),
  /** No law: the city's own rule. */
  CITY_DEFAULT("市级默认");

  private final String label;

  Reading(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  static Optional<Reading> ofLabel(String label) {
    return Arrays.stream(values()).filter(reading -> reading.label.equals(label)).findFirst();
  }
}
