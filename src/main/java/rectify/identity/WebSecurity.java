package rectify.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * One login in front of every door. Machines send their password with each request to {@code /api},
 * {@code /engine-rest} or {@code /actuator}; people log in once at {@code /login} and that session
 * opens the engine's web applications and the same doors.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final int AFTER_SPRING_SECURITY = 101;

  private final boolean secureCookies;

  WebSecurity(@Value("${server.servlet.session.cookie.secure:false}") boolean secureCookies) {
    this.secureCookies = secureCookies;
  }

  @Bean
  @Order(1)
  SecurityFilterChain machines(
      HttpSecurity http,
      IdentityService identity,
      AuthorizationService authorizations,
      Presence presence,
      ObjectMapper json)
      throws Exception {
    RefusedRequests refused = new RefusedRequests(json);
    return http.securityMatcher(path("/(api|engine-rest|actuator)(/.*)?"))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(path("/actuator/health(/.*)?"))
                    .permitAll()
                    .requestMatchers(path("/actuator(/.*)?"))
                    .hasAuthority(GroupIds.ADMINISTRATOR)
                    .requestMatchers(
                        changeOfUser("/engine-rest(/engine/[^/]+)?"),
                        enginesInsides("/engine-rest(/engine/[^/]+)?"))
                    .hasAuthority(GroupIds.ADMINISTRATOR)
                    .requestMatchers(cockpits("/engine-rest(/engine/[^/]+)?"))
                    .access(opensCockpit(authorizations))
                    .anyRequest()
                    .authenticated())
        .httpBasic(basic -> basic.authenticationEntryPoint(refused))
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(refused).accessDeniedHandler(refused))
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(csrfTokens())
                    .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                    .requireCsrfProtectionMatcher(WebSecurity::changesSomethingInASession))
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .headers(headers -> contentPolicy(headers, "default-src 'none'; frame-ancestors 'none'"))
        .addFilterBefore(new PresentPersonFilter(presence), AnonymousAuthenticationFilter.class)
        .addFilterAfter(new CsrfCookie(), AuthorizationFilter.class)
        .addFilterAfter(new CurrentPersonFilter(identity), CsrfCookie.class)
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain webapps(
      HttpSecurity http, AuthorizationService authorizations, Presence presence, ObjectMapper json)
      throws Exception {
    HttpSessionRequestCache pages = new HttpSessionRequestCache();
    pages.setMatchingRequestParameterName(null);
    pages.setRequestMatcher(
        request ->
            "GET".equals(request.getMethod())
                && pathOf(request).startsWith("/camunda/app/")
                && pathOf(request).endsWith("/"));
    return http.securityMatcher(path("/camunda(/.*)?"))
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers(
                        path("/camunda/api/admin/setup/.*"),
                        path("/camunda/api/admin/auth/user/[^/]+/login/.*"))
                    .denyAll()
                    .requestMatchers(
                        changeOfUser("/camunda/api/engine/engine/[^/]+"),
                        enginesInsides("/camunda/api/engine/engine/[^/]+"))
                    .hasAuthority(GroupIds.ADMINISTRATOR)
                    .requestMatchers(cockpits("/camunda/api/engine/engine/[^/]+"))
                    .access(opensCockpit(authorizations))
                    .anyRequest()
                    .authenticated())
        .exceptionHandling(
            handling ->
                handling
                    .defaultAuthenticationEntryPointFor(
                        new RefusedRequests(json), path("/camunda/api/.*"))
                    .defaultAuthenticationEntryPointFor(loginPage(), AnyRequestMatcher.INSTANCE))
        .requestCache(cache -> cache.requestCache(pages))
        // the web applications have their own token
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(csrfTokens())
                    .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                    .requireCsrfProtectionMatcher(request -> false))
        .logout(
            logout ->
                logout
                    .logoutRequestMatcher(post("/camunda/api/admin/auth/user/[^/]+/logout"))
                    .logoutSuccessHandler(
                        new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
        // the web applications write their own policy and cache their scripts
        .headers(headers -> headers.cacheControl(cache -> cache.disable()))
        .addFilterBefore(new PresentPersonFilter(presence), AnonymousAuthenticationFilter.class)
        .addFilterAfter(new CsrfCookie(), AuthorizationFilter.class)
        .addFilterAfter(new PageNonce(), AuthorizationFilter.class)
        .build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain pages(HttpSecurity http, Presence presence) throws Exception {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers(path("/login|/verify/[^/]+|/rectify/.*|/favicon\\.ico"))
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        // nothing of an earlier person's session goes into the next one's
        .sessionManagement(session -> session.sessionFixation(fixation -> fixation.newSession()))
        .formLogin(
            form -> form.loginPage("/login").defaultSuccessUrl("/").failureUrl("/login?failed"))
        .exceptionHandling(handling -> handling.authenticationEntryPoint(loginPage()))
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(csrfTokens())
                    .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
        .requestCache(Customizer.withDefaults())
        .addFilterBefore(new PresentPersonFilter(presence), AnonymousAuthenticationFilter.class)
        .logout(logout -> logout.disable())
        .headers(
            headers ->
                contentPolicy(
                    headers,
                    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
                        + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"))
        .build();
  }

  @Bean
  static FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappsKnowThePerson() {
    return tellingEngine(
        new ContainerBasedAuthenticationFilter(), "/camunda/app/*", "/camunda/api/*");
  }

  @Bean
  static FilterRegistrationBean<ProcessEngineAuthenticationFilter> engineRestKnowsThePerson() {
    return tellingEngine(new ProcessEngineAuthenticationFilter(), "/engine-rest/*");
  }

  private static <T extends jakarta.servlet.Filter> FilterRegistrationBean<T> tellingEngine(
      T filter, String... urls) {
    FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
    registration.addInitParameter("authentication-provider", EngineLogin.class.getName());
    registration.addUrlPatterns(urls);
    registration.setOrder(AFTER_SPRING_SECURITY);
    return registration;
  }

  /**
   * Matches the whole path below the context, whichever servlet answers: Spring's own patterns do
   * not see the part a servlet is mapped to.
   */
  private static RequestMatcher path(String regex) {
    Pattern pattern = Pattern.compile(regex, Pattern.DOTALL);
    return request -> pattern.matcher(pathOf(request)).matches();
  }

  /**
   * A person may change their own password, and by the engine's rules also their name and whether
   * they exist; but legal documents carry the name.
   */
  private static RequestMatcher changeOfUser(String restRoot) {
    RequestMatcher path = path(restRoot + "/user/[^/]+(/profile)?/?");
    return request -> !SAFE.contains(request.getMethod()) && path.matches(request);
  }

  /** Cockpit's own interface, and the figures on its first page. */
  private static RequestMatcher cockpits(String restRoot) {
    return path("/camunda/api/cockpit(/.*)?|" + restRoot + "/process-definition/statistics(/.*)?");
  }

  /** Whoever may not open Cockpit gets nothing of what it shows either. */
  private static AuthorizationManager<RequestAuthorizationContext> opensCockpit(
      AuthorizationService authorizations) {
    return (person, request) ->
        new AuthorizationDecision(
            person.get().isAuthenticated()
                && authorizations.isUserAuthorized(
                    person.get().getName(),
                    List.copyOf(AuthorityUtils.authorityListToSet(person.get().getAuthorities())),
                    Permissions.ACCESS,
                    Resources.APPLICATION,
                    "cockpit"));
  }

  /** Where a page sends whoever is not logged in, or not any more. */
  private static LoginUrlAuthenticationEntryPoint loginPage() {
    LoginUrlAuthenticationEntryPoint page =
        new LoginUrlAuthenticationEntryPoint("/login") {
          @Override
          protected String determineUrlToUseForThisRequest(
              HttpServletRequest request,
              HttpServletResponse response,
              AuthenticationException failure) {
            return PresentPersonFilter.ended(request) ? "/login?ended" : "/login";
          }
        };
    page.setFavorRelativeUris(true);
    return page;
  }

  /**
   * What no application of ours needs: figures of all counties together, and pushes that go past
   * the steps of a case. The engine asks for no right here, or fails instead of refusing.
   */
  private static RequestMatcher enginesInsides(String restRoot) {
    return path(
        restRoot
            + "/(metrics|telemetry|optimize|signal|condition|external-task/fetchAndLock"
            + "|execution/[^/]+/messageSubscriptions|process-definition/[^/]+/restart(-async)?"
            + "|history/[^/]+/(report|[^/]+/statistics|cleanable-[^/]+))(/.*)?");
  }

  private static RequestMatcher post(String regex) {
    RequestMatcher path = path(regex);
    return request -> "POST".equals(request.getMethod()) && path.matches(request);
  }

  private static String pathOf(HttpServletRequest request) {
    String inServlet = request.getPathInfo();
    return inServlet == null ? request.getServletPath() : request.getServletPath() + inServlet;
  }

  private static boolean changesSomethingInASession(HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    boolean basic = authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6);
    return !SAFE.contains(request.getMethod()) && !basic;
  }

  /** Readable by our own scripts, which send it back in the header. */
  private CookieCsrfTokenRepository csrfTokens() {
    CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
    tokens.setCookieName("RECTIFY-XSRF-TOKEN");
    tokens.setHeaderName("X-RECTIFY-XSRF-TOKEN");
    tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").secure(secureCookies));
    return tokens;
  }

  private static void contentPolicy(HeadersConfigurer<HttpSecurity> headers, String policy) {
    headers
        .contentSecurityPolicy(content -> content.policyDirectives(policy))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
  }

  /** Hands the token to a browser that has a session; otherwise it is made only when checked. */
  private static class CsrfCookie extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      if (request.getSession(false) != null
          && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
        token.getToken();
      }
      chain.doFilter(request, response);
    }
  }
}
