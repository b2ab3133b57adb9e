package rectify.ledger;

import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The audit as a command: {@code --event-audit} verifies every chain, anchor and paper, prints what
 * does not hold and ends the program, with exit code 1 if there is anything.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class EventAuditCommand implements ApplicationRunner {

  static final String OPTION = "event-audit";

  private final EventAudit audit;
  private final LedgerMapper mapper;
  private final ConfigurableApplicationContext context;

  EventAuditCommand(EventAudit audit, LedgerMapper mapper, ConfigurableApplicationContext context) {
    this.audit = audit;
    this.mapper = mapper;
    this.context = context;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!arguments.containsOption(OPTION)) {
      return;
    }
    List<ChainFinding> open = audit.everything();
    open.forEach(finding -> System.out.println(finding.sentence()));
    AuditRun run = mapper.lastRun();
    System.out.println(
        "案件存证核对：共核对%d件案件、%d条记录、%d份文书和报表，%d处异常"
            .formatted(run.chains(), run.events(), run.papers(), open.size()));
    System.exit(SpringApplication.exit(context, () -> open.isEmpty() ? 0 : 1));
  }
}
