package rectify.engine;

import java.util.AbstractMap;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/**
 * The beans a model may call, by name, looked up when first called: most of them need the engine
 * that is being configured with this map.
 */
class ProcessBeans extends AbstractMap<Object, Object> {

  private final ApplicationContext context;
  private volatile Set<Object> names;

  ProcessBeans(ApplicationContext context) {
    this.context = context;
  }

  @Override
  public boolean containsKey(Object name) {
    return keySet().contains(name);
  }

  @Override
  public Object get(Object name) {
    return containsKey(name) ? context.getBean((String) name) : null;
  }

  @Override
  public Set<Object> keySet() {
    if (names == null) {
      names = Set.of((Object[]) context.getBeanNamesForAnnotation(ProcessBean.class));
    }
    return names;
  }

  @Override
  public Set<Entry<Object, Object>> entrySet() {
    Set<Entry<Object, Object>> entries = new LinkedHashSet<>();
    keySet().forEach(name -> entries.add(new SimpleImmutableEntry<>(name, get(name))));
    return entries;
  }
}
