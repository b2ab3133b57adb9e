package rectify.once;

import java.lang.reflect.Method;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts {@link Retries} around every transaction of ours, where it begins: around each method that
 * opens one, and around the one template.
 */
@Configuration(proxyBeanMethods = false)
class RetriedTransactions {

  private static final int JUST_OUTSIDE_THE_TRANSACTION = Ordered.LOWEST_PRECEDENCE - 1;

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor transactionRetries() {
    MethodInterceptor again =
        invocation ->
            Retries.call(number -> ((ProxyMethodInvocation) invocation).invocableClone().proceed());
    DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(new OpensTransaction(), again);
    advisor.setOrder(JUST_OUTSIDE_THE_TRANSACTION);
    return advisor;
  }

  @Bean
  static TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
    return new RetriedTemplate(transactions);
  }

  private static class OpensTransaction extends StaticMethodMatcherPointcut {

    private final AnnotationTransactionAttributeSource annotations =
        new AnnotationTransactionAttributeSource(false);

    OpensTransaction() {
      setClassFilter(type -> type.getName().startsWith("rectify."));
    }

    @Override
    public boolean matches(Method method, Class<?> targetClass) {
      TransactionAttribute opened = annotations.getTransactionAttribute(method, targetClass);
      return opened != null
          && opened.getPropagationBehavior() == TransactionDefinition.PROPAGATION_REQUIRED;
    }
  }

  private static class RetriedTemplate extends TransactionTemplate {

    private static final long serialVersionUID = 1L;

    RetriedTemplate(PlatformTransactionManager transactions) {
      super(transactions);
    }

    @Override
    public <T> T execute(TransactionCallback<T> action) {
      return Retries.of(() -> super.execute(action));
    }
  }
}
