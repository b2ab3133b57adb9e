package rectify.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.core.io.ClassPathResource;
import rectify.paper.Sheet.Block;
import rectify.paper.Sheet.Style;

/** Lays an edition out on A4, in the order officials know: organ, title, number, body, seal. */
final class Page {

  private static final String FRAME = read("page.html");

  private final UnaryOperator<String> printable;

  /**
   * @param printable replaces what cannot be printed
   */
  Page(UnaryOperator<String> printable) {
    this.printable = printable;
  }

  /**
   * @param editions all of the document, oldest first
   * @param url where it is confirmed; null if it cannot be
   */
  String of(Document document, Edition edition, List<Edition> editions, String url) {
    Sheet sheet = edition.sheet();
    String shownNumber =
        document.number() + (edition.version() > 1 ? "（更正第" + edition.version() + "版）" : "");
    return FRAME
        .replace("{{organ}}", text(sheet.organ()))
        .replace("{{title}}", text(sheet.titleOf(document.kind())))
        .replace("{{number}}", text(shownNumber))
        .replace("{{superseded}}", superseded(edition, editions))
        .replace("{{body}}", body(sheet.blocks(), document.issuedAt()))
        .replace("{{corrections}}", corrections(edition, editions))
        .replace("{{copies}}", sheet.copies() == null ? "" : text(sheet.copies()))
        .replace("{{confirm}}", confirm(url));
  }

  private String body(List<Block> blocks, LocalDateTime issuedAt) {
    StringBuilder html = new StringBuilder();
    Style before = null;
    for (Block block : blocks) {
      Style style = block.style();
      if (before != style) {
        html.append(closing(before)).append(opening(style));
      }
      html.append(block(block, issuedAt));
      before = style;
    }
    return html.append(closing(before)).toString();
  }

  private static String opening(Style style) {
    return switch (style) {
      case SHORT -> "<table class=\"short\"><tr>";
      case ROW -> "<table class=\"rows\">";
      default -> "";
    };
  }

  private static String closing(Style style) {
    if (style == Style.SHORT) {
      return "</tr></table>";
    }
    return style == Style.ROW ? "</table>" : "";
  }

  private String block(Block block, LocalDateTime issuedAt) {
    String label = block.label() == null ? "" : text(block.label());
    return switch (block.style()) {
      case FIELD ->
          "<table class=\"field\"><tr><td class=\"label\">%s：</td><td class=\"value\">%s</td></tr></table>"
              .formatted(label, lines(block.text()));
      case SHORT ->
          "<td class=\"label\">%s：</td><td class=\"value\">%s</td>"
              .formatted(label, lines(block.text()));
      case ROW -> "<tr><th>%s</th><td>%s</td></tr>".formatted(label, lines(block.text()));
      case TEXT -> paragraphs(block.text());
      case SECTION -> "<h2>%s</h2>%s".formatted(label, paragraphs(block.text()));
      case SIGNATURE ->
          block.text() == null
              ? "<p class=\"signature\">%s：<span class=\"blank\">&#160;</span></p>".formatted(label)
              : "<p class=\"signature\">%s：%s</p>".formatted(label, lines(block.text()));
      case SEAL ->
          "<div class=\"seal\"><p>%s</p><p>%s</p></div>"
              .formatted(
                  label.isEmpty() ? "" : label + "（印章）", ChineseDates.day(issuedAt.toLocalDate()));
    };
  }

  private String superseded(Edition edition, List<Edition> editions) {
    int newest = editions.get(editions.size() - 1).version();
    return newest == edition.version()
        ? ""
        : "<p class=\"superseded\">本版已被更正第%d版取代，仅供查考</p>".formatted(newest);
  }

  private String corrections(Edition edition, List<Edition> editions) {
    StringBuilder html = new StringBuilder();
    for (Edition correction : editions) {
      if (correction.version() > 1 && correction.version() <= edition.version()) {
        html.append("<p>第%d版：".formatted(correction.version()))
            .append(text(correction.changed()))
            .append("更正理由：")
            .append(text(correction.reason()))
            .append("（")
            .append(text(correction.editedByName()))
            .append("，")
            .append(ChineseDates.minute(correction.editedAt()))
            .append("）</p>");
      }
    }
    return html.isEmpty() ? "" : "<div class=\"corrections\"><h2>更正记录</h2>" + html + "</div>";
  }

  private static String confirm(String url) {
    return url == null
        ? ""
        : "<td class=\"code\"><img src=\"%s\" alt=\"\"/><br/>扫码核验真伪</td>"
            .formatted(QrCode.dataUrl(url));
  }

  private String paragraphs(String text) {
    StringBuilder html = new StringBuilder();
    text.lines()
        .forEach(line -> html.append("<p class=\"text\">").append(text(line)).append("</p>"));
    return html.toString();
  }

  private String lines(String text) {
    return text(text).replace("\n", "<br/>");
  }

  private String text(String raw) {
    return escaped(printable.apply(raw));
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("{", "&#123;");
  }

  static String read(String file) {
    try {
      return new ClassPathResource("rectify/paper/" + file)
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
