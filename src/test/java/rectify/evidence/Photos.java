package rectify.evidence;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures nobody took: a few patches of grey, small, and each one different. */
public final class Photos {

  private static final Random RANDOM = new Random();

  private Photos() {}

  /** A JPEG like no other. */
  public static byte[] unique() {
    return jpeg(picture(RANDOM.nextLong(), 180, 160));
  }

  /** The picture of a seed, in a size: the same seed shows the same. */
  public static BufferedImage picture(long seed, int width, int height) {
    Random patches = new Random(seed);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = picture.createGraphics();
    for (int y = 0; y < 8; y++) {
      for (int x = 0; x < 9; x++) {
        int grey = patches.nextInt(256);
        canvas.setColor(new Color(grey, grey, grey));
        canvas.fillRect(
            x * width / 9,
            y * height / 8,
            (x + 1) * width / 9 - x * width / 9,
            (y + 1) * height / 8 - y * height / 8);
      }
    }
    canvas.dispose();
    return picture;
  }

  public static byte[] jpeg(BufferedImage picture) {
    return encoded(picture, "jpeg");
  }

  public static byte[] png(BufferedImage picture) {
    return encoded(picture, "png");
  }

  private static byte[] encoded(BufferedImage picture, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(picture, format, bytes)) {
        throw new IllegalArgumentException(format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Taken at 24.5°N 118.5°E on 2026-03-02 at 08:30:15, the camera held upright (orientation 6). */
  public static byte[] withCameraFacts(byte[] jpeg) {
    byte[] exif = exif();
    ByteBuffer whole = ByteBuffer.allocate(jpeg.length + exif.length + 10);
    whole.put(jpeg, 0, 2);
    whole.put((byte) 0xFF).put((byte) 0xE1).putShort((short) (exif.length + 8));
    whole.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1)).put(exif);
    whole.put(jpeg, 2, jpeg.length - 2);
    return whole.array();
  }

  private static byte[] exif() {
    ByteBuffer tiff = ByteBuffer.allocate(240).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put("II".getBytes(StandardCharsets.ISO_8859_1)).putShort((short) 42).putInt(8);
    tiff.putShort((short) 3);
    entry(tiff, 0x0112, 3, 1, 6);
    entry(tiff, 0x8769, 4, 1, 50);
    entry(tiff, 0x8825, 4, 1, 90);
    tiff.putInt(0);
    tiff.position(50);
    tiff.putShort((short) 1);
    entry(tiff, 0x9003, 2, 20, 68);
    tiff.putInt(0);
    tiff.position(68);
    tiff.put("2026:03:02 08:30:15\0".getBytes(StandardCharsets.ISO_8859_1));
    tiff.position(90);
    tiff.putShort((short) 4);
    entry(tiff, 1, 2, 2, 'N');
    entry(tiff, 2, 5, 3, 150);
    entry(tiff, 3, 2, 2, 'E');
    entry(tiff, 4, 5, 3, 174);
    tiff.putInt(0);
    tiff.position(150);
    tiff.putInt(24).putInt(1).putInt(30).putInt(1).putInt(0).putInt(1);
    tiff.putInt(118).putInt(1).putInt(30).putInt(1).putInt(0).putInt(1);
    return tiff.array();
  }

  private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  /** A few bytes that claim to be so many pixels. */
  public static byte[] bomb(int width, int height) {
    ByteBuffer png = ByteBuffer.allocate(8 + 25);
    png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}).putInt(13);
    ByteBuffer header = ByteBuffer.allocate(17);
    header.put("IHDR".getBytes(StandardCharsets.ISO_8859_1)).putInt(width).putInt(height);
    header.put(new byte[] {8, 2, 0, 0, 0});
    CRC32 sum = new CRC32();
    sum.update(header.array());
    png.put(header.array()).putInt((int) sum.getValue());
    return png.array();
  }

  /** The smallest file that a reader follows from its end to its table. */
  public static byte[] pdf() {
    String body = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n";
    String whole =
        body
            + "xref\n0 1\n0000000000 65535 f \ntrailer<</Size 2/Root 1 0 R>>\nstartxref\n"
            + body.length()
            + "\n%%EOF\n";
    return whole.getBytes(StandardCharsets.ISO_8859_1);
  }
}
