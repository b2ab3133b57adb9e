package rectify.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.zip.GZIPInputStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.core.io.ClassPathResource;

/** A font of the product, which a machine without any Chinese font prints with. */
final class Glyphs {

  private final byte[] font;
  private final BitSet covered = new BitSet();

  Glyphs(String file) {
    try (InputStream packed =
            new ClassPathResource("rectify/paper/fonts/" + file).getInputStream();
        InputStream unpacked = new GZIPInputStream(packed)) {
      font = unpacked.readAllBytes();
      try (TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
        CmapLookup characters = parsed.getUnicodeCmapLookup();
        for (int code = 0x20; code < 0x33480; code++) {
          covered.set(code, characters.getGlyphId(code) != 0);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  InputStream open() {
    return new ByteArrayInputStream(font);
  }

  boolean has(int codePoint) {
    return covered.get(codePoint);
  }
}
