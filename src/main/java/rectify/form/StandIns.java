package rectify.form;

import java.util.Collection;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;

/** Tells in whose place somebody may do tasks at this moment, because they are absent. */
public interface StandIns {

  /**
   * Whether somebody stands in for an absent person today, in one of these groups, to which both
   * belong at this moment.
   */
  boolean standsIn(String person, String absent, Collection<String> groups);

  /** Whoever tells it, looked up when first asked; nobody is absent where nobody tells. */
  static StandIns of(ObjectProvider<StandIns> standIns) {
    Supplier<StandIns> known =
        SingletonSupplier.of(
            () -> standIns.getIfAvailable(() -> (person, absent, groups) -> false));
    return (person, absent, groups) -> known.get().standsIn(person, absent, groups);
  }
}
