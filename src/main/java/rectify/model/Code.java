package rectify.model;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import rectify.engine.ProcessBean;

/**
 * The side of the contract that is Java.
 *
 * @param beans what a model may call, by name
 * @param facade the façade of a process, by its simple class name; null where there is none
 * @param decisions ids of decisions that Java evaluates, not a diagram
 */
public record Code(
    Map<String, Class<?>> beans, Function<String, Class<?>> facade, Set<String> decisions) {

  /** The product's own beans and façades, each looked for once. */
  public static Code ofProduct(Set<String> decisions) {
    ClassPathScanningCandidateComponentProvider scanner =
        new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ProcessBean.class));
    Map<String, Class<?>> beans = new TreeMap<>();
    for (BeanDefinition found : scanner.findCandidateComponents("rectify")) {
      Class<?> type = load(found.getBeanClassName());
      beans.put(type.getAnnotation(ProcessBean.class).value(), type);
    }
    Map<String, Optional<Class<?>>> facades = new ConcurrentHashMap<>();
    return new Code(
        beans,
        name ->
            facades.computeIfAbsent(name, one -> Optional.ofNullable(findFacade(one))).orElse(null),
        decisions);
  }

  public static Class<?> findFacade(String simpleName) {
    try {
      for (Resource found :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:rectify/*/" + simpleName + ".class")) {
        return load(
            new CachingMetadataReaderFactory()
                .getMetadataReader(found)
                .getClassMetadata()
                .getClassName());
      }
      return null;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Class<?> load(String name) {
    return ClassUtils.resolveClassName(name, Code.class.getClassLoader());
  }

  /** {@code hazard-rectification} → {@code HazardRectification}. */
  public static String facadeName(String processId) {
    return Stream.of(processId.split("-"))
        .filter(part -> !part.isEmpty())
        .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
        .collect(Collectors.joining());
  }

  public Optional<Class<?>> facadeOf(String processId) {
    return Optional.ofNullable(facade.apply(facadeName(processId)));
  }

  /** What the façade declares in {@code VARIABLES}; empty where it declares nothing at all. */
  public static Optional<Set<String>> variables(Class<?> facade) {
    return declared(facade, "VARIABLES");
  }

  /** What the façade composes for forms that open, as declared in {@code COMPOSED}. */
  static Set<String> composed(Class<?> facade) {
    return declared(facade, "COMPOSED").orElse(Set.of());
  }

  private static Optional<Set<String>> declared(Class<?> facade, String name) {
    try {
      Field field = facade.getDeclaredField(name);
      field.setAccessible(true);
      return Optional.of(
          ((Set<?>) field.get(null)).stream().map(String::valueOf).collect(Collectors.toSet()));
    } catch (NoSuchFieldException e) {
      return Optional.empty();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The numbers of arguments the bean's public method takes; empty where there is no such. */
  public Set<Integer> arities(String bean, String method) {
    return Stream.of(beans.get(bean).getMethods())
        .filter(m -> m.getDeclaringClass() != Object.class && m.getName().equals(method))
        .map(Method::getParameterCount)
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }
}
