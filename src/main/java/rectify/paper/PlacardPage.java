package rectify.paper;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import rectify.paper.Placard.Line;

/** Lays placards out on A4. */
final class PlacardPage {

  private static final String FRAME = Page.read("placard.html");

  private final UnaryOperator<String> printable;

  PlacardPage(UnaryOperator<String> printable) {
    this.printable = printable;
  }

  String of(String title, List<Placard> placards) {
    return FRAME
        .replace("{{title}}", text(title))
        .replace("{{placards}}", placards.stream().map(this::one).collect(Collectors.joining()));
  }

  private String one(Placard placard) {
    return """
        <div class="placard %s">
        <table class="head"><tr>
        <td><p class="organ">%s</p><p class="title">%s</p><h1>%s</h1><p>%s</p></td>%s
        </tr></table>
        %s
        %s
        </div>
        """
        .formatted(
            placard.fillable() ? "register" : "card",
            text(placard.organ()),
            text(placard.title()),
            text(placard.name()),
            text(placard.about()),
            code(placard.url()),
            placard.lines().isEmpty() ? "<p>目前没有适用的条目。</p>" : lines(placard),
            placard.fillable()
                ? "<p class=\"sign\">检查人：　　　　　　　　　　检查日期：　　　　年　　月　　日</p>"
                : "<p class=\"sign\">发现不符合的，能当场改的当场改，并告诉班组长或安全员上报。</p>");
  }

  private static String code(String url) {
    return url == null
        ? ""
        : "<td class=\"code\"><img src=\"%s\" alt=\"\"/><br/>手机扫码，登录后逐项检查</td>"
            .formatted(QrCode.dataUrl(url));
  }

  private String lines(Placard placard) {
    StringBuilder html =
        new StringBuilder(
            "<table class=\"lines\"><thead><tr><th class=\"number\">序号</th>"
                + "<th class=\"part\">部位</th><th>检查内容</th>");
    html.append(placard.fillable() ? "<th class=\"result\">结果</th>" : "")
        .append("</tr></thead><tbody>");
    int number = 0;
    for (Line line : placard.lines()) {
      html.append(
              "<tr><td class=\"number\">%d</td><td>%s</td>".formatted(++number, text(line.part())))
          .append("<td>")
          .append(line.mark() == null ? "" : "【" + text(line.mark()) + "】")
          .append(text(line.content()))
          .append("<p class=\"note\">%s</p></td>".formatted(text(line.note())))
          .append(placard.fillable() ? "<td></td>" : "")
          .append("</tr>");
    }
    return html.append("</tbody></table>").toString();
  }

  private String text(String raw) {
    return Page.escaped(printable.apply(raw));
  }
}
