package rectify.page;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.resource.HttpResource;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * Copies of scripts and styles that are as small as they get, made once, aside, when a file is
 * first asked for: until its copy is there, the server compresses what it sends as it does all
 * else.
 */
class SmallerCopies implements ResourceResolver {

  private static final Logger log = LoggerFactory.getLogger(SmallerCopies.class);
  private static final int LEAST_BYTES = 1024;

  private final Map<String, Resource> copies = new ConcurrentHashMap<>();
  private final Set<String> begun = ConcurrentHashMap.newKeySet();
  private final ExecutorService aside =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "smaller-copies");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
          });

  @Override
  public Resource resolveResource(
      HttpServletRequest request,
      String path,
      List<? extends Resource> locations,
      ResourceResolverChain chain) {
    Resource file = chain.resolveResource(request, path, locations);
    String way = request == null ? null : wayFor(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
    if (file == null || way == null || !path.matches(".+\\.(js|css)")) {
      return file;
    }
    String name = way + " " + path;
    Resource copy = copies.get(name);
    if (copy == null && begun.add(name)) {
      aside.execute(() -> make(name, way, file));
    }
    return copy == null ? file : copy;
  }

  /** Brotli where the machine has it: there is none for LoongArch. */
  private static String wayFor(String offered) {
    if (offered == null) {
      return null;
    }
    if (offered.contains("br") && Brotli4jLoader.isAvailable()) {
      return "br";
    }
    return offered.contains("gzip") ? "gzip" : null;
  }

  private void make(String name, String way, Resource file) {
    try {
      byte[] content = file.getContentAsByteArray();
      if (content.length >= LEAST_BYTES) {
        byte[] copy = "br".equals(way) ? brotli(content) : gzip(content);
        copies.put(name, new Copy(copy, file.getFilename(), way));
      }
    } catch (IOException | RuntimeException e) {
      log.warn("No smaller copy of {}: it is sent as the server compresses it", name, e);
    }
  }

  private static byte[] brotli(byte[] content) throws IOException {
    return Encoder.compress(content, new Encoder.Parameters().setQuality(11).setWindow(22));
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    try (OutputStream smaller =
        new GZIPOutputStream(copy) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        }) {
      smaller.write(content);
    }
    return copy.toByteArray();
  }

  @Override
  public String resolveUrlPath(
      String path, List<? extends Resource> locations, ResourceResolverChain chain) {
    return chain.resolveUrlPath(path, locations);
  }

  private static final class Copy extends ByteArrayResource implements HttpResource {

    private final String name;
    private final HttpHeaders headers = new HttpHeaders();

    Copy(byte[] content, String name, String way) {
      super(content);
      this.name = name;
      headers.set(HttpHeaders.CONTENT_ENCODING, way);
      headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public HttpHeaders getResponseHeaders() {
      return headers;
    }
  }
}
