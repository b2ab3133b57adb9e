package rectify.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

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
  private static final String WATCH = "/rectify/first-words.js";
  private static final String SPINNER = "<div class=\"spinner spinner-big\"></div>";

  static final Map<String, String> NAMES =
      Map.of("tasklist", "任务办理", "cockpit", "流程监控", "admin", "系统管理", "welcome", "我的资料和密码");

  /** Scripts and styles, under which version a browser keeps them. */
  private static final Pattern FILE =
      Pattern.compile(
          "(src|href)=\"[^\"]*?/camunda/(lib/[^\"?]+|app/[^\"?]+\\.(?:js|css))\\?bust=[^\"]*\"");

  private final PageFiles files;

  FirstWords(PageFiles files) {
    this.files = files;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return applicationOf(request) == null;
  }

  private static String applicationOf(HttpServletRequest request) {
    Matcher page =
        PAGE.matcher(request.getRequestURI().substring(request.getContextPath().length()));
    return page.matches() && NAMES.containsKey(page.group(1)) ? page.group(1) : null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Rewritten.send(
        request,
        response,
        chain,
        html ->
            TITLE.matcher(html).find()
                ? spoken(html, applicationOf(request), request.getContextPath())
                : html);
  }

  private String spoken(String html, String application, String root) {
    String name = NAMES.get(application);
    Matcher nonce = NONCE.matcher(html);
    String allowed = nonce.find() ? nonce.group() : "";
    String first =
        "<title>%s - 隐患整改案件管理系统</title><script %s src=\"%s\"></script>"
            .formatted(name, allowed, root + files.ours("rectify/first-words.js"));
    String ahead =
        "<link rel=\"modulepreload\" %s href=\"%s\"></head>"
            .formatted(allowed, root + files.scripts(application) + ".js?bust=" + files.engine());
    String bundle = "<script defer src=\"" + root + files.of(application, "lib/deps.js");
    return FILE.matcher(html)
        .replaceAll(
            file ->
                Matcher.quoteReplacement(
                    "%s=\"%s\""
                        .formatted(file.group(1), root + files.of(application, file.group(2)))))
        .replace(bundle, late(application, allowed, root) + bundle)
        .replaceFirst(TITLE.pattern(), Matcher.quoteReplacement(first))
        .replaceFirst(
            "<html lang=\"en\">",
            "<html lang=\"zh-CN\" data-scripts=\"../../.." + files.scripts(application) + "\">")
        .replaceFirst("</head>", Matcher.quoteReplacement(ahead))
        .replace(
            SPINNER,
            SPINNER
                + "<p class=\"rectify-first-words\" role=\"status\">正在打开"
                + name
                + "……首次打开需要下载，网络较慢时请稍候。</p>");
  }

  /** Before the first part of the engine's bundle: what fetches the others. */
  private String late(String application, String allowed, String root) {
    return files
        .parts()
        .filter(parts -> application.equals("tasklist"))
        .map(
            parts ->
                "<script defer %s src=\"%s\" data-parts=\"%s\"></script>"
                    .formatted(allowed, root + files.ours("rectify/late-modules.js"), root + parts))
        .orElse("");
  }
}
