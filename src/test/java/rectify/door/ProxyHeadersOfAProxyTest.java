package rectify.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ProxyHeadersOfAProxyTest {

  private static final String PROXIES = "10.1.0.0/16, 192.168.7.7, fd00:1::/32";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10.1.2.3    | 8.8.8.8                      | 8.8.8.8
          10.1.2.3    | 6.6.6.6, 8.8.8.8             | 8.8.8.8
          10.1.2.3    | 6.6.6.6, 8.8.8.8, 10.1.9.9   | 8.8.8.8
          10.1.2.3    | 8.8.8.8, 192.168.7.7         | 8.8.8.8
          192.168.7.7 | 8.8.8.8                      | 8.8.8.8
          192.168.7.8 | 8.8.8.8                      | 192.168.7.8
          10.2.2.3    | 8.8.8.8                      | 10.2.2.3
          10.1.2.3    | evil.example                 | 10.1.2.3
          10.1.2.3    | 8.8.8.8, <script>            | 10.1.2.3
          10.1.2.3    | 999.1.1.1                    | 10.1.2.3
          10.1.2.3    | 10.1.9.9                     | 10.1.9.9
          fd00:1::5   | 2001:db8::1                  | 2001:db8:0:0:0:0:0:1
          """)
  void the_address_is_the_last_one_a_proxy_of_ours_has_heard(
      String connection, String said, String address) throws Exception {
    HttpServletRequest seen = seen(PROXIES, connection, "X-Forwarded-For", said);

    assertThat(seen.getRemoteAddr()).isEqualTo(address);
    assertThat(seen.getHeader("x-forwarded-for")).isNull();
    assertThat(java.util.Collections.list(seen.getHeaderNames())).isEmpty();
  }

  @Test
  void a_row_of_addresses_without_end_is_not_read() throws Exception {
    HttpServletRequest seen =
        seen(PROXIES, "10.1.2.3", "X-Forwarded-For", "8.8.8.8,".repeat(500) + "8.8.8.8");

    assertThat(seen.getRemoteAddr()).isEqualTo("10.1.2.3");
  }

  @Test
  void a_proxy_may_say_that_tls_ends_at_it_but_not_which_house_this_is() throws Exception {
    assertThat(seen(PROXIES, "10.1.2.3", "X-Forwarded-Proto", "https").isSecure()).isTrue();
    assertThat(seen(PROXIES, "8.8.8.8", "X-Forwarded-Proto", "https").isSecure()).isFalse();
    assertThat(seen("", "10.1.2.3", "X-Forwarded-Proto", "https").isSecure()).isFalse();
    assertThat(seen(PROXIES, "10.1.2.3", "X-Forwarded-Host", "evil.example").getServerName())
        .isEqualTo("localhost");
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0", "10.0.0.0/-1", "*"})
  void a_range_that_is_none_stops_the_start(String range) {
    assertThatThrownBy(() -> new ProxyHeaders(range)).isInstanceOf(IllegalArgumentException.class);
  }

  private static HttpServletRequest seen(
      String proxies, String connection, String header, String value) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/people/me");
    request.setRemoteAddr(connection);
    request.addHeader(header, value);
    MockFilterChain chain = new MockFilterChain();
    new ProxyHeaders(proxies).doFilter(request, new MockHttpServletResponse(), chain);
    return (HttpServletRequest) chain.getRequest();
  }
}
