package rectify.door;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where a request comes from is what its connection says, and behind a proxy the operator has named
 * what that proxy says. Nobody else's word counts, and nothing further in sees such headers: of a
 * proxy's word only an address and http or https are taken, never a host or a path, which would end
 * up in redirects and pages.
 */
final class ProxyHeaders extends OncePerRequestFilter {

  private static final Pattern SAID_BY_PROXIES =
      Pattern.compile(
          "(?i)forwarded|x-forwarded-.*|x-real-ip|x-client-ip|true-client-ip|x-original-.*"
              + "|x-rewrite-url|front-end-https");
  private static final int LONGEST = 1000;

  private final List<AddressRange> trusted;

  /**
   * @param trusted addresses and ranges, separated by commas; none if empty
   */
  ProxyHeaders(String trusted) {
    this.trusted =
        Arrays.stream(trusted.split(","))
            .map(String::strip)
            .filter(range -> !range.isEmpty())
            .map(AddressRange::of)
            .toList();
  }

  /** Before everything else that looks at a request. */
  @Configuration(proxyBeanMethods = false)
  static class Registration {

    @Bean
    FilterRegistrationBean<ProxyHeaders> proxyHeaders(
        @Value("${rectify.trusted-proxies:}") String trusted) {
      FilterRegistrationBean<ProxyHeaders> registration =
          new FilterRegistrationBean<>(new ProxyHeaders(trusted));
      registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
      registration.setDispatcherTypes(
          EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
      return registration;
    }
  }

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean proxy = AddressRange.parse(request.getRemoteAddr()).filter(this::isTrusted).isPresent();
    String client = proxy ? client(request) : request.getRemoteAddr();
    boolean tls =
        request.isSecure() || proxy && "https".equalsIgnoreCase(last(request, "X-Forwarded-Proto"));
    chain.doFilter(new Believed(request, client, tls), response);
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(range -> range.contains(address));
  }

  /** The last address in the row that is no proxy of ours; each proxy adds whom it has heard. */
  private String client(HttpServletRequest request) {
    String client = request.getRemoteAddr();
    List<String> row = row(request, "X-Forwarded-For");
    for (int i = row.size() - 1; i >= 0; i--) {
      Optional<InetAddress> address = AddressRange.parse(row.get(i));
      if (address.isEmpty()) {
        return client;
      }
      client = address.get().getHostAddress();
      if (!isTrusted(address.get())) {
        return client;
      }
    }
    return client;
  }

  private static String last(HttpServletRequest request, String header) {
    List<String> row = row(request, header);
    return row.isEmpty() ? "" : row.get(row.size() - 1);
  }

  private static List<String> row(HttpServletRequest request, String header) {
    String all = String.join(",", Collections.list(request.getHeaders(header)));
    return all.isBlank() || all.length() > LONGEST
        ? List.of()
        : Arrays.stream(all.split(",")).map(String::strip).toList();
  }

  /** The request without what only a proxy may say. */
  private static final class Believed extends HttpServletRequestWrapper {

    private final String client;
    private final boolean tls;

    Believed(HttpServletRequest request, String client, boolean tls) {
      super(request);
      this.client = client;
      this.tls = tls;
    }

    private HttpServletRequest original() {
      return (HttpServletRequest) getRequest();
    }

    @Override
    public String getRemoteAddr() {
      return client;
    }

    @Override
    public String getRemoteHost() {
      return client;
    }

    @Override
    public boolean isSecure() {
      return tls;
    }

    @Override
    public String getScheme() {
      return tls ? "https" : original().getScheme();
    }

    @Override
    public String getHeader(String name) {
      return isHidden(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
      return Collections.enumeration(
          Collections.list(super.getHeaderNames()).stream()
              .filter(name -> !isHidden(name))
              .toList());
    }

    private static boolean isHidden(String name) {
      return SAID_BY_PROXIES.matcher(name).matches();
    }
  }
}
