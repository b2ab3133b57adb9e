package rectify.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The page of one person, written while another request has changed the nonce. */
class PageNonceTest {

  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Test
  void a_page_carries_the_nonce_that_its_own_policy_allows() throws Exception {
    ask("/camunda/app/tasklist/default/");

    assertThat(response.getContentAsString(UTF_8)).isEqualTo("<script nonce=\"mine\">任务</script>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"scripts/config.js", "camunda-tasklist-bootstrap.js"})
  void a_script_is_left_as_it_is(String script) throws Exception {
    ask("/camunda/app/tasklist/" + script);

    assertThat(response.getContentAsString(UTF_8)).contains("another's");
  }

  private void ask(String path) throws Exception {
    new PageNonce()
        .doFilter(
            new MockHttpServletRequest("GET", path),
            response,
            (request, answer) -> {
              ((HttpServletResponse) answer)
                  .setHeader("Content-Security-Policy", "script-src 'nonce-mine' 'self'");
              answer
                  .getOutputStream()
                  .write("<script nonce=\"another's\">任务</script>".getBytes(UTF_8));
            });
  }
}
