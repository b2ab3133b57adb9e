package rectify.responsibility;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rectify.identity.Actor;
import rectify.identity.People;
import rectify.identity.Standing;
import rectify.jurisdiction.CoverageGap;
import rectify.refusal.Refusal;

@RestController
class ResponsibilityAuditController {

  private final ResponsibilityAudit audit;
  private final Supplier<Actor> person;

  @Autowired
  ResponsibilityAuditController(ResponsibilityAudit audit, People people) {
    this(audit, people::current);
  }

  ResponsibilityAuditController(ResponsibilityAudit audit, Supplier<Actor> person) {
    this.audit = audit;
    this.person = person;
  }

  /**
   * Staff of a county see its own work; {@code all} names every number instead of the first few.
   */
  @GetMapping("/api/responsibility-audit")
  List<CoverageGap> gaps(@RequestParam Optional<Boolean> all) {
    Standing standing = person.get().standing();
    if (standing.offices().isEmpty() && !standing.manager() && !standing.administrator()) {
      throw Refusal.forbidden("责任覆盖检查由安委办、领导和系统管理员查看，如有需要请联系本地安委办。");
    }
    boolean everywhere = standing.isCityLevel() || standing.administrator();
    return audit.gaps(
        county -> everywhere || standing.counties().contains(county),
        all.orElse(false) ? Integer.MAX_VALUE : ResponsibilityAudit.FIRST_NUMBERS);
  }
}
