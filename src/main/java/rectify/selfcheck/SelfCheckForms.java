package rectify.selfcheck;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import rectify.form.Choices;
import rectify.hazard.Hazards;
import rectify.jurisdiction.Jurisdictions;
import rectify.selfcheck.MonthlyList.Line;
import rectify.selfcheck.MonthlyList.Lines;
import rectify.typed.SpokenDates;

/** What the forms of a self-check show and propose when they open. */
@Component
class SelfCheckForms {

  private static final int LONGEST_LOCATION = 100;

  private final SelfChecks checks;
  private final Jurisdictions jurisdictions;

  SelfCheckForms(SelfChecks checks, Jurisdictions jurisdictions) {
    this.checks = checks;
    this.jurisdictions = jurisdictions;
  }

  Map<String, Object> ofCheck(long selfCheckId) {
    MonthlyCheck check = checks.get(selfCheckId);
    Lines lines = checks.lines(check);
    String list =
        lines.version() == 0
            ? "贵单位尚未确认本企业清单，本次按行业自查指引的通用条目检查，共%d项".formatted(lines.lines().size())
            : "本企业清单第%d版，共%d项".formatted(lines.version(), lines.lines().size());
    return Map.of(
        "checkSummary",
        """
        - **企业**：%s（%s）
        - **自查编号**：%s
        - **报送期限**：%s
        - **清单**：%s
        """
            .formatted(
                Hazards.plain(check.enterpriseName()),
                jurisdictions.township(check.townshipCode()).name(),
                check.number(),
                SpokenDates.day(check.lastDay()),
                list),
        "checkItems",
        options(lines.lines()));
  }

  /** What the form of version 1.0 offers to tick. */
  private static Object options(List<Line> lines) {
    Map<String, String> labels = new LinkedHashMap<>();
    lines.forEach(line -> labels.put(line.key(), line.label()));
    return Choices.of(labels);
  }

  /** The level is for the enterprise to judge: none is proposed, whatever the criterion. */
  Map<String, Object> ofFinding(long findingId) {
    Finding finding = checks.finding(findingId);
    String facts =
        Stream.of(
                "- **清单条目**：" + Hazards.plain(finding.item()),
                "- **部位**：" + Hazards.plain(finding.place()),
                finding.post() == null ? "" : "- **岗位**：" + Hazards.plain(finding.post()),
                finding.criterion() == null
                    ? ""
                    : "- **可能涉及重大事故隐患**：" + Hazards.plain(finding.criterion()),
                finding.photoIds().isEmpty()
                    ? ""
                    : "- **照片**：自查时已拍%d张，登记后归入案件".formatted(finding.photoIds().size()))
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n"));
    Map<String, Object> content = new HashMap<>();
    content.put("findingSummary", facts);
    content.put("location", SelfCheck.within(LONGEST_LOCATION, finding.location()));
    if (finding.description() != null) {
      content.put("description", finding.description());
    }
    if (finding.criterion() != null) {
      content.put("majorBasis", finding.criterion());
    }
    return content;
  }
}
