package rectify.engine;

import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;

/** Tells in whose place somebody may do tasks at this moment, because they are absent. */
public interface StandIns {

  /**
   * @return ids of the absent persons; empty for most people on most days
   */
  Set<String> absentFor(String person);

  /** Whoever tells it, looked up when first asked; nobody is absent where nobody tells. */
  static StandIns of(ObjectProvider<StandIns> standIns) {
    Supplier<StandIns> known =
        SingletonSupplier.of(() -> standIns.getIfAvailable(() -> person -> Set.of()));
    return person -> known.get().absentFor(person);
  }
}
