package rectify.reorganisation;

import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import rectify.jurisdiction.CatalogLoader;

/**
 * The preview as a command: {@code --reorganisation-preview} prints what the files would move and
 * ends the program, with exit code 1 if something cannot move. Nothing is changed.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ReorganisationCommand implements ApplicationRunner {

  private final Reorganisations reorganisations;
  private final ConfigurableApplicationContext context;

  ReorganisationCommand(Reorganisations reorganisations, ConfigurableApplicationContext context) {
    this.reorganisations = reorganisations;
    this.context = context;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!arguments.containsOption(CatalogLoader.PREVIEW)) {
      return;
    }
    List<Reorganisations.Plan> plans = reorganisations.preview();
    plans.forEach(plan -> System.out.println(sentence(plan)));
    System.out.println("承接预览：共" + plans.size() + "项，没有改动任何数据");
    boolean refused = plans.stream().anyMatch(plan -> plan.refusal() != null);
    System.exit(SpringApplication.exit(context, () -> refused ? 1 : 0));
  }

  private static String sentence(Reorganisations.Plan plan) {
    return "%s（%s）%s → %s（%s），自%s起，依据%s：%s%s"
        .formatted(
            plan.name(),
            plan.code(),
            plan.state(),
            plan.successorName(),
            plan.successor(),
            plan.from(),
            plan.basis(),
            plan.has().isEmpty() ? "没有需要移交的内容" : "将移交" + String.join("，", plan.has()),
            plan.refusal() == null ? "" : "；不能执行：" + plan.refusal());
  }
}
