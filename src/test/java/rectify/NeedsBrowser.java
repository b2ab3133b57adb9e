package rectify;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test through {@link Browser}: skipped where there is none, failed where {@code
 * -Dbrowser=required} insists on one. What every open browser shows when a test fails is kept, and
 * all are closed after each test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(NeedsBrowser.Extension.class)
public @interface NeedsBrowser {

  /** Skips or insists, and cleans up. */
  final class Extension implements ExecutionCondition, BeforeAllCallback, AfterEachCallback {

    static final String MISSING =
        "Browser tests are skipped: no Chromium with its driver here"
            + " (apt-get install chromium chromium-driver).";

    private static final AtomicBoolean SAID = new AtomicBoolean();

    private final boolean available;
    private final boolean required;
    private final Consumer<String> loud;

    Extension() {
      this(
          Browser.available(),
          "required".equals(System.getProperty("browser")),
          line -> {
            if (!SAID.getAndSet(true)) {
              System.err.println(line);
            }
          });
    }

    Extension(boolean available, boolean required, Consumer<String> loud) {
      this.available = available;
      this.required = required;
      this.loud = loud;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (available || required) {
        return ConditionEvaluationResult.enabled("");
      }
      loud.accept(MISSING);
      return ConditionEvaluationResult.disabled(MISSING);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
      if (!available) {
        throw new AssertionError(
            "-Dbrowser=required, but there is no Chromium with its driver here"
                + " (apt-get install chromium chromium-driver).");
      }
    }

    @Override
    public void afterEach(ExtensionContext context) {
      int number = 0;
      for (Browser browser : Browser.OPEN) {
        if (context.getExecutionException().isPresent()) {
          System.err.println(
              "Screenshot: "
                  + browser.screenshot(
                      "%s.%s.%d"
                          .formatted(
                              context.getRequiredTestClass().getSimpleName(),
                              context.getRequiredTestMethod().getName(),
                              ++number)));
        }
        browser.close();
      }
    }
  }
}
