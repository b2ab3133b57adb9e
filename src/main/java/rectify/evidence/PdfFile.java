package rectify.evidence;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rectify.refusal.Refusal;

/**
 * Follows a PDF from its end to its cross-reference table, as a reader does: past the padding that
 * disks and mail leave behind it, and before its head. Its contents are never shown by the product,
 * only handed out for download.
 */
final class PdfFile {

  private static final int TAIL = 2048;
  private static final Charset LATIN = StandardCharsets.ISO_8859_1;
  private static final Pattern START =
      Pattern.compile("startxref\\s+(\\d{1,10})\\s+%%EOF\\z", Pattern.DOTALL);
  private static final Pattern TABLE =
      Pattern.compile("\\A\\s*(xref\\s+\\d|\\d+\\s+\\d+\\s+obj\\b)", Pattern.DOTALL);

  private PdfFile() {}

  /**
   * Checks the file.
   *
   * @throws Refusal if it is cut off or no PDF but for its first letters
   */
  static void check(Path path) {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      long length = withoutPadding(file);
      long from = Math.max(0, length - TAIL);
      Matcher end = START.matcher(read(file, from, length));
      if (end.find()) {
        long table = Long.parseLong(end.group(1));
        // counted from the head or from the file's first byte
        long head = FileType.blanksBefore(read(file, 0, FileType.HEAD).getBytes(LATIN));
        if (isTable(file, table) || isTable(file, table + head)) {
          return;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new Refusal("PDF文件已损坏或不完整，请重新导出后上传。");
  }

  private static boolean isTable(RandomAccessFile file, long at) throws IOException {
    return at < file.length() && TABLE.matcher(read(file, at, at + 64)).find();
  }

  private static long withoutPadding(RandomAccessFile file) throws IOException {
    long end = file.length();
    while (end > 0) {
      long from = Math.max(0, end - TAIL);
      byte[] part = read(file, from, end).getBytes(LATIN);
      for (int i = part.length - 1; i >= 0; i--) {
        if (!FileType.isBlank(part[i])) {
          return from + i + 1;
        }
      }
      end = from;
    }
    return 0;
  }

  private static String read(RandomAccessFile file, long from, long to) throws IOException {
    byte[] bytes = new byte[(int) (Math.min(to, file.length()) - from)];
    file.seek(from);
    file.readFully(bytes);
    return new String(bytes, LATIN);
  }
}
