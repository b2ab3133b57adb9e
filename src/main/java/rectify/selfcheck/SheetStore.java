package rectify.selfcheck;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;
import rectify.refusal.Refusal;
import rectify.seal.Paper;
import rectify.seal.PaperSeals;
import rectify.seal.Papers;
import rectify.seal.Written;

/**
 * Keeps sheets. What is signed is sealed in the same transaction, and audited like every paper; no
 * statement here changes it.
 */
@Component
class SheetStore implements Papers {

  private static final String ROOM = "self-check";

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private final SheetMapper mapper;
  private final PaperSeals seals;

  SheetStore(SheetMapper mapper, PaperSeals seals) {
    this.mapper = mapper;
    this.seals = seals;
  }

  /** Whether an item was answered; to have looked at the list is not to have begun. */
  boolean isBegun(long selfCheckId) {
    SheetMapper.Row row = mapper.find(selfCheckId);
    return row != null && row.revision() > 0;
  }

  /** The draft; empty before the first answer. Its check is locked by whoever will write it. */
  Sheet draft(long selfCheckId) {
    SheetMapper.Row row = mapper.find(selfCheckId);
    return row == null || row.signedAt() != null
        ? Sheet.EMPTY
        : read(unpacked(row.content()), Sheet.class);
  }

  void keep(long selfCheckId, Sheet sheet) {
    write(new SheetMapper.Row(selfCheckId, sheet.revision(), packed(text(sheet)), null));
  }

  /** Makes the draft the record. Must be called in the transaction that signs. */
  void sign(long selfCheckId, int revision, CheckRecord signed) {
    String text = text(signed);
    write(new SheetMapper.Row(selfCheckId, revision, packed(text), signed.submittedAt()));
    seals.seal(paper(selfCheckId, revision, signed.submittedAt(), text));
  }

  private void write(SheetMapper.Row row) {
    if (mapper.update(row) == 1) {
      return;
    }
    if (mapper.count(row.selfCheckId()) > 0) {
      throw Refusal.conflict("本期自查已签字报送，答案不能再改，请刷新任务列表。");
    }
    mapper.insert(row);
  }

  /**
   * The record of a signed check; empty before, and for one from before there were sheets.
   *
   * @param genuine whether it still is what was signed
   */
  record Found(CheckRecord content, boolean genuine) {}

  Optional<Found> signed(long selfCheckId) {
    return Optional.ofNullable(mapper.find(selfCheckId))
        .filter(row -> row.signedAt() != null)
        .map(
            row -> {
              String text = unpacked(row.content());
              Paper paper = paper(selfCheckId, row.revision(), row.signedAt(), text);
              return new Found(read(text, CheckRecord.class), seals.holds(paper));
            });
  }

  @Override
  public String room() {
    return ROOM;
  }

  @Override
  public List<Paper> after(long id, int most) {
    return mapper.signedAfter(id, most).stream()
        .map(
            row ->
                paper(row.selfCheckId(), row.revision(), row.signedAt(), unpacked(row.content())))
        .toList();
  }

  private static Paper paper(long id, int revision, LocalDateTime signedAt, String text) {
    CheckRecord said = read(text, CheckRecord.class);
    return new Paper(
        ROOM, id, said.number(), said.countyCode(), Written.of(revision, signedAt, text));
  }

  private static String text(Object content) {
    try {
      return JSON.writeValueAsString(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T read(String text, Class<T> type) {
    try {
      return JSON.readValue(text, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] packed(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String unpacked(byte[] content) {
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(content))) {
      return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
