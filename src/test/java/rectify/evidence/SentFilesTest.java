package rectify.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rectify.refusal.Refusal;

/** Photos and files as cameras, disks and mail programs leave them. */
class SentFilesTest {

  @TempDir private Path directory;

  @Test
  void bytes_before_the_end_of_a_whole_picture_do_no_harm() throws IOException {
    Path photo = file(sent("jpeg-18-bytes-before-end.jpg"));

    assertThat(Picture.read(photo, FileType.JPEG, 1).width()).isGreaterThan(100);
  }

  @Test
  void as_many_bytes_before_the_end_of_half_a_picture_do_not_make_it_whole() throws IOException {
    byte[] jpeg = sent("jpeg-18-bytes-before-end.jpg");
    for (double left : new double[] {0.3, 0.6, 0.9}) {
      ByteArrayOutputStream cut = new ByteArrayOutputStream();
      cut.writeBytes(Arrays.copyOf(jpeg, (int) (jpeg.length * left)));
      cut.writeBytes(Arrays.copyOfRange(jpeg, jpeg.length - 20, jpeg.length));
      Path photo = file(cut.toByteArray());

      assertThatThrownBy(() -> Picture.read(photo, FileType.JPEG, 1))
          .as("%s left", left)
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("不完整");
    }
  }

  @Test
  void half_a_picture_that_was_filled_up_with_zeros_is_not_whole() throws IOException {
    byte[] jpeg = sent("jpeg-18-bytes-before-end.jpg");
    for (double left : new double[] {0.3, 0.5, 0.7}) {
      byte[] filled = Arrays.copyOf(Arrays.copyOf(jpeg, (int) (jpeg.length * left)), 60_000);
      filled[filled.length - 2] = (byte) 0xFF;
      filled[filled.length - 1] = (byte) 0xD9;
      Path photo = file(filled);

      assertThatThrownBy(() -> Picture.read(photo, FileType.JPEG, 1))
          .as("%s left", left)
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("不完整");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pdf-nul-tail.pdf", "pdf-leading-newline.pdf"})
  void what_stands_around_a_pdf_does_no_harm(String name) throws IOException {
    byte[] pdf = sent(name);

    assertThat(FileType.of(Arrays.copyOf(pdf, FileType.HEAD))).isEqualTo(FileType.PDF);
    assertThatCode(() -> PdfFile.check(file(pdf))).doesNotThrowAnyException();
  }

  @Test
  void neither_does_a_block_of_nothing_after_it_nor_a_mark_before_it() throws IOException {
    byte[] marked =
        ("\u00EF\u00BB\u00BF" + new String(Photos.pdf(), StandardCharsets.ISO_8859_1))
            .getBytes(StandardCharsets.ISO_8859_1);

    assertThatCode(() -> PdfFile.check(file(Arrays.copyOf(Photos.pdf(), 70_000))))
        .doesNotThrowAnyException();
    assertThat(FileType.of(marked)).isEqualTo(FileType.PDF);
    assertThatCode(() -> PdfFile.check(file(marked))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pdf-nul-tail.pdf", "pdf-leading-newline.pdf"})
  void a_pdf_cut_in_half_is_refused_with_and_without_padding(String name) throws IOException {
    byte[] pdf = sent(name);
    byte[] half = Arrays.copyOf(pdf, pdf.length / 2);

    for (byte[] cut : new byte[][] {half, Arrays.copyOf(half, pdf.length), new byte[3_000]}) {
      Path file = file(cut);
      assertThatThrownBy(() -> PdfFile.check(file))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("不完整");
    }
  }

  @Test
  void a_picture_on_which_nothing_can_be_seen_is_no_proof() throws IOException {
    for (int[] size : new int[][] {{2, 2}, {159, 900}, {900, 12}}) {
      byte[] jpeg = Photos.jpeg(Photos.picture(1, size[0], size[1]));
      byte[] png = Photos.png(Photos.picture(1, size[0], size[1]));
      for (PictureShape shape :
          new PictureShape[] {
            PictureShape.of(file(jpeg), FileType.JPEG), PictureShape.of(file(png), FileType.PNG)
          }) {
        assertThatThrownBy(shape::refuseTooSmall)
            .isInstanceOf(Refusal.class)
            .hasMessageContaining(size[0] + "×" + size[1])
            .hasMessageContaining("重新拍照");
      }
    }
    PictureShape.of(file(Photos.unique()), FileType.JPEG).refuseTooSmall();
  }

  @Test
  void a_time_that_lies_ahead_is_no_time_a_picture_was_taken_at() {
    LocalDateTime uploaded = LocalDateTime.of(2026, 3, 2, 9, 0);

    assertThat(taken(LocalDateTime.of(9999, 12, 31, 23, 59), uploaded).isTakenLater()).isTrue();
    assertThat(taken(uploaded.plusDays(2), uploaded).isTakenLater()).isTrue();
    // the camera of somebody who was abroad
    assertThat(taken(uploaded.plusHours(9), uploaded).isTakenLater()).isFalse();
    assertThat(taken(uploaded.minusDays(9), uploaded).isTakenLater()).isFalse();
    assertThat(taken(null, uploaded).isTakenLater()).isFalse();
  }

  private static Evidence taken(LocalDateTime at, LocalDateTime uploaded) {
    return new Evidence(
        1L, null, "", null, 0, null, "", "", 0, "", "", 1L, at, null, null, uploaded, "", "", null);
  }

  private byte[] sent(String name) throws IOException {
    return getClass().getResourceAsStream("/sent/" + name).readAllBytes();
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(Files.createTempFile(directory, "sent", ""), content);
  }
}
