package rectify.paper;

import java.util.List;

/**
 * What hangs on a wall: what is checked at one place.
 *
 * @param organ whose place it is
 * @param title such as 岗位卡片
 * @param name of the place
 * @param about one line below the name
 * @param fillable whether there is a column to write into and a line to sign
 * @param url what its QR code opens; null without
 */
public record Placard(
    String organ,
    String title,
    String name,
    String about,
    List<Line> lines,
    boolean fillable,
    String url) {

  /**
   * One thing to check.
   *
   * @param note in smaller print below
   * @param mark what is to be noticed; null without
   */
  public record Line(String part, String content, String note, String mark) {}

  public Placard {
    lines = List.copyOf(lines);
  }
}
