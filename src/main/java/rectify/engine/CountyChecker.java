package rectify.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;

/**
 * The engine's tenant checks, which answer "you may not": the engine itself throws an exception
 * that its REST API takes for an internal error.
 */
final class CountyChecker {

  private CountyChecker() {}

  static CommandChecker create() {
    TenantCommandChecker stock = new TenantCommandChecker();
    return (CommandChecker)
        Proxy.newProxyInstance(
            CommandChecker.class.getClassLoader(),
            new Class<?>[] {CommandChecker.class},
            (proxy, check, arguments) -> {
              try {
                return check.invoke(stock, arguments);
              } catch (InvocationTargetException refused) {
                if (refused.getCause().getClass() != ProcessEngineException.class) {
                  throw refused.getCause();
                }
                throw new AuthorizationException("该内容不属于您所在的县（市、区），不能查看或办理。");
              }
            });
  }
}
