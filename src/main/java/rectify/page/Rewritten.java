package rectify.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** A page that others write, and to which something is added before it is sent. */
final class Rewritten {

  private Rewritten() {}

  /**
   * @param addition answers with the page as it is to be sent; the same where nothing is added
   */
  static void send(
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain,
      UnaryOperator<String> addition)
      throws ServletException, IOException {
    ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, page);
    String html = new String(page.getContentAsByteArray(), StandardCharsets.UTF_8);
    String added = addition.apply(html);
    if (!added.equals(html)) {
      page.resetBuffer();
      page.getOutputStream().write(added.getBytes(StandardCharsets.UTF_8));
    }
    page.copyBodyToResponse();
  }
}
