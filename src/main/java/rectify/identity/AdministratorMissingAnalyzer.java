package rectify.identity;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do instead of a stack trace. */
class AdministratorMissingAnalyzer
    extends AbstractFailureAnalyzer<FirstAdministrator.AdministratorMissing> {

  @Override
  protected FailureAnalysis analyze(
      Throwable rootFailure, FirstAdministrator.AdministratorMissing cause) {
    return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
  }
}
