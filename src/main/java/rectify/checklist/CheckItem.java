package rectify.checklist;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * One thing a person checks on site.
 *
 * @param id of this wording, in its version of the guide; 0 before it is stored
 * @param code within its guide; the same from version to version
 * @param content the state that is right
 * @param basis documents of the register with their clauses, or {@link #CITY_DEFAULT}
 * @param criterion the code of the major-hazard criterion a failure may meet, or null
 * @param traits any one of them makes the item apply; with none it applies always
 * @param action what an officer may do about a failure; null in a self-check
 * @param checked against what the item was read
 * @param review the last day on which somebody looks at it again
 */
public record CheckItem(
    @Schema(description = "本版条目编号") long id,
    @Schema(description = "条目代码，各版不变") String code,
    @Schema(description = "部位或环节") String part,
    @Schema(description = "检查内容") String content,
    @Schema(description = "检查方法") String method,
    @Schema(description = "依据") String basis,
    @Schema(description = "重大隐患判定条款代码") String criterion,
    @Schema(description = "适用特征，空为一律适用") Set<String> traits,
    @Schema(description = "指引类别") Family family,
    @Schema(description = "处置提示，自查条目没有") String action,
    @Schema(description = "核对方式") Reading checked,
    @Schema(description = "最迟复核日期") LocalDate review) {

  /** The basis of an item that no document demands: the city's own, and the city may change it. */
  public static final String CITY_DEFAULT = "制度要求（市级默认，可修改）";

  /** What stands behind a basis that nobody compared with the document itself. */
  private static final String UNREAD = "（未对照原文）";

  CheckItem stored(long id) {
    return new CheckItem(
        id, code, part, content, method, basis, criterion, traits, family, action, checked, review);
  }

  /** The basis as people read it: what was not compared with the document says so. */
  public String cited() {
    return checked == Reading.ORIGINAL || checked == Reading.CITY_DEFAULT ? basis : basis + UNREAD;
  }

  /** Whether a person reads the same. */
  boolean readsLike(CheckItem other) {
    return content.equals(other.content)
        && method.equals(other.method)
        && basis.equals(other.basis)
        && part.equals(other.part)
        && Objects.equals(criterion, other.criterion);
  }
}
