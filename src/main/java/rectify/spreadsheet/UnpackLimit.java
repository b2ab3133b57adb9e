package rectify.spreadsheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import rectify.refusal.Refusal;

/**
 * Counts what a part of a workbook unpacks to while it is read, and refuses it before the reader
 * above has taken memory for it. An XML reader holds a piece of text, an attribute or a comment as
 * a whole: no piece between two tags may be longer than a cell can be.
 */
final class UnpackLimit {

  static final long MOST_UNPACKED = 100L * 1024 * 1024;

  private static final long MOST_OF_A_PART = 64L * 1024 * 1024;
  private static final long MOST_OF_TEXTS = 32L * 1024 * 1024;

  /** A spreadsheet packs to a tenth or a thirtieth; what packs to a thousandth is made to harm. */
  private static final long MOST_TIMES = 100;

  private static final long ANY_TIMES_BELOW = 2L * 1024 * 1024;

  /** 32,767 characters, each written as a reference such as {@code &#x5B89;}. */
  private static final int LONGEST_PIECE = 32_767 * 8;

  private final String what;
  private final long packed;
  private long unpacked;

  /**
   * @param what Chinese, what the file should be
   * @param packed size of the whole file
   */
  UnpackLimit(String what, long packed) {
    this.what = what;
    this.packed = packed;
  }

  /** A part that is only passed over. */
  InputStream counted(InputStream content, boolean ofTexts) {
    return new Counted(content, ofTexts ? MOST_OF_TEXTS : MOST_OF_A_PART);
  }

  /** A part that is read as XML. */
  InputStream xml(InputStream content, boolean ofTexts) {
    return new Pieces(counted(content, ofTexts));
  }

  private Refusal tooLarge() {
    return new Refusal(
        "Excel 文件解压后超过"
            + MOST_UNPACKED / 1024 / 1024
            + "MB或远大于文件本身，不像"
            + what
            + "；请只保留这一张表，删去多余的空行、空列和格式，另存后再导入");
  }

  private abstract static class Blocks extends FilterInputStream {

    Blocks(InputStream content) {
      super(content);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      if (read > 0) {
        look(buffer, offset, read);
      }
      return read;
    }

    @Override
    public long skip(long bytes) {
      return 0;
    }

    abstract void look(byte[] buffer, int offset, int length);
  }

  private final class Counted extends Blocks {

    private final long most;
    private long ofPart;

    Counted(InputStream content, long most) {
      super(content);
      this.most = most;
    }

    @Override
    void look(byte[] buffer, int offset, int length) {
      unpacked += length;
      ofPart += length;
      boolean bomb = unpacked > ANY_TIMES_BELOW && unpacked / MOST_TIMES > packed;
      if (ofPart > most || unpacked > MOST_UNPACKED || bomb) {
        throw tooLarge();
      }
    }
  }

  /** No program that writes spreadsheets writes comments, CDATA or other character sets. */
  private static final class Pieces extends Blocks {

    private long at;
    private long lastTag;
    private boolean opened;

    Pieces(InputStream content) {
      super(content);
    }

    @Override
    void look(byte[] buffer, int offset, int length) {
      for (int i = offset; i < offset + length; i++, at++) {
        byte next = buffer[i];
        boolean special = opened && (next == '!' || next == '?' && at > 8);
        if (special || next == 0) {
          throw new Refusal(SheetReader.DAMAGED);
        }
        opened = next == '<';
        if (opened) {
          lastTag = at;
        } else if (at - lastTag > LONGEST_PIECE) {
          throw new Refusal("单元格内容超过32767字，请缩短后再导入");
        }
      }
    }
  }
}
