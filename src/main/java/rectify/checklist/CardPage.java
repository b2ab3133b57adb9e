package rectify.checklist;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.HtmlUtils;
import rectify.enterprise.EnterpriseRights;
import rectify.enterprise.Enterprises;
import rectify.identity.People;
import rectify.refusal.Refusal;

/** What the QR code of a post's card opens on a phone, after login. */
@Controller
class CardPage {

  private final Checklists checklists;
  private final Enterprises enterprises;
  private final EnterpriseRights rights;
  private final Criteria criteria;
  private final Standards standards;
  private final People people;
  private final Clock clock;
  private final String html;

  CardPage(
      Checklists checklists,
      Enterprises enterprises,
      EnterpriseRights rights,
      Criteria criteria,
      Standards standards,
      People people,
      Clock clock)
      throws IOException {
    this.checklists = checklists;
    this.enterprises = enterprises;
    this.rights = rights;
    this.criteria = criteria;
    this.standards = standards;
    this.people = people;
    this.clock = clock;
    this.html =
        new ClassPathResource("rectify/checklist/card.html")
            .getContentAsString(StandardCharsets.UTF_8);
  }

  @GetMapping(path = "/check/{post}", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
  ResponseEntity<String> show(
      @PathVariable long post, Principal principal, HttpServletRequest request) {
    Card card;
    try {
      card = checklists.card(post);
      enterprises.get(
          card.enterpriseId(), rights.of(people.find(principal.getName()).orElseThrow()).read());
    } catch (Refusal refusal) {
      return ResponseEntity.status(HttpStatus.NOT_FOUND)
          .body(
              page(
                  request,
                  "岗位卡片",
                  "<p class=\"failed\" role=\"alert\">没有这张岗位卡片，或不属于您的单位。请向本企业安全员领取新卡片。</p>"));
    }
    String items =
        card.entries().stream()
            .map(entry -> item(entry.item()))
            .collect(Collectors.joining("\n", "<ol>\n", "\n</ol>"));
    return ResponseEntity.ok(
        page(
            request,
            card.name(),
            "<p>"
                + HtmlUtils.htmlEscape(card.enterpriseName())
                + "　清单第 "
                + card.versionNumber()
                + " 版　共 "
                + card.entries().size()
                + " 项</p>\n"
                + (card.entries().isEmpty() ? "<p>企业尚未确认清单，或本岗位没有适用条目。请联系本企业安全员。</p>" : items)));
  }

  private String item(CheckItem item) {
    String mark = criteria.mark(item, LocalDate.now(clock));
    return "<li>"
        + (mark == null ? "" : "<strong class=\"major\">" + mark + "</strong> ")
        + HtmlUtils.htmlEscape(item.content())
        + "<br><small>怎么查："
        + HtmlUtils.htmlEscape(item.method())
        + "<br>依据："
        + HtmlUtils.htmlEscape(standards.cited(item, LocalDate.now(clock)))
        + "</small></li>";
  }

  private String page(HttpServletRequest request, String title, String content) {
    return html.replace("{{context}}", request.getContextPath())
        .replace("{{title}}", HtmlUtils.htmlEscape(title))
        .replace("{{content}}", content);
  }
}
