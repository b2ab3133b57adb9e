package rectify.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

  private static final Map<String, String> NAMES =
      Map.of("tasklist", "任务办理", "cockpit", "流程监控", "admin", "系统管理", "welcome", "我的资料和密码");

  /** Scripts and styles, under which version a browser keeps them. */
  private static final Pattern FILE =
      Pattern.compile(
          "(src|href)=\"[^\"]*?/camunda/(lib/[^\"?]+|app/[^\"?]+\\.(?:js|css))\\?bust=[^\"]*\"");

  private static final Pattern OF_THE_ENGINE = Pattern.compile("lib/.+|app/[^/]+/camunda-[^/]+");

  private final FileVersions versions;
  private final Map<String, Set<String>> scripts = new ConcurrentHashMap<>();

  FirstWords(FileVersions versions) {
    this.versions = versions;
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
    String kept = "/kept/" + versions.ours();
    Matcher nonce = NONCE.matcher(html);
    String allowed = nonce.find() ? nonce.group() : "";
    StringBuilder first =
        new StringBuilder("<title>" + name + " - 隐患整改案件管理系统</title>")
            .append("<script %s src=\"%s\"></script>".formatted(allowed, root + kept + WATCH));
    StringBuilder ahead = new StringBuilder();
    for (String script :
        scripts.computeIfAbsent(
            application, it -> EngineScripts.of(application, versions.engine()))) {
      ahead.append(
          "<link rel=\"modulepreload\" %s href=\"%s\">".formatted(allowed, root + kept + script));
    }
    String up = "../../../kept/" + versions.ours() + "/camunda/app/" + application + "/";
    return FILE.matcher(html)
        .replaceAll(
            file ->
                Matcher.quoteReplacement(
                    "%s=\"%s/kept/%s/camunda/%s\""
                        .formatted(
                            file.group(1),
                            root,
                            OF_THE_ENGINE.matcher(file.group(2)).matches()
                                ? versions.engine()
                                : versions.ours(),
                            file.group(2))))
        .replaceFirst(TITLE.pattern(), Matcher.quoteReplacement(first.toString()))
        .replaceFirst("<html lang=\"en\">", "<html lang=\"zh-CN\" data-kept=\"" + up + "\">")
        .replaceFirst("</head>", Matcher.quoteReplacement(ahead + "</head>"))
        .replace(
            SPINNER,
            SPINNER
                + "<p class=\"rectify-first-words\" role=\"status\">正在打开"
                + name
                + "……首次打开要下载1兆多，网络较慢时请稍候。</p>");
  }
}
