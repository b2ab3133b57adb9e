package rectify.evidence;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import rectify.refusal.Refusal;

/** A picture's pixels, upright and of a size that is served: nothing else of its file is left. */
final class Picture {

  private static final int LONGEST_EDGE = 2000;
  private static final int THUMBNAIL_EDGE = 320;
  private static final float QUALITY = 0.85f;

  /**
   * All pixels were read, and a few bytes stand before the end: cameras and apps leave them. Many
   * are what a broken transfer was filled up with.
   */
  private static final Pattern WHOLE =
      Pattern.compile(
          "\\b(\\d{1,2}|1\\d\\d) extraneous bytes before marker 0xd9", Pattern.CASE_INSENSITIVE);

  private static final Pattern CUT_OFF =
      Pattern.compile("premature|truncat|EOI|EOF|end of|corrupt|ended", Pattern.CASE_INSENSITIVE);

  private final BufferedImage pixels;

  private Picture(BufferedImage pixels) {
    this.pixels = pixels;
  }

  /**
   * Unpacks a picture, after a look at what it declares.
   *
   * @param orientation as {@link CameraFacts} tells it
   * @throws Refusal if it is too large, cut off or broken
   */
  static Picture read(Path file, FileType type, int orientation) {
    return read(file, type, PictureShape.of(file, type), orientation);
  }

  static Picture read(Path file, FileType type, PictureShape shape, int orientation) {
    try (ImageInputStream input = ImageIO.createImageInputStream(file.toFile())) {
      ImageReader reader = ImageIO.getImageReadersByFormatName(type.format()).next();
      try {
        reader.setInput(input, true, true);
        return new Picture(upright(shrunk(unpacked(reader, shape), LONGEST_EDGE), orientation));
      } finally {
        reader.dispose();
      }
    } catch (Refusal refusal) {
      throw refusal;
    } catch (IOException | RuntimeException broken) {
      throw new Refusal("图片已损坏、不完整或使用了特殊的色彩格式，请重新拍照或另存为普通JPEG后上传。");
    }
  }

  private static BufferedImage unpacked(ImageReader reader, PictureShape shape) throws IOException {
    if (reader.getWidth(0) > shape.width() || reader.getHeight(0) > shape.height()) {
      throw new IOException("the decoder sees another picture than was looked at");
    }
    boolean[] cutOff = new boolean[1];
    reader.addIIOReadWarningListener(
        (source, warning) ->
            cutOff[0] |= CUT_OFF.matcher(warning).find() && !WHOLE.matcher(warning).find());
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(shape.every(), shape.every(), 0, 0);
    BufferedImage pixels = reader.read(0, param);
    if (cutOff[0]) {
      throw new Refusal("图片不完整，可能是传输中断，请重新上传。");
    }
    return pixels;
  }

  private static BufferedImage shrunk(BufferedImage picture, int longestEdge) {
    BufferedImage current = picture;
    double scale = (double) longestEdge / Math.max(picture.getWidth(), picture.getHeight());
    if (scale >= 1) {
      return drawn(picture, picture.getWidth(), picture.getHeight());
    }
    int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
    while (current.getWidth() > 2 * width) {
      current =
          drawn(
              current,
              Math.max(width, current.getWidth() / 2),
              Math.max(1, current.getHeight() / 2));
    }
    return drawn(current, width, height);
  }

  private static BufferedImage drawn(BufferedImage picture, int width, int height) {
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = drawn.createGraphics();
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    canvas.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
    canvas.dispose();
    return drawn;
  }

  /** Turns and mirrors as the eight EXIF orientations say. */
  private static BufferedImage upright(BufferedImage picture, int orientation) {
    if (orientation == 1) {
      return picture;
    }
    int width = picture.getWidth();
    int height = picture.getHeight();
    AffineTransform turn =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
          default -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
    boolean lying = orientation >= 5;
    BufferedImage turned =
        new BufferedImage(
            lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = turned.createGraphics();
    canvas.drawImage(picture, turn, null);
    canvas.dispose();
    return turned;
  }

  int width() {
    return pixels.getWidth();
  }

  int height() {
    return pixels.getHeight();
  }

  PictureHash hash() {
    return PictureHash.of(pixels);
  }

  /** Writes the pixels alone. */
  void write(Path file) {
    write(pixels, file);
  }

  void writeThumbnail(Path file) {
    write(shrunk(pixels, THUMBNAIL_EDGE), file);
  }

  private static void write(BufferedImage picture, Path file) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream output = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(output);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      writer.write(null, new IIOImage(picture, null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
  }
}
