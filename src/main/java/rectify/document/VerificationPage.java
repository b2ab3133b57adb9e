package rectify.document;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.HtmlUtils;
import rectify.paper.ChineseDates;
import rectify.paper.Document;
import rectify.paper.Sheet;

/**
 * Confirms to whoever holds a printed document that it is genuine, without login. It tells nothing
 * that does not stand in the head of the paper, and a wrong code costs one look-up in an index.
 */
@Controller
class VerificationPage {

  private static final String ALTERED =
      "<p class=\"failed\" role=\"alert\">这份文书在系统里的内容与出具时不一致，暂不能确认真伪。"
          + "请保留纸质文书，向出具单位核实，并请其告知系统管理员核查。</p>";

  private final Archive archive;
  private final String html;

  VerificationPage(Archive archive) throws IOException {
    this.archive = archive;
    this.html =
        new ClassPathResource("rectify/document/verify.html")
            .getContentAsString(StandardCharsets.UTF_8);
  }

  @GetMapping("/verify/{token}")
  ResponseEntity<String> verify(@PathVariable String token, HttpServletRequest request) {
    Optional<Archive.Confirmation> found = archive.confirm(token);
    boolean genuine = found.map(Archive.Confirmation::genuine).orElse(false);
    return ResponseEntity.status(genuine ? HttpStatus.OK : HttpStatus.NOT_FOUND)
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .body(
            html.replace("{{context}}", request.getContextPath())
                .replace(
                    "{{result}}", found.map(VerificationPage::found).orElseGet(this::unknown)));
  }

  private static String found(Archive.Confirmation confirmation) {
    return confirmation.genuine() ? genuine(confirmation) : ALTERED;
  }

  private static String genuine(Archive.Confirmation confirmation) {
    Document document = confirmation.document();
    Sheet sheet = confirmation.edition().sheet();
    String standing =
        confirmation.isSuperseded()
            ? "<p class=\"failed\" role=\"alert\">本文书真实，但您手中的第"
                + confirmation.edition().version()
                + "版已被更正第"
                + confirmation.newest()
                + "版取代，请向出具单位索取更正后的文书。</p>"
            : "<p class=\"genuine\" role=\"status\">本文书真实有效"
                + (confirmation.newest() > 1 ? "（更正第" + confirmation.newest() + "版）" : "")
                + "。</p>";
    return standing
        + "<dl>"
        + line("文书名称", sheet.titleOf(document.kind()))
        + line("文书编号", document.number())
        + line("出具日期", ChineseDates.day(document.issuedAt().toLocalDate()))
        + line("出具单位", sheet.organ())
        + line("企业名称", sheet.party())
        + "</dl><p class=\"hint\">请核对以上内容与纸质文书是否一致；不一致的，请向出具单位反映。</p>";
  }

  private String unknown() {
    return "<p class=\"failed\" role=\"alert\">没有查到这份文书。请核对网址是否完整，或重新扫描文书上的二维码；"
        + "仍查不到的，该文书不是本系统出具，请向有关单位核实。</p>";
  }

  private static String line(String label, String text) {
    return "<dt>" + label + "</dt><dd>" + HtmlUtils.htmlEscape(text, "UTF-8") + "</dd>";
  }
}
