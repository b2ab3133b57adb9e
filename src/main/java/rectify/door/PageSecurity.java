package rectify.door;

import static rectify.door.EngineDoorkeeper.path;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The door of the platform's pages and of what they are dressed in: the session of the one login,
 * and a policy by which a browser runs no script but the files we bring. What a page shows is
 * decided in its room.
 */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

  private static final String PART = "HX-Request";

  /** Files whose name has their version or their content's sum in it, so that one never changes. */
  private static final RequestMatcher NEVER_CHANGING =
      path(
          "/webjars/(bootstrap|bootstrap-icons|htmx\\.org)/\\d[^/]*/.+|/rectify/city/.+-[0-9a-f]{32}\\.[a-z0-9]+");

  private static final RequestMatcher DRESS =
      path("/webjars/(bootstrap|bootstrap-icons|htmx\\.org)/.+|/rectify/city/.+");

  /** Says itself how long it is kept: by whether its version is the present one. */
  private static final RequestMatcher KEPT =
      path("/kept/[^/]+/(rectify|camunda|together|parts)/.+\\.(js|css|woff2?|ttf|eot|svg|png)");

  private static final RequestMatcher PAGES = path("/city(/.*)?");

  @Bean
  @Order(2)
  SecurityFilterChain city(
      HttpSecurity http,
      IdentityService identity,
      Presence presence,
      @Value("${server.servlet.session.cookie.secure:false}") boolean secureCookies)
      throws Exception {
    HttpSessionRequestCache asked = new HttpSessionRequestCache();
    asked.setMatchingRequestParameterName(null);
    asked.setRequestMatcher(request -> "GET".equals(request.getMethod()) && !isPart(request));
    return http.securityMatcher(
            request -> PAGES.matches(request) || DRESS.matches(request) || KEPT.matches(request))
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers(DRESS, KEPT)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .exceptionHandling(handling -> handling.authenticationEntryPoint(login()))
        .requestCache(cache -> cache.requestCache(asked))
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(WebSecurity.csrfTokens(secureCookies))
                    .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
        .logout(logout -> logout.logoutUrl("/city/logout").logoutSuccessUrl("/login?left"))
        .addFilterBefore(new PresentPersonFilter(presence), AnonymousAuthenticationFilter.class)
        .addFilterAfter(new CurrentPersonFilter(identity), AuthorizationFilter.class)
        .headers(
            headers ->
                WebSecurity.contentPolicy(
                        headers.cacheControl(cache -> cache.disable()),
                        "default-src 'none'; style-src 'self'; script-src 'self';"
                            + " img-src 'self' data:; font-src 'self'; connect-src 'self';"
                            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
                    .addHeaderWriter(PageSecurity::keep))
        .build();
  }

  /** No browser keeps what a person is shown; what never changes is fetched once. */
  private static void keep(HttpServletRequest request, HttpServletResponse response) {
    if (KEPT.matches(request) && response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
      return;
    }
    String kept =
        PAGES.matches(request)
            ? "no-store"
            : NEVER_CHANGING.matches(request) && response.getStatus() == HttpServletResponse.SC_OK
                ? "public, max-age=31536000, immutable"
                : "no-cache";
    response.setHeader(HttpHeaders.CACHE_CONTROL, kept);
  }

  /** A part of a page cannot be the login: it has the whole page asked for again. */
  private static AuthenticationEntryPoint login() {
    AuthenticationEntryPoint page = WebSecurity.loginPage();
    return (request, response, failure) -> {
      if (isPart(request)) {
        response.setHeader("HX-Refresh", "true");
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      } else {
        page.commence(request, response, failure);
      }
    };
  }

  private static boolean isPart(HttpServletRequest request) {
    return request.getHeader(PART) != null;
  }
}
