package rectify.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;

/**
 * What a room brings to the engine before it initialises. A list is added to and never set, so that
 * no room takes away what another has brought.
 */
public abstract class EnginePart extends AbstractProcessEnginePlugin {

  /** Looked up when first asked: these beans need the engine, which is not there yet. */
  protected static <T> Supplier<Stream<T>> known(ObjectProvider<T> beans) {
    Supplier<List<T>> found = SingletonSupplier.of(() -> beans.stream().toList());
    return () -> found.get().stream();
  }

  /**
   * A list of the engine with something behind what is in it.
   *
   * @param before null where nobody has brought anything yet
   */
  protected static <T> List<T> with(List<? extends T> before, T more) {
    List<T> all = before == null ? new ArrayList<>() : new ArrayList<>(before);
    all.add(more);
    return all;
  }
}
