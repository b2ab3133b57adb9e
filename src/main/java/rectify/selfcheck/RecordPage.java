package rectify.selfcheck;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.HtmlUtils;
import rectify.hazard.Hazards;
import rectify.identity.People;
import rectify.refusal.Refusal;

/** The record of a self-check, to be read on a phone and printed. */
@Controller
class RecordPage {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

  private final Sheets sheets;
  private final Hazards hazards;
  private final People people;
  private final String html;

  RecordPage(Sheets sheets, Hazards hazards, People people) throws IOException {
    this.sheets = sheets;
    this.hazards = hazards;
    this.people = people;
    this.html =
        new ClassPathResource("rectify/selfcheck/record.html")
            .getContentAsString(StandardCharsets.UTF_8);
  }

  @GetMapping(
      path = "/self-checks/{number}",
      produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
  ResponseEntity<String> show(
      @PathVariable String number, Principal principal, HttpServletRequest request) {
    try {
      Sheets.Recorded found = sheets.record(number, people.find(principal.getName()).orElseThrow());
      return ResponseEntity.ok(page(request, found.check().title(), head(found) + body(found)));
    } catch (Refusal refusal) {
      return ResponseEntity.status(HttpStatus.NOT_FOUND)
          .body(
              page(
                  request,
                  "自查记录",
                  "<p class=\"failed\" role=\"alert\">没有这份自查记录，或不在您的管辖范围内，请核对编号。</p>"));
    }
  }

  private static String head(Sheets.Recorded found) {
    MonthlyCheck check = found.check();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("自查编号", check.number());
    facts.put("状态", check.status().chinese() + (check.lateAt() == null ? "" : "（曾逾期）"));
    facts.put("报送期限", check.lastDay().toString());
    if (check.submittedAt() != null) {
      facts.put("报送时间", MINUTE.format(check.submittedAt()));
      facts.put("签字人", check.signatory());
      facts.put("检查条目", counts(check));
    }
    if (found.signed() != null) {
      facts.put("填报人", found.signed().submittedBy());
    }
    if (check.notes() != null) {
      facts.put("其他说明", check.notes());
    }
    return facts.entrySet().stream()
            .map(fact -> "<dt>" + fact.getKey() + "</dt><dd>" + text(fact.getValue()) + "</dd>")
            .collect(Collectors.joining("\n", "<dl>\n", "\n</dl>\n"))
        + (found.genuine()
            ? ""
            : "<p class=\"failed\" role=\"alert\">这份记录与签字时不一致，请勿采信，并报告系统管理员。</p>\n");
  }

  private static String counts(MonthlyCheck check) {
    String all = "共%d项，不符合%d项".formatted(check.itemCount(), check.failedCount());
    return check.notApplicableCount() == null
        ? all
        : all + "，不适用%d项".formatted(check.notApplicableCount());
  }

  private String body(Sheets.Recorded found) {
    if (found.check().submittedAt() == null) {
      return "<p>尚未报送，报送后显示逐项结果。</p>";
    }
    Map<String, Finding> findings =
        found.findings().stream().collect(Collectors.toMap(Finding::itemKey, one -> one));
    if (found.signed() == null) {
      return found.findings().stream()
          .map(one -> "<li>" + text(one.location() + "：" + one.item()) + raised(one) + "</li>")
          .collect(Collectors.joining("\n", "<p>本期按旧表填报，只登记了不符合项。</p>\n<ul>\n", "\n</ul>"));
    }
    Map<String, List<CheckRecord.Item>> groups =
        found.signed().items().stream()
            .collect(
                Collectors.groupingBy(
                    CheckRecord.Item::where, LinkedHashMap::new, Collectors.toList()));
    StringBuilder content = new StringBuilder();
    groups.forEach(
        (where, items) -> {
          content.append("<h2>%s（%d项）</h2>\n<ol>\n".formatted(text(where), items.size()));
          items.forEach(item -> content.append(item(item, findings.get(item.key()))));
          content.append("</ol>\n");
        });
    return content.toString();
  }

  private String item(CheckRecord.Item item, Finding finding) {
    Map<String, String> more = new LinkedHashMap<>();
    if (item.text() != null) {
      more.put(item.verdict() == Verdict.FAILS ? "现场情况" : "理由", item.text());
    }
    if (item.location() != null) {
      more.put("部位", item.location());
    }
    if (!item.photos().isEmpty()) {
      more.put("照片", item.photos().size() + "张，见案件的证据");
    }
    more.put("填写", item.by() + "，" + MINUTE.format(item.at()));
    return "<li><strong class=\"%s\">%s</strong> %s<br><small>%s</small>%s</li>\n"
        .formatted(
            item.verdict() == Verdict.FAILS ? "major" : "answer",
            item.verdict().chinese(),
            text(item.item()),
            more.entrySet().stream()
                .map(one -> one.getKey() + "：" + text(one.getValue()))
                .collect(Collectors.joining("。")),
            finding == null ? "" : raised(finding));
  }

  private String raised(Finding finding) {
    if (finding.hazardId() == null) {
      return "<br><small>待说明并登记为隐患</small>";
    }
    String number = hazards.get(finding.hazardId()).caseNumber();
    return "<br><small>已登记为隐患案件 <a href=\"{{context}}/city/cases/%s\">%s</a></small>"
        .formatted(number, number);
  }

  private static String text(String text) {
    return HtmlUtils.htmlEscape(text);
  }

  private String page(HttpServletRequest request, String title, String content) {
    return html.replace("{{title}}", text(title))
        .replace("{{content}}", content)
        .replace("{{context}}", request.getContextPath());
  }
}
