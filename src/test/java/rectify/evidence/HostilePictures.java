package rectify.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Small files that unpack to huge pictures; made up, never stored. */
public final class HostilePictures {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
  private static final int BLOCK = 1 << 16;

  private HostilePictures() {}

  /** A picture of one colour, interlaced or not, of 8 or 16 bits a channel. */
  public static byte[] png(int width, int height, int depth, boolean interlaced) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(PNG);
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put((byte) depth)
            .put((byte) 6)
            .put((byte) 0)
            .put((byte) 0)
            .put((byte) (interlaced ? 1 : 0))
            .array();
    chunk(file, "IHDR", header);
    chunk(file, "IDAT", zeros(bytes(width, height, depth / 2, interlaced)));
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  /** A picture whose table of colours claims two gigabytes. */
  public static byte[] pngOfAnEndlessTable() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(PNG);
    chunk(
        file,
        "IHDR",
        ByteBuffer.allocate(13).putInt(10).putInt(10).put(new byte[] {8, 3, 0, 0, 0}).array());
    file.writeBytes(ByteBuffer.allocate(8).putInt(0x7FFFFFF0).put(ascii("PLTE")).array());
    file.writeBytes(new byte[1000]);
    return file.toByteArray();
  }

  /** A progressive JPEG that says it is so large and goes over it so often. */
  public static byte[] jpegOfManyScans(int width, int height, int scans) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8});
    file.writeBytes(
        ByteBuffer.allocate(13)
            .put(new byte[] {(byte) 0xFF, (byte) 0xC2, 0, 11, 8})
            .putShort((short) height)
            .putShort((short) width)
            .put(new byte[] {1, 1, 0x11, 0})
            .array());
    for (int scan = 0; scan < scans; scan++) {
      file.writeBytes(
          new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 0, 0, 0x55, (byte) 0xFF, 0});
    }
    file.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD9});
    return file.toByteArray();
  }

  private static long bytes(int width, int height, int bytesPerPixel, boolean interlaced) {
    if (!interlaced) {
      return (long) height * (1 + (long) width * bytesPerPixel);
    }
    int[][] passes = {
      {0, 0, 8, 8},
      {4, 0, 8, 8},
      {0, 4, 4, 8},
      {2, 0, 4, 4},
      {0, 2, 2, 4},
      {1, 0, 2, 2},
      {0, 1, 1, 2}
    };
    long bytes = 0;
    for (int[] pass : passes) {
      long across = (width - pass[0] + pass[2] - 1) / pass[2];
      long down = (height - pass[1] + pass[3] - 1) / pass[3];
      bytes += across > 0 && down > 0 ? down * (1 + across * bytesPerPixel) : 0;
    }
    return bytes;
  }

  private static byte[] zeros(long length) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] block = new byte[BLOCK];
    byte[] out = new byte[BLOCK];
    for (long left = length; left > 0; left -= BLOCK) {
      deflater.setInput(block, 0, (int) Math.min(BLOCK, left));
      while (!deflater.needsInput()) {
        packed.write(out, 0, deflater.deflate(out));
      }
    }
    deflater.finish();
    while (!deflater.finished()) {
      packed.write(out, 0, deflater.deflate(out));
    }
    deflater.end();
    return packed.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream file, String type, byte[] content) {
    CRC32 sum = new CRC32();
    sum.update(ascii(type));
    sum.update(content);
    file.writeBytes(ByteBuffer.allocate(8).putInt(content.length).put(ascii(type)).array());
    file.writeBytes(content);
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
