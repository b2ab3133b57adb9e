package rectify.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rectify.refusal.Refusal;

class PictureTest {

  @TempDir private Path directory;

  @Test
  void what_the_camera_wrote_is_read_and_gone_from_what_is_served() throws IOException {
    Path original = file(Photos.withCameraFacts(Photos.jpeg(Photos.picture(1, 180, 128))));
    Path served = directory.resolve("served.jpg");

    CameraFacts camera = CameraFacts.of(original);
    Picture.read(original, FileType.JPEG, camera.orientation()).write(served);

    assertThat(camera)
        .isEqualTo(
            new CameraFacts(
                LocalDateTime.of(2026, 3, 2, 8, 30, 15),
                new BigDecimal("24.500000"),
                new BigDecimal("118.500000"),
                6));
    assertThat(CameraFacts.of(served)).isEqualTo(CameraFacts.NONE);
    assertThat(new String(Files.readAllBytes(served), StandardCharsets.ISO_8859_1))
        .doesNotContain("Exif", "2026:03:02");
  }

  @Test
  void a_picture_taken_upright_is_served_upright() throws IOException {
    Path original = file(Photos.withCameraFacts(Photos.jpeg(Photos.picture(1, 180, 128))));
    Path served = directory.resolve("served.jpg");

    Picture.read(original, FileType.JPEG, 6).write(served);

    BufferedImage seen = ImageIO.read(served.toFile());
    BufferedImage taken = ImageIO.read(original.toFile());
    assertThat(seen.getWidth()).isEqualTo(128);
    assertThat(seen.getHeight()).isEqualTo(180);
    assertThat(grey(seen, 120, 5)).isCloseTo(grey(taken, 5, 8), withinAFew());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
  void no_orientation_loses_a_corner(int orientation) throws IOException {
    Path original = file(Photos.jpeg(Photos.picture(3, 90, 80)));

    Picture turned = Picture.read(original, FileType.JPEG, orientation);

    assertThat(turned.width()).isEqualTo(orientation < 5 ? 90 : 80);
    Path served = directory.resolve("turned.jpg");
    turned.write(served);
    BufferedImage seen = ImageIO.read(served.toFile());
    for (int x : new int[] {2, seen.getWidth() - 3}) {
      for (int y : new int[] {2, seen.getHeight() - 3}) {
        int corner = grey(seen, x, y);
        assertThat(
                Arrays.stream(new int[] {2, 87})
                    .flatMap(left -> Arrays.stream(new int[] {2, 77}).map(top -> grey(left, top)))
                    .anyMatch(grey -> Math.abs(grey - corner) < 12))
            .isTrue();
      }
    }
  }

  private static int grey(int x, int y) {
    return grey(Photos.picture(3, 90, 80), x, y);
  }

  @Test
  void a_bomb_is_refused_before_it_is_unpacked() throws IOException {
    Path bomb = file(Photos.bomb(8000, 5001));

    assertThatThrownBy(() -> Picture.read(bomb, FileType.PNG, 1))
        .isInstanceOf(Refusal.class)
        .hasMessage("图片有8000×5001像素，超过4000万像素的上限，请降低分辨率后上传。");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.5, 0.9, 0.99})
  void a_picture_that_was_cut_off_is_refused(double left) throws IOException {
    byte[] jpeg = Photos.jpeg(Photos.picture(5, 400, 300));
    byte[] png = Photos.png(Photos.picture(5, 400, 300));

    for (Path cut : new Path[] {file(cut(jpeg, left)), file(cut(png, left))}) {
      FileType type = FileType.of(Files.readAllBytes(cut));
      assertThatThrownBy(() -> Picture.read(cut, type, 1))
          .as(type + " " + left)
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("不完整");
    }
  }

  @Test
  void a_large_picture_is_served_smaller_and_its_thumbnail_is_small() throws IOException {
    Path original = file(Photos.jpeg(Photos.picture(7, 4500, 3000)));
    Picture picture = Picture.read(original, FileType.JPEG, 1);
    Path thumbnail = directory.resolve("small.jpg");

    picture.writeThumbnail(thumbnail);

    assertThat(picture.width()).isEqualTo(2000);
    assertThat(picture.height()).isBetween(1332, 1334);
    assertThat(ImageIO.read(thumbnail.toFile()).getWidth()).isEqualTo(320);
    assertThat(Files.size(thumbnail)).isLessThan(40_000);
  }

  @Test
  void a_picture_is_known_again_smaller_and_as_another_type_and_no_other_is_taken_for_it()
      throws IOException {
    PictureHash hash = hash(Photos.jpeg(Photos.picture(11, 1600, 1200)));

    assertThat(hash.distance(hash(Photos.jpeg(Photos.picture(11, 640, 480)))))
        .isLessThanOrEqualTo(PictureHash.NEAR);
    assertThat(hash.distance(hash(Photos.png(Photos.picture(11, 800, 600)))))
        .isLessThanOrEqualTo(PictureHash.NEAR);
    for (int other = 100; other < 150; other++) {
      assertThat(hash.distance(hash(Photos.jpeg(Photos.picture(other, 160, 120)))))
          .isGreaterThan(PictureHash.NEAR);
    }
  }

  @Test
  void hashes_seven_bits_apart_share_a_near_band() {
    PictureHash hash = new PictureHash(0x0123_4567_89AB_CDEFL);
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      long bits = hash.bits();
      for (int flip = 0; flip < 7; flip++) {
        bits ^= 1L << random.nextInt(64);
      }
      PictureHash other = new PictureHash(bits);
      boolean shared = false;
      for (int band = 0; band < 4; band++) {
        shared |= hash.nearBands().get(band).contains(other.band(band));
      }
      assertThat(shared).isTrue();
    }
  }

  @Test
  void a_wall_tells_nothing() throws IOException {
    BufferedImage wall = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);

    assertThat(hash(Photos.jpeg(wall)).isTelling()).isFalse();
    assertThat(hash(Photos.unique()).isTelling()).isTrue();
  }

  @Test
  void a_type_is_told_by_the_content() {
    assertThat(FileType.of(Photos.unique())).isEqualTo(FileType.JPEG);
    assertThat(FileType.of(Photos.png(Photos.picture(1, 9, 8)))).isEqualTo(FileType.PNG);
    assertThat(FileType.of(Photos.pdf())).isEqualTo(FileType.PDF);
    assertThatThrownBy(() -> FileType.of(new byte[] {'M', 'Z', (byte) 0x90, 0, 3}))
        .hasMessageContaining("文件内容不是JPEG、PNG图片或PDF");
    assertThatThrownBy(
            () -> FileType.of("\0\0\0\u0018ftypheic....".getBytes(StandardCharsets.ISO_8859_1)))
        .hasMessageContaining("HEIC照片不能直接保存");
    assertThatThrownBy(() -> FileType.of(new byte[0])).hasMessageContaining("文件是空的");
  }

  @Test
  void a_pdf_is_followed_to_its_table() throws IOException {
    PdfFile.check(file(Photos.pdf()));

    for (byte[] broken :
        new byte[][] {
          cut(Photos.pdf(), 0.8),
          "%PDF-1.4\n<script>alert(1)</script>".getBytes(StandardCharsets.ISO_8859_1),
          new String(Photos.pdf())
              .replaceFirst("startxref\n\\d+", "startxref\n3")
              .getBytes(StandardCharsets.ISO_8859_1)
        }) {
      Path path = file(broken);
      assertThatThrownBy(() -> PdfFile.check(path))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("PDF文件已损坏或不完整");
    }
  }

  private PictureHash hash(byte[] picture) throws IOException {
    return Picture.read(file(picture), FileType.of(picture), 1).hash();
  }

  private static byte[] cut(byte[] whole, double left) {
    return Arrays.copyOf(whole, (int) (whole.length * left));
  }

  private static int grey(BufferedImage picture, int x, int y) {
    return picture.getRGB(x, y) & 255;
  }

  private static Offset<Integer> withinAFew() {
    return Offset.offset(12);
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(Files.createTempFile(directory, "picture", ""), content);
  }
}
