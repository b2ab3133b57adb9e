package rectify.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives a web application's page the nonce of its own Content-Security-Policy. The engine keeps the
 * nonce for all requests in one place between writing the header and writing the page, so that the
 * page of one person may carry that of another request, and the browser runs none of its scripts.
 */
class PageNonce extends OncePerRequestFilter {

  /** Of an engine, whose name has no dot: the files beside it have. */
  private static final Pattern PAGE = Pattern.compile("/camunda/app/[^/]+/[^/.]+/?");

  private static final Pattern ALLOWED = Pattern.compile("'nonce-([^']+)'");
  private static final Pattern CARRIED = Pattern.compile("nonce=\"[^\"]*\"");

  /** The pages of the web applications. */
  static RequestMatcher pages() {
    return EngineDoorkeeper.path(PAGE.pattern());
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return !PAGE.matcher(path).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, page);
    String policy = page.getHeader("Content-Security-Policy");
    Matcher nonce = ALLOWED.matcher(policy == null ? "" : policy);
    if (nonce.find()) {
      String html = new String(page.getContentAsByteArray(), StandardCharsets.UTF_8);
      String own = CARRIED.matcher(html).replaceAll("nonce=\"" + nonce.group(1) + "\"");
      page.resetBuffer();
      page.getOutputStream().write(own.getBytes(StandardCharsets.UTF_8));
    }
    page.copyBodyToResponse();
  }
}
