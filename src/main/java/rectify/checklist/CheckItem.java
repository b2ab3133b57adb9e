package rectify.checklist;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import java.util.Set;

/**
 * One thing a person checks on site.
 *
 * @param id of this wording, in its version of the guide; 0 before it is stored
 * @param code within its guide; the same from version to version
 * @param content the state that is right
 * @param basis a document, or {@link #CITY_DEFAULT}
 * @param criterion the code of the major-hazard criterion a failure may meet, or null
 * @param traits any one of them makes the item apply; with none it applies always
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
    @Schema(description = "指引类别") Family family) {

  /** The basis of an item that no document demands: the city's own, and the city may change it. */
  public static final String CITY_DEFAULT = "制度要求（市级默认，可修改）";

  CheckItem stored(long id) {
    return new CheckItem(id, code, part, content, method, basis, criterion, traits, family);
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
