package rectify.paper;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import rectify.paper.Table.Imprint;

/**
 * Prints an edition, a table or placards as PDF with its fonts embedded. The same one gives the
 * same bytes, so nothing printed is kept: issuing a document costs no rendering, and a better
 * layout reaches the old ones.
 */
@Component
public class Printer {

  /** A font is some 15 MB while it is read: a few documents at a time. */
  private static final int AT_A_TIME = 3;

  /** Read when the first document is printed. */
  private static final class Fonts {
    static final Glyphs SERIF = new Glyphs("NotoSerifSC-Regular.ttf.gz");
    static final Glyphs RARE = new Glyphs("RectifyRareSerif-Regular.ttf.gz");
  }

  private final Semaphore places = new Semaphore(AT_A_TIME);
  private final String publicUrl;

  public Printer(@Value("${rectify.public-url}") String publicUrl) {
    this.publicUrl = publicUrl.replaceAll("/+$", "");
  }

  /**
   * @param editions all of the document, oldest first
   */
  public byte[] pdf(Document document, Edition edition, List<Edition> editions) {
    String token = edition.token();
    String url = token == null ? null : publicUrl + "/verify/" + token;
    String html = new Page(Printer::printable).of(document, edition, editions, url);
    PDDocumentInformation about = new PDDocumentInformation();
    about.setTitle(edition.sheet().titleOf(document.kind()) + " " + document.number());
    about.setAuthor(edition.sheet().organ());
    about.setCreationDate(
        GregorianCalendar.from(edition.editedAt().atZone(ZoneId.of("Asia/Shanghai"))));
    return print(html, about, document.id() * 1000 + edition.version());
  }

  public byte[] pdf(Table table, Imprint imprint) {
    String html = new TablePage(Printer::printable).of(table, imprint);
    PDDocumentInformation about = new PDDocumentInformation();
    about.setTitle(table.title() + " " + imprint.number());
    about.setAuthor(imprint.organ());
    return print(html, about, html.hashCode());
  }

  public byte[] pdf(String title, List<Placard> placards) {
    String html = new PlacardPage(Printer::printable).of(title, placards);
    PDDocumentInformation about = new PDDocumentInformation();
    about.setTitle(title);
    about.setAuthor(placards.get(0).organ());
    return print(html, about, html.hashCode());
  }

  private byte[] print(String html, PDDocumentInformation about, long id) {
    places.acquireUninterruptibly();
    try {
      return printed(html, about, id);
    } finally {
      places.release();
    }
  }

  private static byte[] printed(String html, PDDocumentInformation about, long id) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFont(Fonts.SERIF::open, "Noto Serif SC");
    builder.useFont(Fonts.RARE::open, "Rectify Rare Serif");
    builder.withHtmlContent(html, null);
    builder.useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      renderer.createPDFWithoutClosing();
      PDDocument pdf = renderer.getPdfDocument();
      pdf.setDocumentInformation(about);
      pdf.setDocumentId(id);
      pdf.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What no font has is printed as 〓 with its code, so that nobody takes it for nothing. */
  static String printable(String text) {
    StringBuilder printed = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .forEach(
            code -> {
              if (code == '\n' || Fonts.SERIF.has(code) || Fonts.RARE.has(code)) {
                printed.appendCodePoint(code);
              } else if (code == '\t') {
                printed.append(' ');
              } else if (!Character.isISOControl(code)) {
                printed.append("〓（U+%X）".formatted(code));
              }
            });
    return printed.toString();
  }
}
