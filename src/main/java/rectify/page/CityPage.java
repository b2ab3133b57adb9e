package rectify.page;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Controller;

/**
 * A controller whose methods answer with pages of the platform: names of templates below {@code
 * rectify/}, beside the other resources of its room. It decides nothing; what it shows comes from
 * the method that the room's other door answers with.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Controller
public @interface CityPage {}
