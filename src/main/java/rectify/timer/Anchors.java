package rectify.timer;

import java.lang.reflect.Proxy;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Lets a diagram's expression see variables that were read by the thousand, and nothing else. */
final class Anchors {

  private Anchors() {}

  static VariableScope of(Map<String, Object> variables) {
    return (VariableScope)
        Proxy.newProxyInstance(
            Anchors.class.getClassLoader(),
            new Class<?>[] {VariableScope.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "hasVariable" -> variables.containsKey(arguments[0]);
                  case "getVariable" -> variables.get(arguments[0]);
                  case "getVariables" -> variables;
                  case "hashCode" -> System.identityHashCode(proxy);
                  case "equals" -> proxy == arguments[0];
                  case "toString" -> variables.toString();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
