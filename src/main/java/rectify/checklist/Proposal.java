package rectify.checklist;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What an enterprise's list would become by its guides and answers of now. Until the enterprise
 * confirms it, the list stays as it was.
 *
 * @param fingerprint of exactly this proposal, to be sent back with the confirmation
 * @param moved the same items at other workshops or posts
 * @param leftOut what the list of now leaves out
 */
public record Proposal(
    long enterpriseId,
    @Schema(description = "现行清单版次，0为尚未确认") int versionNumber,
    @Schema(description = "确认时原样带回") String fingerprint,
    @Schema(description = "是否没有变化") boolean unchanged,
    @Schema(description = "新增") List<Checklist.Entry> added,
    @Schema(description = "删除") List<Checklist.Entry> removed,
    @Schema(description = "文字有变") List<Change> changed,
    @Schema(description = "车间或岗位有变") List<Checklist.Entry> moved,
    @Schema(description = "现已注明不适用") List<Checklist.Entry> leftOut) {

  public record Change(Checklist.Entry before, Checklist.Entry after) {}
}
