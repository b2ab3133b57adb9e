package rectify.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import rectify.refusal.Refusal;

/** What a file is, told from how it begins; its name may say anything. */
enum FileType {
  JPEG("image/jpeg", "jpeg", 0xFF, 0xD8, 0xFF),
  PNG("image/png", "png", 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A),
  PDF("application/pdf", "pdf", '%', 'P', 'D', 'F', '-');

  /** How many bytes tell what a file is: a PDF may have blanks before its head. */
  static final int HEAD = 1024;

  private final String mediaType;
  private final String format;
  private final int[] magic;

  FileType(String mediaType, String format, int... magic) {
    this.mediaType = mediaType;
    this.format = format;
    this.magic = magic;
  }

  String mediaType() {
    return mediaType;
  }

  String format() {
    return format;
  }

  boolean isPicture() {
    return this != PDF;
  }

  /**
   * Tells the type.
   *
   * @throws Refusal if it is none of ours
   */
  static FileType of(byte[] head) {
    return Arrays.stream(values())
        .filter(type -> type.begins(head))
        .findFirst()
        .orElseThrow(() -> new Refusal(refusal(head)));
  }

  /** How many blanks, or byte order marks, a file begins with. */
  static int blanksBefore(byte[] head) {
    int blanks = 0;
    while (blanks < head.length && (isBlank(head[blanks]) || isMark(head, blanks))) {
      blanks++;
    }
    return blanks;
  }

  static boolean isBlank(byte one) {
    return one == 0 || one == ' ' || one >= '\t' && one <= '\r';
  }

  private static boolean isMark(byte[] head, int at) {
    return at < 3 && (head[at] & 0xFF) == new int[] {0xEF, 0xBB, 0xBF}[at];
  }

  private boolean begins(byte[] head) {
    int from = this == PDF ? blanksBefore(head) : 0;
    if (head.length < from + magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[from + i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static String refusal(byte[] head) {
    if (head.length == 0) {
      return "文件是空的，请重新选择。";
    }
    boolean heic =
        head.length > 11 && new String(head, 4, 4, StandardCharsets.ISO_8859_1).equals("ftyp");
    return heic
        ? "HEIC照片不能直接保存，请在手机“设置－相机－格式”中选择“兼容性最佳”，或另存为JPEG后上传。"
        : "文件内容不是JPEG、PNG图片或PDF，只改文件名没有用，请重新选择。";
  }
}
