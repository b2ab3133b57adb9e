package rectify.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/**
 * Drawings in place of photos, obviously drawn: a corridor of a workshop whose way is blocked
 * before, and free behind a fresh yellow line afterwards. The tiles of its wall are of other shades
 * each time, so that no two are taken for the same picture.
 */
final class DemoPictures {

  /** What the drawing is thought in. */
  private static final int WIDTH = 576;

  private static final int HEIGHT = 432;

  /** Small, because the product looks at every pixel of a photo. */
  private static final double SCALE = 0.5;

  private static final int COLUMNS = 9;
  private static final int ROWS = 8;
  private static final int FLOOR = HEIGHT * 5 / 8;

  private DemoPictures() {}

  static byte[] of(String kind, SplittableRandom random) {
    BufferedImage picture =
        new BufferedImage(
            (int) (WIDTH * SCALE), (int) (HEIGHT * SCALE), BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = picture.createGraphics();
    canvas.scale(SCALE, SCALE);
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    tiles(canvas, random);
    door(canvas);
    if (kind.equals("before")) {
      boxes(canvas, random);
    } else {
      line(canvas);
      extinguisher(canvas, WIDTH * 3 / 4 + random.nextInt(60));
    }
    canvas.dispose();
    return jpeg(picture);
  }

  private static void tiles(Graphics2D canvas, SplittableRandom random) {
    int width = WIDTH / COLUMNS;
    int height = HEIGHT / ROWS;
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        int shade = 120 + random.nextInt(100);
        boolean wall = row * height < FLOOR;
        canvas.setColor(
            wall
                ? new Color(shade, shade, shade * 9 / 10)
                : new Color(shade * 4 / 5, shade * 7 / 10, shade * 3 / 5));
        canvas.fillRect(column * width, row * height, width - 1, height - 1);
      }
    }
  }

  private static void door(Graphics2D canvas) {
    int left = WIDTH / 2 - 45;
    canvas.setColor(new Color(70, 110, 90));
    canvas.fillRect(left, FLOOR - 170, 90, 170);
    canvas.setColor(new Color(40, 170, 90));
    canvas.fillRect(left + 15, FLOOR - 200, 60, 22);
    canvas.setColor(Color.DARK_GRAY);
    canvas.fillOval(left + 72, FLOOR - 90, 9, 9);
  }

  private static void boxes(Graphics2D canvas, SplittableRandom random) {
    for (int i = 0; i < 7; i++) {
      int size = 55 + random.nextInt(45);
      int x = WIDTH / 2 - 150 + random.nextInt(240);
      int y = FLOOR + 40 - size - (i % 3) * 48 + random.nextInt(30);
      canvas.setColor(new Color(190 - random.nextInt(40), 140 - random.nextInt(30), 80));
      canvas.fillRect(x, y, size, size);
      canvas.setColor(new Color(110, 75, 40));
      canvas.setStroke(new BasicStroke(3));
      canvas.drawRect(x, y, size, size);
      canvas.drawLine(x, y + size / 3, x + size, y + size / 3);
    }
  }

  private static void line(Graphics2D canvas) {
    canvas.setColor(new Color(240, 200, 30));
    canvas.setStroke(new BasicStroke(9));
    canvas.drawLine(WIDTH / 2 - 70, FLOOR, WIDTH / 4 - 60, HEIGHT);
    canvas.drawLine(WIDTH / 2 + 70, FLOOR, WIDTH * 3 / 4 + 60, HEIGHT);
  }

  private static void extinguisher(Graphics2D canvas, int x) {
    canvas.setColor(new Color(200, 30, 30));
    canvas.fillRoundRect(x, FLOOR - 70, 34, 80, 16, 16);
    canvas.setColor(Color.BLACK);
    canvas.fillRect(x + 12, FLOOR - 84, 10, 16);
  }

  private static byte[] jpeg(BufferedImage picture) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
