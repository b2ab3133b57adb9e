package rectify.simulation;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** Pictures nobody took: patches of grey, tiny, and no two alike unless their numbers are. */
final class Snapshots {

  private static final int COLUMNS = 9;
  private static final int ROWS = 8;
  private static final int PATCH = 20;

  private Snapshots() {}

  static byte[] jpeg(SplittableRandom random) {
    BufferedImage picture =
        new BufferedImage(COLUMNS * PATCH, ROWS * PATCH, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = picture.createGraphics();
    for (int y = 0; y < ROWS; y++) {
      for (int x = 0; x < COLUMNS; x++) {
        int grey = random.nextInt(256);
        canvas.setColor(new Color(grey, grey, grey));
        canvas.fillRect(x * PATCH, y * PATCH, PATCH, PATCH);
      }
    }
    canvas.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
