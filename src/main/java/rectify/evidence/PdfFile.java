package rectify.evidence;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rectify.engine.Refusal;

/**
 * Follows a PDF from its end to its cross-reference table, as a reader does. Its contents are never
 * shown by the product, only handed out for download.
 */
final class PdfFile {

  private static final int TAIL = 2048;
  private static final Pattern START =
      Pattern.compile("startxref\\s+(\\d{1,10})\\s+%%EOF\\s*\\z", Pattern.DOTALL);
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
      Matcher end = START.matcher(read(file, Math.max(0, file.length() - TAIL), TAIL));
      if (end.find()) {
        long table = Long.parseLong(end.group(1));
        if (table < file.length() && TABLE.matcher(read(file, table, 64)).find()) {
          return;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new Refusal("PDF文件已损坏或不完整，请重新导出后上传。");
  }

  private static String read(RandomAccessFile file, long from, int most) throws IOException {
    byte[] bytes = new byte[(int) Math.min(most, file.length() - from)];
    file.seek(from);
    file.readFully(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
