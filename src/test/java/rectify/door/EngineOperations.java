package rectify.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.admin.impl.web.SetupResource;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.webapp.AppRuntimeDelegate;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthenticationResource;
import org.camunda.bpm.welcome.Welcome;

/**
 * Every operation the engine and its web applications answer: what is written of them and what is.
 */
public final class EngineOperations {

  /**
   * @param path with {@code {}} for each part that varies
   */
  public record Operation(String method, String path) implements Comparable<Operation> {

    @Override
    public int compareTo(Operation other) {
      return (path + " " + method).compareTo(other.path + " " + other.method);
    }
  }

  private final Set<Operation> found = new TreeSet<>();
  private final Deque<Class<?>> on = new ArrayDeque<>();

  private EngineOperations() {}

  /** By Camunda's own description, and by the classes that answer; relative to the engine. */
  public static Set<Operation> ofEngine() {
    EngineOperations operations = new EngineOperations();
    operations.described();
    operations.walk(DefaultProcessEngineRestServiceImpl.class, "");
    return operations.found;
  }

  /** Of the web applications and of every plugin they have now. */
  public static Set<Operation> ofWebApplications() {
    EngineOperations operations = new EngineOperations();
    operations.root("/camunda/api/admin", UserAuthenticationResource.class);
    operations.root("/camunda/api/admin", SetupResource.class);
    operations.plugins("cockpit", Cockpit.getRuntimeDelegate());
    operations.plugins("admin", Admin.getRuntimeDelegate());
    operations.plugins("tasklist", Tasklist.getRuntimeDelegate());
    operations.plugins("welcome", Welcome.getRuntimeDelegate());
    for (Method method : NamedProcessEngineRestServiceImpl.class.getMethods()) {
      if (verb(method) != null) {
        operations.add("GET", "/camunda/api/engine/engine/");
      }
    }
    return operations.found;
  }

  private void plugins(String application, AppRuntimeDelegate<?> delegate) {
    delegate.getAppPluginRegistry().getPlugins().stream()
        .flatMap(plugin -> plugin.getResourceClasses().stream())
        .forEach(resource -> root("/camunda/api/" + application, resource));
  }

  private void described() {
    try (InputStream description = EngineOperations.class.getResourceAsStream("/openapi.json")) {
      for (Map.Entry<String, JsonNode> path :
          new ObjectMapper().readTree(description).path("paths").properties()) {
        path.getValue()
            .fieldNames()
            .forEachRemaining(method -> add(method.toUpperCase(Locale.ROOT), path.getKey()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void root(String base, Class<?> resource) {
    Path path = annotation(resource, Path.class);
    walk(resource, join(base, path == null ? "" : path.value()));
  }

  /** What answers with a verb, and what a part of the path hands on to. */
  private void walk(Class<?> resource, String base) {
    if (on.contains(resource)) {
      return;
    }
    on.push(resource);
    for (Method method : resource.getMethods()) {
      Path path = annotation(method, Path.class);
      String verb = verb(method);
      if (verb != null) {
        add(verb, join(base, path == null ? "" : path.value()));
      } else if (path != null) {
        walk(method.getReturnType(), join(base, path.value()));
      }
    }
    on.pop();
  }

  private void add(String method, String path) {
    found.add(
        new Operation(
            method,
            path.replaceAll("\\{(engine|processEngineName)}", "default")
                .replaceAll("\\{[^}]*}", "{}")));
  }

  private static String join(String base, String path) {
    return base + (path.startsWith("/") || path.isEmpty() ? "" : "/") + path;
  }

  private static String verb(Method method) {
    for (Method one : overridden(method).toList()) {
      for (Annotation annotation : one.getAnnotations()) {
        HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
        if (verb != null) {
          return verb.value();
        }
      }
    }
    return null;
  }

  private static <A extends Annotation> A annotation(Method method, Class<A> type) {
    return overridden(method)
        .map(one -> one.getAnnotation(type))
        .filter(found -> found != null)
        .findFirst()
        .orElse(null);
  }

  private static <A extends Annotation> A annotation(Class<?> resource, Class<A> type) {
    return above(resource)
        .map(one -> one.getAnnotation(type))
        .filter(found -> found != null)
        .findFirst()
        .orElse(null);
  }

  private static Stream<Method> overridden(Method method) {
    return above(method.getDeclaringClass())
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(
            one ->
                one.getName().equals(method.getName())
                    && Arrays.equals(one.getParameterTypes(), method.getParameterTypes()));
  }

  private static Stream<Class<?>> above(Class<?> type) {
    Stream<Class<?>> higher = Stream.of(type.getInterfaces()).flatMap(EngineOperations::above);
    return Stream.concat(
        Stream.of(type),
        Stream.concat(
            type.getSuperclass() == null ? Stream.empty() : above(type.getSuperclass()), higher));
  }
}
