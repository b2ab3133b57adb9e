package rectify.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * What people read of a web application of the engine while its scripts are on their way: over a
 * slow line that takes a while, and the engine's page says nothing but its own English name. A
 * script beside it says so if a file did not come.
 */
@Component
@Order(FirstWords.BEFORE_SPRING_SECURITY)
class FirstWords extends OncePerRequestFilter {

  /** The nonce of the page is put right behind this filter. */
  static final int BEFORE_SPRING_SECURITY = -101;

  /** Of an engine, whose name has no dot: the files beside it have. */
  private static final Pattern PAGE = Pattern.compile("/camunda/app/([^/]+)/[^/.]+/?");

  private static final Pattern TITLE = Pattern.compile("<title>Camunda [A-Za-z]+</title>");
  private static final Pattern NONCE = Pattern.compile("nonce=\"[^\"]*\"");
  private static final String SPINNER = "<div class=\"spinner spinner-big\"></div>";

  private static final Map<String, String> NAMES =
      Map.of("tasklist", "任务办理", "cockpit", "流程监控", "admin", "系统管理", "welcome", "首页");

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return nameOf(request) == null;
  }

  private static String nameOf(HttpServletRequest request) {
    Matcher page =
        PAGE.matcher(request.getRequestURI().substring(request.getContextPath().length()));
    return page.matches() ? NAMES.get(page.group(1)) : null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, page);
    String html = new String(page.getContentAsByteArray(), StandardCharsets.UTF_8);
    if (TITLE.matcher(html).find()) {
      page.resetBuffer();
      page.getOutputStream()
          .write(
              spoken(html, nameOf(request), request.getContextPath())
                  .getBytes(StandardCharsets.UTF_8));
    }
    page.copyBodyToResponse();
  }

  private static String spoken(String html, String name, String root) {
    Matcher nonce = NONCE.matcher(html);
    String script =
        "<script %s src=\"%s/rectify/first-words.js\"></script>"
            .formatted(nonce.find() ? nonce.group() : "", root);
    return TITLE
        .matcher(html)
        .replaceFirst("<title>" + name + " - 隐患整改案件管理系统</title>" + Matcher.quoteReplacement(script))
        .replaceFirst("<html lang=\"en\">", "<html lang=\"zh-CN\">")
        .replace(
            SPINNER,
            SPINNER
                + "<p class=\"rectify-first-words\" role=\"status\">正在打开"
                + name
                + "……首次打开要下载约1.4兆，网络较慢时请稍候。</p>");
  }
}
