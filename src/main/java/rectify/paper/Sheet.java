package rectify.paper;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * What a document says, from top to bottom, in the words it was issued with. Numbers, dates of
 * issue and the layout are not part of it.
 *
 * @param title as its authority words it; null as its kind is titled
 * @param organ who issues it
 * @param party the enterprise it is about
 * @param copies how many copies there are and who keeps them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Sheet(String title, String organ, String party, List<Block> blocks, String copies) {

  /** Its own, so that no setting of the application changes what a hash was computed over. */
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What is printed where nothing was said. */
  public static final String NONE = "无";

  /** How a piece of a document is set. */
  public enum Style {
    /** A label and its text on a line of their own. */
    FIELD,
    /** The same, beside its neighbours of this style. */
    SHORT,
    /** A row of a table. */
    ROW,
    /** Running text. */
    TEXT,
    /** Running text with a label above it. */
    SECTION,
    /** A line to sign on; its text stands where a signature was refused. */
    SIGNATURE,
    /** Who seals it, and the date of issue. */
    SEAL
  }

  /**
   * A piece of a document.
   *
   * @param correctable whether a slip of the pen in it may be corrected; what moves the case, such
   *     as its last day, may not
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Block(Style style, String label, String text, boolean correctable) {

    Block withText(String corrected) {
      return new Block(style, label, corrected, correctable);
    }
  }

  public Sheet {
    blocks = List.copyOf(blocks);
  }

  static Sheet read(String json) {
    try {
      return JSON.readValue(json, Sheet.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a document's content cannot be read", e);
    }
  }

  /** What a document of a kind is headed with. */
  public String titleOf(DocumentKind kind) {
    return title == null ? kind.title() : title;
  }

  public String write() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  public Sheet withText(int block, String corrected) {
    List<Block> changed = new ArrayList<>(blocks);
    changed.set(block, blocks.get(block).withText(corrected));
    return new Sheet(title, organ, party, changed, copies);
  }

  /** Begins a sheet. */
  public static Writer by(String organ, String party) {
    return new Writer(organ, party);
  }

  /** Writes a sheet from top to bottom; a text that is missing is printed as 无. */
  public static final class Writer {

    private final String organ;
    private final String party;
    private final List<Block> blocks = new ArrayList<>();
    private String title;

    private Writer(String organ, String party) {
      this.organ = organ;
      this.party = party;
    }

    /** Heads the sheet otherwise than its kind is titled. */
    public Writer title(String title) {
      this.title = title;
      return this;
    }

    public Writer field(String label, String text) {
      return add(Style.FIELD, label, orNone(text), true);
    }

    public Writer shortField(String label, String text) {
      return add(Style.SHORT, label, orNone(text), true);
    }

    public Writer row(String label, String text) {
      return add(Style.ROW, label, orNone(text), true);
    }

    /** A row that moves the case. */
    public Writer fixedRow(String label, String text) {
      return add(Style.ROW, label, orNone(text), false);
    }

    public Writer text(String text) {
      return add(Style.TEXT, null, text, false);
    }

    /** Running text that people wrote. */
    public Writer written(String text) {
      return add(Style.TEXT, null, orNone(text), true);
    }

    public Writer section(String label, String text) {
      return add(Style.SECTION, label, orNone(text), true);
    }

    /**
     * @param instead what stands in place of the signature; null leaves the line free
     */
    public Writer signature(String label, String instead) {
      return add(Style.SIGNATURE, label, instead, false);
    }

    public Writer seal(String organ) {
      return add(Style.SEAL, organ, null, false);
    }

    public Sheet copies(String copies) {
      return new Sheet(title, organ, party, blocks, copies);
    }

    private Writer add(Style style, String label, String text, boolean correctable) {
      blocks.add(new Block(style, label, text, correctable));
      return this;
    }

    private static String orNone(String text) {
      return text == null || text.isBlank() ? NONE : text.strip();
    }
  }
}
