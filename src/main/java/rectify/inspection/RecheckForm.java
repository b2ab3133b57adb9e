package rectify.inspection;

import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import rectify.form.Choices;
import rectify.form.FormContent;
import rectify.hazard.Hazards;

/**
 * Whom the form of a recheck offers as the second officer: the colleagues of the authority whose
 * certificates are valid today, without whoever has the form open. The task itself does not know
 * who that will be, nor whether they have a certificate.
 */
@Component
class RecheckForm implements FormContent {

  private static final String RECHECK = Orders.RECHECK;

  private final Hazards hazards;
  private final Officers officers;

  RecheckForm(Hazards hazards, Officers officers) {
    this.hazards = hazards;
    this.officers = officers;
  }

  @Override
  public String processKey() {
    return Orders.KEY;
  }

  @Override
  public Map<String, Object> of(String step, Function<String, Object> variables) {
    if (!step.equals(RECHECK) || !(variables.apply("hazardId") instanceof Long id)) {
      return Map.of();
    }
    return Map.of("colleagues", Choices.of(officers.choice(hazards.get(id).authorityGroup())));
  }
}
