package rectify.responsibility;

import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import rectify.jurisdiction.CoverageGap;

/**
 * The audit as a command: {@code --responsibility-audit} prints every gap, with every number, and
 * ends the program, with exit code 1 if there is one.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ResponsibilityAuditCommand implements ApplicationRunner {

  private final ResponsibilityAudit audit;
  private final ConfigurableApplicationContext context;

  ResponsibilityAuditCommand(ResponsibilityAudit audit, ConfigurableApplicationContext context) {
    this.audit = audit;
    this.context = context;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!arguments.containsOption("responsibility-audit")) {
      return;
    }
    List<CoverageGap> gaps = audit.gaps(county -> true, Integer.MAX_VALUE);
    gaps.forEach(gap -> System.out.println(gap.kind() + " " + gap.subject() + " " + gap.advice()));
    System.out.println("责任覆盖检查：共" + gaps.size() + "个问题");
    System.exit(SpringApplication.exit(context, () -> gaps.isEmpty() ? 0 : 1));
  }
}
