package rectify.door;

import static rectify.door.EngineDoorkeeper.path;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.RequestContextFilter;
import rectify.identity.GroupIds;
import rectify.identity.People;

/**
 * One login in front of every door. Machines send their password with each request to {@code /api},
 * {@code /engine-rest} or {@code /actuator}; people log in once at {@code /login} and that session
 * opens the engine's web applications and the same doors.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final int AFTER_SPRING_SECURITY = 101;
  private static final int BEFORE_SPRING_SECURITY = -110;
  private static final RequestMatcher LOGOUT = path("/camunda/api/admin/auth/user/[^/]+/logout/?");

  private final boolean secureCookies;

  WebSecurity(@Value("${server.servlet.session.cookie.secure:false}") boolean secureCookies) {
    this.secureCookies = secureCookies;
  }

  @Bean
  static EngineDoorkeeper engineDoorkeeper(People people, AuthorizationService authorizations) {
    return new EngineDoorkeeper(people, authorizations);
  }

  @Bean
  @Order(1)
  SecurityFilterChain machines(
      HttpSecurity http,
      IdentityService identity,
      EngineDoorkeeper engine,
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
                    .requestMatchers(EngineDoorkeeper.doors())
                    .access(engine.opens())
                    .anyRequest()
                    .authenticated())
        .httpBasic(basic -> basic.authenticationEntryPoint(refused))
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(refused).accessDeniedHandler(refused))
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(csrfTokens(secureCookies))
                    .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                    .requireCsrfProtectionMatcher(WebSecurity::changesSomethingInASession))
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .headers(
            headers ->
                contentPolicy(headers, "default-src 'none'; frame-ancestors 'none'")
                    .addHeaderWriter(kept(EngineDoorkeeper.doors())))
        .addFilterBefore(new PresentPersonFilter(presence), AnonymousAuthenticationFilter.class)
        .addFilterAfter(new CsrfCookie(), AuthorizationFilter.class)
        .addFilterAfter(new CurrentPersonFilter(identity), CsrfCookie.class)
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain webapps(
      HttpSecurity http, EngineDoorkeeper engine, Presence presence, ObjectMapper json)
      throws Exception {
    RefusedRequests refused = new RefusedRequests(json);
    HttpSessionRequestCache pages = new HttpSessionRequestCache();
    pages.setMatchingRequestParameterName(null);
    pages.setRequestMatcher(
        request ->
            "GET".equals(request.getMethod())
                && EngineDoorkeeper.pathOf(request).startsWith("/camunda/app/")
                && EngineDoorkeeper.pathOf(request).endsWith("/"));
    return http.securityMatcher(path("/camunda(/.*)?"))
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers(EngineDoorkeeper.doors())
                    .access(engine.opens())
                    // pages, scripts and pictures
                    .requestMatchers(request -> !SAFE.contains(request.getMethod()))
                    .denyAll()
                    .anyRequest()
                    .authenticated())
        .exceptionHandling(
            handling ->
                handling
                    .defaultAuthenticationEntryPointFor(refused, EngineDoorkeeper.doors())
                    .defaultAuthenticationEntryPointFor(loginPage(), AnyRequestMatcher.INSTANCE)
                    .defaultAccessDeniedHandlerFor(refused, EngineDoorkeeper.doors())
                    .defaultAccessDeniedHandlerFor(
                        new AccessDeniedHandlerImpl(), AnyRequestMatcher.INSTANCE))
        .requestCache(cache -> cache.requestCache(pages))
        // the web applications have their own token, which nothing has checked when one logs out
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(csrfTokens(secureCookies))
                    .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                    .requireCsrfProtectionMatcher(
                        request -> LOGOUT.matches(request) && !carriesTheirToken(request)))
        .logout(
            logout ->
                logout
                    .logoutRequestMatcher(
                        request -> "POST".equals(request.getMethod()) && LOGOUT.matches(request))
                    .logoutSuccessHandler(
                        new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
        // the web applications write their own policy and cache their scripts
        .headers(
            headers ->
                headers
                    .cacheControl(cache -> cache.disable())
                    .addHeaderWriter(kept(EngineDoorkeeper.doors()))
                    .addHeaderWriter(kept(PageNonce.pages())))
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
            form ->
                form.loginPage("/login")
                    .successHandler(backToThePage())
                    .failureHandler(WebSecurity::backToLogin))
        .exceptionHandling(handling -> handling.authenticationEntryPoint(loginPage()))
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(csrfTokens(secureCookies))
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

  /** The login asks where a request comes from; Spring's own filter stands behind it. */
  @Bean
  static FilterRegistrationBean<RequestContextFilter> loginKnowsTheRequest() {
    FilterRegistrationBean<RequestContextFilter> registration =
        new FilterRegistrationBean<>(new RequestContextFilter());
    registration.setName("loginKnowsTheRequest");
    registration.setOrder(BEFORE_SPRING_SECURITY);
    return registration;
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

  /** Kept by no browser, whatever the engine says of its own answers. */
  private static HeaderWriter kept(RequestMatcher answers) {
    return new DelegatingRequestMatcherHeaderWriter(
        answers, (request, response) -> response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store"));
  }

  /** Says how long to wait where that is more than what the page asks of everybody. */
  private static void backToLogin(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    String why =
        failure instanceof PasswordLogin.HasToWait wait && wait.seconds() > 60
            ? "wait=" + wait.seconds()
            : "failed";
    response.sendRedirect(request.getContextPath() + "/login?" + why);
  }

  /** Where a page sends whoever is not logged in, or not any more. */
  static LoginUrlAuthenticationEntryPoint loginPage() {
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

  private static boolean carriesTheirToken(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    Object token =
        session == null ? null : session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
    return token != null && token.equals(request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME));
  }

  /**
   * To the page that was asked for, in this house: the host it was asked at is the client's word.
   */
  private static AuthenticationSuccessHandler backToThePage() {
    SavedRequestAwareAuthenticationSuccessHandler back =
        new SavedRequestAwareAuthenticationSuccessHandler();
    back.setRedirectStrategy(
        (request, response, url) ->
            response.sendRedirect(
                url.replaceFirst("^[a-z]+://[^/?#]*", "").replaceFirst("^/*", "/")));
    return back;
  }

  private static boolean changesSomethingInASession(HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    boolean basic = authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6);
    return !SAFE.contains(request.getMethod()) && !basic;
  }

  /** Readable by our own scripts, which send it back in the header. */
  static CookieCsrfTokenRepository csrfTokens(boolean secureCookies) {
    CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
    tokens.setCookieName("RECTIFY-XSRF-TOKEN");
    tokens.setHeaderName("X-RECTIFY-XSRF-TOKEN");
    tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").secure(secureCookies));
    return tokens;
  }

  static HeadersConfigurer<HttpSecurity> contentPolicy(
      HeadersConfigurer<HttpSecurity> headers, String policy) {
    return headers
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
