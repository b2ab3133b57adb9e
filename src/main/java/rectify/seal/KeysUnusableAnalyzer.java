package rectify.seal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do instead of a stack trace. */
class KeysUnusableAnalyzer extends AbstractFailureAnalyzer<Keys.KeysUnusable> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, Keys.KeysUnusable cause) {
    return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
  }
}
