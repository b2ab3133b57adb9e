package rectify.jurisdiction;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ResponsibilityAuditController {

  private final ResponsibilityAudit audit;

  ResponsibilityAuditController(ResponsibilityAudit audit) {
    this.audit = audit;
  }

  @GetMapping("/api/responsibility-audit")
  List<CoverageGap> gaps() {
    return audit.gaps();
  }
}
