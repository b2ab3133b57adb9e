package rectify.model;

import java.nio.file.Path;
import java.util.List;

/** Holds diagrams, decision tables and forms against each other and against the code. */
final class ProcessContract {

  private ProcessContract() {}

  /** Everything that is wrong, as sentences for the designer; empty when all is well. */
  static List<String> violations(Path processes, Path forms, Code code) {
    Report report = new Report();
    Models models = Models.read(processes, forms, report);
    Vocabulary vocabulary = new Vocabulary(models, code);
    models
        .processes()
        .forEach(
            process -> {
              new ProcessRules(process, report).check();
              new EvidenceRules(process, models, report).check();
              new ClockRules(process, report).check();
              new ExpressionRules(process, models, code, vocabulary, report).check();
            });
    new ReferenceRules(models, code, vocabulary, report).check();
    models
        .decisions()
        .forEach(decision -> new DecisionRules(decision, models, vocabulary, report).check());
    models.forms().forEach(form -> new FormRules(form, models, vocabulary, report).check());
    return report.lines();
  }
}
