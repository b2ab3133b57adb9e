package rectify.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import rectify.refusal.Refusal;

class HostilePicturesTest {

  private static final long MEGABYTE = 1L << 20;

  @TempDir private Path directory;

  @TestFactory
  Stream<DynamicTest> what_would_take_too_long_or_too_much_is_refused_before_it_is_unpacked() {
    return Stream.of(
            new Case("interlaced", FileType.PNG, HostilePictures.png(6000, 6000, 8, true), "渐进式"),
            new Case(
                "a table of colours", FileType.PNG, HostilePictures.pngOfAnEndlessTable(), "不完整"),
            new Case(
                "scans", FileType.JPEG, HostilePictures.jpegOfManyScans(600, 600, 5_000), "渐进式"),
            new Case(
                "large scans",
                FileType.JPEG,
                HostilePictures.jpegOfManyScans(6000, 6000, 20),
                "渐进式"))
        .map(one -> DynamicTest.dynamicTest(one.name(), () -> refused(one)));
  }

  private record Case(String name, FileType type, byte[] file, String reason) {}

  private void refused(Case one) throws IOException {
    Path file = Files.write(directory.resolve(one.name()), one.file());
    long before = allocated();

    assertThatThrownBy(() -> Picture.read(file, one.type(), 1))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(one.reason());

    assertThat(allocated() - before).isLessThan(4 * MEGABYTE);
  }

  @Test
  void the_memory_a_large_picture_takes_is_known_before_and_kept() throws IOException {
    for (int depth : new int[] {8, 16}) {
      Path file =
          Files.write(directory.resolve("large"), HostilePictures.png(6000, 6000, depth, false));
      PictureShape shape = PictureShape.of(file, FileType.PNG);
      long before = allocated();

      Picture picture = Picture.read(file, FileType.PNG, shape, 1);

      assertThat(picture.width()).isBetween(1500, 2000);
      assertThat(shape.memory()).isLessThan(100 * MEGABYTE);
      assertThat(allocated() - before).isLessThan(shape.memory() + 40 * MEGABYTE);
    }
  }

  @Test
  void an_ordinary_photo_is_small_and_an_interlaced_or_progressive_one_is_taken()
      throws IOException {
    Path photo =
        Files.write(directory.resolve("photo"), Photos.jpeg(new BufferedImage(4000, 3000, 1)));
    Path interlaced = Files.write(directory.resolve("i"), HostilePictures.png(900, 700, 8, true));
    Path progressive = Files.write(directory.resolve("p"), progressive());

    assertThat(PictureShape.of(photo, FileType.JPEG).memory()).isLessThan(80 * MEGABYTE);
    assertThat(Picture.read(interlaced, FileType.PNG, 1).width()).isEqualTo(900);
    assertThat(PictureShape.of(progressive, FileType.JPEG).passes()).isGreaterThan(3);
    assertThat(Picture.read(progressive, FileType.JPEG, 1).width()).isEqualTo(800);
  }

  private static byte[] progressive() throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (var output = ImageIO.createImageOutputStream(file)) {
      writer.setOutput(output);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.write(null, new IIOImage(Photos.picture(4, 800, 600), null, null), param);
    } finally {
      writer.dispose();
    }
    return file.toByteArray();
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }
}
