package rectify.checklist;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The count as a command: {@code --content-count} prints it and ends the program. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ContentCommand implements ApplicationRunner {

  private final ContentCount count;
  private final Clock clock;
  private final ConfigurableApplicationContext context;

  ContentCommand(ContentCount count, Clock clock, ConfigurableApplicationContext context) {
    this.count = count;
    this.clock = clock;
    this.context = context;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!arguments.containsOption("content-count")) {
      return;
    }
    count.lines(LocalDate.now(clock)).forEach(System.out::println);
    System.exit(SpringApplication.exit(context, () -> 0));
  }
}
