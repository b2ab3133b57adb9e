package rectify.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While a person types account and password, the line is idle: what Tasklist is made of comes then.
 */
@Component
@Order(FirstWords.BEFORE_SPRING_SECURITY)
class FetchedAtLogin extends OncePerRequestFilter {

  private final String links;

  FetchedAtLogin(PageFiles files) {
    links =
        Stream.of(
                link("script", files.of("tasklist", "lib/deps.js")),
                link("script", files.of("tasklist", "app/tasklist/camunda-tasklist-bootstrap.js")),
                link("style", files.of("tasklist", "app/tasklist/camunda-tasklist-bootstrap.css")),
                link("style", files.of("tasklist", "app/tasklist/styles/user-styles.css")),
                // what is asked for last is the first that would not be there in time
                files.parts().map(parts -> link("script", parts + "forms.js")).orElse(""))
            .collect(Collectors.joining());
  }

  private static String link(String kind, String file) {
    return "<link rel=\"prefetch\" as=\"%s\" href=\"{root}%s\">".formatted(kind, file);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !"GET".equals(request.getMethod())
        || !request.getRequestURI().equals(request.getContextPath() + "/login");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String fetched = links.replace("{root}", request.getContextPath()) + "</head>";
    Rewritten.send(request, response, chain, html -> html.replace("</head>", fetched));
  }
}
