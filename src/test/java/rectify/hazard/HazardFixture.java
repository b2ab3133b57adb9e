package rectify.hazard;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** Invented cases. */
final class HazardFixture {

  private HazardFixture() {}

  /** A general hazard of a shoe factory in 陈埭镇, 晋江市, being rectified. */
  static Hazard general() {
    return at("二号车间");
  }

  /** The same at another place. */
  static Hazard at(String location) {
    return new Hazard(
        7,
        Source.SELF_REPORT,
        44,
        "演示·晋江青禾鞋业有限公司",
        "350582",
        "350582103",
        "0414",
        "emergency",
        "dept350582emergency",
        Level.GENERAL,
        location,
        "配电箱无盖",
        null,
        LocalDateTime.of(2026, 3, 2, 9, 0),
        "lin",
        "林某",
        Status.RECTIFYING,
        "town350582103",
        "第4行",
        LocalDate.of(2026, 3, 9),
        LocalDate.of(2026, 3, 9),
        "第2行",
        false,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        0,
        null,
        null,
        null,
        null,
        null,
        rectify.ledger.Link.BEFORE_THE_FIRST,
        3);
  }
}
