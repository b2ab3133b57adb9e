package rectify.selfcheck;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import rectify.refusal.Refusal;

/**
 * What a person answers to one item.
 *
 * @param verdict null takes the answer back
 */
public record Given(
    @Schema(description = "条目在清单中的键") String key,
    @Schema(description = "空为撤回回答") Verdict verdict,
    @Schema(description = "不符合的现场情况，或不适用的理由") String text,
    @Schema(description = "不符合的部位，空为清单上的部位") String location,
    @Schema(description = "照片的证据编号") List<Long> photos) {

  /** An item that conforms needs no words; what it had before of a failure is not kept. */
  public Given {
    boolean conforms = verdict == null || verdict == Verdict.CONFORMS;
    text = conforms || text == null || text.isBlank() ? null : text.strip();
    boolean fails = verdict == Verdict.FAILS;
    location = !fails || location == null || location.isBlank() ? null : location.strip();
    photos = !fails || photos == null ? List.of() : List.copyOf(photos);
  }

  public static Given conforms(String key) {
    return new Given(key, Verdict.CONFORMS, null, null, null);
  }

  public static Given fails(String key, String text) {
    return new Given(key, Verdict.FAILS, text, null, null);
  }

  /**
   * A draft may lack words, but has none that could not be kept.
   *
   * @throws Refusal naming what is too long
   */
  void requireFitting() {
    int most = verdict == Verdict.FAILS ? Answer.LONGEST_TEXT : Answer.LONGEST_REASON;
    if (text != null && text.length() > most) {
      String what = verdict == Verdict.FAILS ? "现场情况" : "不适用的理由";
      throw new Refusal("%s最多%d字，现有%d字，请缩短。".formatted(what, most, text.length()));
    }
    if (location != null && location.length() > Answer.LONGEST_LOCATION) {
      throw new Refusal("部位最多%d字，现有%d字，请缩短。".formatted(Answer.LONGEST_LOCATION, location.length()));
    }
    if (photos.size() > Answer.MOST_PHOTOS) {
      throw new Refusal("一个条目最多%d张照片，请撤回多余的。".formatted(Answer.MOST_PHOTOS));
    }
  }
}
