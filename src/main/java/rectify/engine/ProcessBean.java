package rectify.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * Marks a bean whose public methods a BPMN expression may call. No other bean is visible to a
 * model: whoever may deploy a diagram would otherwise reach every bean, the data source included.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
public @interface ProcessBean {

  /** The name a model calls the bean by. */
  @AliasFor(annotation = Component.class)
  String value();
}
