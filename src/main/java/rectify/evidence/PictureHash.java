package rectify.evidence;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * 64 bits that stay nearly the same when a picture is compressed or scaled again: whether each of 8
 * by 8 spots is darker than its neighbour (dHash). A picture that was cropped or mirrored has
 * another hash.
 */
record PictureHash(long bits) {

  /** How many bits may differ between two pictures that are called alike. */
  static final int NEAR = 6;

  /** The most bits that may differ while some band is surely the same: one less than the bands. */
  static final int TWIN = 3;

  private static final int WIDTH = 9;
  private static final int HEIGHT = 8;
  private static final int BYTES = 3;
  private static final int BANDS = 4;
  private static final int BAND_BITS = 16;
  private static final int BAND_MASK = 0xFFFF;

  /** A wall or a night sky has hardly any bits, and is like every other. */
  private static final int FEWEST_BITS = 6;

  static PictureHash of(BufferedImage picture) {
    int[][] grey = grey(picture);
    long bits = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH - 1; x++) {
        bits = bits << 1 | (grey[y][x] < grey[y][x + 1] ? 1 : 0);
      }
    }
    return new PictureHash(bits);
  }

  /** The mean of every spot; each pixel counts, so that noise does not. */
  private static int[][] grey(BufferedImage picture) {
    BufferedImage whole = picture;
    if (picture.getWidth() < WIDTH || picture.getHeight() < HEIGHT) {
      whole = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
      Graphics2D canvas = whole.createGraphics();
      canvas.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      canvas.drawImage(picture, 0, 0, WIDTH, HEIGHT, Color.WHITE, null);
      canvas.dispose();
    }
    int[][] mean = new int[HEIGHT][WIDTH];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        mean[y][x] =
            mean(
                whole,
                x * whole.getWidth() / WIDTH,
                y * whole.getHeight() / HEIGHT,
                (x + 1) * whole.getWidth() / WIDTH,
                (y + 1) * whole.getHeight() / HEIGHT);
      }
    }
    return mean;
  }

  private static int mean(BufferedImage picture, int left, int top, int right, int bottom) {
    long sum =
        isAsRead(picture)
            ? sumOfBytes(picture, left, top, right, bottom)
            : sumOfAny(picture, left, top, right, bottom);
    return (int) (sum / ((long) (right - left) * (bottom - top)));
  }

  private static long sumOfAny(BufferedImage picture, int left, int top, int right, int bottom) {
    long sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int rgb = picture.getRGB(x, y);
        sum += 299L * (rgb >> 16 & 255) + 587L * (rgb >> 8 & 255) + 114L * (rgb & 255);
      }
    }
    return sum;
  }

  /** As JPEGs are read: three bytes a pixel, its own memory. */
  private static boolean isAsRead(BufferedImage picture) {
    return picture.getType() == BufferedImage.TYPE_3BYTE_BGR
        && picture.getRaster().getParent() == null
        && picture.getRaster().getDataBuffer() instanceof DataBufferByte;
  }

  /** The same without asking the colour model for each of millions of pixels. */
  private static long sumOfBytes(BufferedImage picture, int left, int top, int right, int bottom) {
    byte[] bytes = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    long sum = 0;
    for (int y = top; y < bottom; y++) {
      int end = (y * picture.getWidth() + right) * BYTES;
      for (int at = (y * picture.getWidth() + left) * BYTES; at < end; at += BYTES) {
        sum +=
            114L * (bytes[at] & 255) + 587L * (bytes[at + 1] & 255) + 299L * (bytes[at + 2] & 255);
      }
    }
    return sum;
  }

  int distance(PictureHash other) {
    return Long.bitCount(bits ^ other.bits);
  }

  boolean isTelling() {
    int set = Long.bitCount(bits);
    return set >= FEWEST_BITS && set <= Long.SIZE - FEWEST_BITS;
  }

  /** 16 of the bits, as an index column holds them. */
  int band(int index) {
    return (int) (bits >>> index * BAND_BITS) & BAND_MASK;
  }

  /**
   * For each band its values within one bit. Two hashes with fewer than eight bits between them
   * differ in at most one bit of some band, so no pair within {@link #NEAR} is missed.
   */
  List<Set<Integer>> nearBands() {
    return IntStream.range(0, BANDS)
        .mapToObj(
            index -> {
              Set<Integer> near = new HashSet<>();
              near.add(band(index));
              for (int bit = 0; bit < BAND_BITS; bit++) {
                near.add(band(index) ^ 1 << bit);
              }
              return near;
            })
        .toList();
  }
}
