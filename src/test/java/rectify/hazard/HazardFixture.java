package rectify.hazard;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.apache.ibatis.session.SqlSession;
import rectify.page.SearchWords;

/** Invented cases. */
public final class HazardFixture {

  private HazardFixture() {}

  /** A general hazard of a shoe factory in 陈埭镇, 晋江市, being rectified. */
  public static Hazard general() {
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
        rectify.chain.Link.BEFORE_THE_FIRST,
        3);
  }

  /** Stores a case as its registration does, with the words it is found by. */
  public static void store(SqlSession session, String location) {
    NewHazard row = new NewHazard(at(location), null, null);
    session.getMapper(HazardMapper.class).insert(row);
    session
        .getMapper(CaseWordMapper.class)
        .insertWords(row.getId(), SearchWords.together(location));
  }
}
