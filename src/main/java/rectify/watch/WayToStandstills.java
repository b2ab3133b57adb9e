package rectify.watch;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rectify.identity.Standing;
import rectify.page.PageEntry;

/** The way to the standstills, for those who read of them. */
@Configuration(proxyBeanMethods = false)
class WayToStandstills {

  @Bean
  static PageEntry wayToStandstillPages() {
    return new PageEntry(
        70,
        "系统停运",
        "/city/standstills",
        "power",
        actor -> {
          Standing standing = actor.standing();
          return !standing.offices().isEmpty() || standing.administrator();
        });
  }
}
