package rectify.page;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
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

  private final FileVersions versions;
  private final boolean smaller;

  KeptFiles(FileVersions versions, @Value("${server.compression.enabled:false}") boolean smaller) {
    this.versions = versions;
    this.smaller = smaller;
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    SmallerCopies copies = new SmallerCopies();
    for (String version : List.of(versions.ours(), versions.engine())) {
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
      kept.addResolver(new PathResourceResolver());
    }
    // a page of the node beside this one, which is a version behind or ahead
    registry
        .addResourceHandler("/kept/*/**")
        .addResourceLocations(PLACES)
        .setCacheControl(CacheControl.noStore())
        .resourceChain(false)
        .addResolver(new AnyVersion());
  }

  private static final class AnyVersion extends PathResourceResolver {

    @Override
    protected Resource getResource(String path, Resource location) throws IOException {
      return super.getResource(path.substring(path.indexOf('/') + 1), location);
    }
  }
}
