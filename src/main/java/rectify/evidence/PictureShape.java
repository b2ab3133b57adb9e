package rectify.evidence;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import rectify.refusal.Refusal;

/**
 * What a picture's file says it unpacks to, read from its structure before anything is unpacked.
 *
 * @param bytesPerPixel of one pixel in memory
 * @param drawnPerPixel bytes beside them while it is drawn smaller
 * @param passes how often its pixels are gone over: seven parts of an interlaced PNG, the scans of
 *     a progressive JPEG
 * @param kept bytes the decoder keeps beside the pixels
 * @param exif the first block a camera wrote, without its head; null if there is none
 */
record PictureShape(
    long width,
    long height,
    int bytesPerPixel,
    int drawnPerPixel,
    int passes,
    long kept,
    byte[] exif) {

  /** 40 megapixels: more than a phone takes, and what a bomb pretends to have. */
  static final long MOST_PIXELS = 40_000_000;

  /** 20 scans of a photo of 20 megapixels: more than any camera or editor writes. */
  private static final long MOST_WORK = 400_000_000;

  /** Ours: on less nobody recognises a place; what a messenger shows as a preview is smaller. */
  private static final int SHORTEST_EDGE = 160;

  private static final int INTERLACED_COST = 40;
  private static final int LONGEST_UNPACKED = 4000;
  private static final int LONGEST_UNPACKED_DEEP = 2000;

  /** The picture that is served, and what it is drawn from. */
  private static final long SERVED = 24L * 1024 * 1024;

  private static final int MOST_CHUNKS = 20_000;
  private static final int MOST_SCANS = 100;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final Set<Integer> FRAMES =
      Set.of(0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF);

  /**
   * Reads the shape.
   *
   * @throws Refusal if it is broken, or would take too much to unpack
   */
  static PictureShape of(Path file, FileType type) {
    PictureShape shape;
    try (DataInputStream input =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      shape = type == FileType.PNG ? png(input, Files.size(file)) : jpeg(input);
    } catch (EOFException cutOff) {
      throw new Refusal("图片不完整，可能是传输中断，请重新上传。");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    shape.refuseTooLarge();
    return shape;
  }

  /** Every how many pixels one is unpacked, across and down. */
  int every() {
    int longest = bytesPerPixel >= 4 ? LONGEST_UNPACKED_DEEP : LONGEST_UNPACKED;
    return (int) Math.max(1, (Math.max(width, height) + longest - 1) / longest);
  }

  /** Bytes of memory to unpack and shrink it. */
  long memory() {
    long unpacked = (width / every() + 1) * (height / every() + 1);
    return unpacked * (bytesPerPixel + drawnPerPixel) + SERVED + kept;
  }

  private void refuseTooLarge() {
    if (width <= 0 || height <= 0) {
      throw broken();
    }
    if (width * height > MOST_PIXELS) {
      throw new Refusal(
          "图片有%d×%d像素，超过%d万像素的上限，请降低分辨率后上传。".formatted(width, height, MOST_PIXELS / 10_000));
    }
    if (passes > MOST_SCANS || width * height * passes > MOST_WORK) {
      throw new Refusal("图片是渐进式（隔行）的大图，处理它耗时过长，请另存为普通JPEG或降低分辨率后上传。");
    }
  }

  /**
   * Of a picture that is to prove something.
   *
   * @throws Refusal if nothing can be seen on it
   */
  void refuseTooSmall() {
    if (Math.min(width, height) < SHORTEST_EDGE) {
      throw new Refusal(
          "图片只有%d×%d像素，看不清现场，短边不得少于%d像素，请上传原图或重新拍照。".formatted(width, height, SHORTEST_EDGE));
    }
  }

  private static Refusal broken() {
    return new Refusal("图片已损坏、不完整或使用了特殊的色彩格式，请重新拍照或另存为普通JPEG后上传。");
  }

  private static PictureShape png(DataInputStream input, long size) throws IOException {
    input.skipNBytes(8);
    long left = size - 8;
    PictureShape shape = null;
    for (int chunk = 0; left >= 12; chunk++) {
      long length = input.readInt() & 0xFFFFFFFFL;
      String type = new String(input.readNBytes(4), StandardCharsets.ISO_8859_1);
      left -= 12 + length;
      if (left < 0) {
        throw new EOFException();
      }
      boolean tables = type.equals("PLTE") || type.equals("tRNS");
      if (chunk > MOST_CHUNKS
          || (chunk == 0) != type.equals("IHDR")
          || chunk == 0 && length != 13
          || tables && length > 768) {
        throw broken();
      }
      if (chunk == 0) {
        shape = header(input);
        input.skipNBytes(4);
      } else {
        input.skipNBytes(length + 4);
      }
      if (type.equals("IEND")) {
        break;
      }
    }
    if (shape == null) {
      throw new EOFException();
    }
    return shape;
  }

  private static PictureShape header(DataInputStream input) throws IOException {
    long width = input.readInt() & 0xFFFFFFFFL;
    long height = input.readInt() & 0xFFFFFFFFL;
    int depth = input.readUnsignedByte();
    int channels =
        switch (input.readUnsignedByte()) {
          case 2 -> 3;
          case 4 -> 2;
          case 6 -> 4;
          default -> 1;
        };
    input.skipNBytes(2);
    int passes = input.readUnsignedByte() == 0 ? 1 : INTERLACED_COST;
    if (width > MOST_PIXELS || height > MOST_PIXELS) {
      width = Math.min(width, MOST_PIXELS + 1);
      height = Math.min(height, MOST_PIXELS + 1);
    }
    return new PictureShape(
        width,
        height,
        channels * Math.max(1, depth / 8),
        2 * Integer.BYTES,
        passes,
        width * channels * 16,
        null);
  }

  private static PictureShape jpeg(DataInputStream input) throws IOException {
    input.skipNBytes(2);
    long width = 0;
    long height = 0;
    int components = 0;
    int scans = 0;
    byte[] exif = null;
    try {
      for (int marker = marker(input); marker != 0xD9; marker = marker(input)) {
        if (marker == 0x01 || marker >= 0xD0 && marker <= 0xD7) {
          continue;
        }
        int length = input.readUnsignedShort() - 2;
        if (length < 0) {
          throw broken();
        }
        if (FRAMES.contains(marker) && length >= 6) {
          byte[] frame = input.readNBytes(length);
          if (frame.length < length) {
            throw new EOFException();
          }
          height = Math.max(height, (frame[1] & 0xFF) << 8 | frame[2] & 0xFF);
          width = Math.max(width, (frame[3] & 0xFF) << 8 | frame[4] & 0xFF);
          components = Math.max(components, frame[5] & 0xFF);
        } else if (marker == 0xE1 && exif == null) {
          exif = cameras(input.readNBytes(length));
        } else {
          input.skipNBytes(length);
          scans += marker == 0xDA ? 1 : 0;
        }
      }
    } catch (EOFException withoutAnEnd) {
      // the decoder tells whether pixels are missing
      if (scans == 0) {
        throw withoutAnEnd;
      }
    }
    if (components > 4) {
      throw broken();
    }
    long coefficients = scans > 1 ? width * height * components * Short.BYTES : 0;
    return new PictureShape(
        width, height, Math.max(1, components), 0, Math.max(1, scans), coefficients, exif);
  }

  /** The next marker; what stands between, such as the pixels themselves, is passed over. */
  private static int marker(InputStream input) throws IOException {
    boolean after = false;
    for (int next = input.read(); next >= 0; next = input.read()) {
      if (after && next != 0xFF && next != 0) {
        return next;
      }
      after = next == 0xFF;
    }
    throw new EOFException();
  }

  private static byte[] cameras(byte[] block) {
    for (int i = 0; i < EXIF.length; i++) {
      if (i >= block.length || block[i] != EXIF[i]) {
        return null;
      }
    }
    return block;
  }
}
