package rectify.engine;

import java.util.function.Supplier;

/**
 * Marks engine calls that the product makes after its own checks, such as starting a process: the
 * same call made by a person through the engine's REST API is refused, or checked.
 */
public final class Trusted {

  private static final ThreadLocal<Boolean> ACTIVE = ThreadLocal.withInitial(() -> false);

  private Trusted() {}

  public static <T> T call(Supplier<T> action) {
    boolean outer = ACTIVE.get();
    ACTIVE.set(true);
    try {
      return action.get();
    } finally {
      ACTIVE.set(outer);
    }
  }

  /** Whether the product itself is calling. */
  public static boolean active() {
    return ACTIVE.get();
  }
}
