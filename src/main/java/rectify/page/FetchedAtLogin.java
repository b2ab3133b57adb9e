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

  FetchedAtLogin(FileVersions versions) {
    links =
        Stream.of(
                "lib/deps.js script",
                "app/tasklist/camunda-tasklist-bootstrap.js script",
                "app/tasklist/camunda-tasklist-bootstrap.css style")
            .map(file -> file.split(" "))
            .map(
                file ->
                    "<link rel=\"prefetch\" as=\"%s\" href=\"{root}/kept/%s/camunda/%s\">"
                        .formatted(file[1], versions.engine(), file[0]))
            .collect(Collectors.joining());
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
