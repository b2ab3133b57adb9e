package rectify.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/** Scripts and styles that lie nowhere, but are put together or cut from others at start. */
@Component
class MadeFiles implements ResourceResolver {

  private final Map<String, Resource> files = new HashMap<>();

  MadeFiles(TasklistParts parts) {
    for (String application : FirstWords.NAMES.keySet()) {
      add("together/" + application + ".js", EngineScripts.together(application).getBytes(UTF_8));
      add("together/" + application + ".css", EngineStyles.together(application).getBytes(UTF_8));
    }
    parts.files().forEach((name, content) -> add("parts/" + name, content));
  }

  private void add(String path, byte[] content) {
    files.put(path, new Made(content, path.substring(path.indexOf('/') + 1)));
  }

  /** Null if none is made under this path. */
  Resource file(String path) {
    return files.get(path);
  }

  @Override
  public Resource resolveResource(
      HttpServletRequest request,
      String path,
      List<? extends Resource> locations,
      ResourceResolverChain chain) {
    Resource made = files.get(path);
    return made == null ? chain.resolveResource(request, path, locations) : made;
  }

  @Override
  public String resolveUrlPath(
      String path, List<? extends Resource> locations, ResourceResolverChain chain) {
    return files.containsKey(path) ? path : chain.resolveUrlPath(path, locations);
  }

  private static final class Made extends ByteArrayResource {

    private final String name;

    Made(byte[] content, String name) {
      super(content);
      this.name = name;
    }

    @Override
    public String getFilename() {
      return name;
    }
  }
}
