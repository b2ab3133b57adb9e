package rectify.page;

import java.io.IOException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * What the engine's web applications are made of under an address that carries its version, so that
 * a browser fetches a file once: scripts ask for their neighbours beside them, under the same
 * version.
 */
@Configuration(proxyBeanMethods = false)
class KeptFiles implements WebMvcConfigurer {

  private static final String[] PLACES = {
    "classpath:/META-INF/resources/webjars/", "classpath:/static/"
  };

  private final PageFiles files;
  private final MadeFiles made;
  private final boolean smaller;

  KeptFiles(
      PageFiles files,
      MadeFiles made,
      @Value("${server.compression.enabled:false}") boolean smaller) {
    this.files = files;
    this.made = made;
    this.smaller = smaller;
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    SmallerCopies copies = new SmallerCopies();
    for (String version : files.versions()) {
      var kept =
          registry
              .addResourceHandler("/kept/" + version + "/**")
              .addResourceLocations(PLACES)
              .setUseLastModified(false)
              .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
              .resourceChain(false);
      if (smaller) {
        kept.addResolver(copies);
      }
      kept.addResolver(made).addResolver(new PathResourceResolver());
    }
    // a page of the node beside this one, which is a version behind or ahead
    registry
        .addResourceHandler("/kept/*/**")
        .addResourceLocations(PLACES)
        .setUseLastModified(false)
        .setCacheControl(CacheControl.noStore())
        .resourceChain(false)
        .addResolver(new AnyVersion(made));
  }

  private static final class AnyVersion extends PathResourceResolver {

    private final MadeFiles made;

    AnyVersion(MadeFiles made) {
      this.made = made;
    }

    @Override
    protected Resource getResource(String path, Resource location) throws IOException {
      String file = path.substring(path.indexOf('/') + 1);
      Resource found = made.file(file);
      return found == null ? super.getResource(file, location) : found;
    }
  }
}
