package rectify.evidence;

import java.util.Arrays;
import java.util.stream.Collectors;
import rectify.refusal.Refusal;

/** What a piece of evidence shows. */
public enum EvidenceKind {
  BEFORE("before", "整改前照片"),
  AFTER("after", "整改后照片"),
  SCENE("scene", "现场照片"),
  DOCUMENT("document", "文件");

  private final String code;
  private final String chinese;

  EvidenceKind(String code, String chinese) {
    this.code = code;
    this.chinese = chinese;
  }

  /** As a diagram and a request name it. */
  public String code() {
    return code;
  }

  public String chinese() {
    return chinese;
  }

  static EvidenceKind of(String code) {
    return Arrays.stream(values())
        .filter(kind -> kind.code.equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    "证据种类应为"
                        + Arrays.stream(values())
                            .map(kind -> kind.code + "（" + kind.chinese + "）")
                            .collect(Collectors.joining("、"))
                        + "之一，请重新选择。"));
  }
}
