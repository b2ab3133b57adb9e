package rectify.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** A picture has one hash, however its pixels lie in memory. */
class PictureHashTest {

  @RepeatedTest(20)
  void the_way_that_is_quick_for_jpegs_says_what_the_plain_one_says(RepetitionInfo turn) {
    SplittableRandom random = new SplittableRandom(turn.getCurrentRepetition());
    int width = 9 + random.nextInt(200);
    int height = 8 + random.nextInt(200);
    BufferedImage jpeg = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    BufferedImage plain = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int rgb = random.nextInt(0x1000000);
        jpeg.setRGB(x, y, rgb);
        plain.setRGB(x, y, rgb);
      }
    }

    assertThat(PictureHash.of(jpeg)).isEqualTo(PictureHash.of(plain));
    assertThat(PictureHash.of(jpeg.getSubimage(1, 1, width - 1, height - 1)))
        .isEqualTo(PictureHash.of(plain.getSubimage(1, 1, width - 1, height - 1)));
  }
}
