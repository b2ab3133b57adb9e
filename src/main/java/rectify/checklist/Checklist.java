package rectify.checklist;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDateTime;
import java.util.List;

/**
 * An enterprise's list of check items (企业清单), as it confirmed it.
 *
 * @param versionNumber 0 before the first confirmation
 */
public record Checklist(
    long enterpriseId,
    @Schema(description = "清单版次，0为尚未确认") int versionNumber,
    LocalDateTime confirmedAt,
    String confirmedBy,
    List<Entry> entries) {

  /**
   * One item of the list.
   *
   * @param guideVersion the version its wording is from
   * @param places where it is checked; none if it is left out
   * @param leftOut why the enterprise leaves it out, null if it does not
   */
  public record Entry(
      @Schema(description = "来自哪份指引") String guideCode,
      String guideName,
      int guideVersion,
      CheckItem item,
      List<Place> places,
      @Schema(description = "不适用的理由") String leftOut) {

    String key() {
      return guideCode + "/" + item.code();
    }
  }

  /** A post, or a workshop, or, with neither, the whole enterprise. */
  public record Place(Long workshopId, Long postId) {

    static final Place ENTERPRISE = new Place(null, null);
  }

  /** The items in use, without those left out. */
  public List<Entry> inUse() {
    return entries.stream().filter(entry -> entry.leftOut() == null).toList();
  }
}
