package rectify.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever's address no mail can reach is told where the address is saved, at every door. */
@DemoApplication
class MailAddressDoorTest {

  private static final String[] DOORS = {
    "/engine-rest/user/naoffice/profile", "/camunda/api/engine/engine/default/user/naoffice/profile"
  };

  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(strings = {"＠", "zhang＠example.com", "a@b;c@d", "zhang"})
  void an_address_no_mail_reaches_is_refused_with_the_reason(String address) {
    for (String door : DOORS) {
      HttpResponse<String> answer = save(door, address);

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
      assertThat(answer.body()).contains("电子邮箱“" + address + "”不能用", "例如");
    }
    assertThat(profile()).doesNotContain(address);
  }

  @Test
  void one_that_mail_reaches_is_kept_and_may_be_taken_away_again() {
    assertThat(save(DOORS[0], "  zhang@example.com\u200b").statusCode()).isEqualTo(204);
    assertThat(profile()).contains("\"zhang@example.com\"");

    assertThat(save(DOORS[0], "").statusCode()).isEqualTo(204);
    assertThat(profile()).doesNotContain("zhang@example.com");
  }

  private HttpResponse<String> save(String door, String address) {
    String profile =
        "{\"id\":\"naoffice\",\"firstName\":\"演示\",\"lastName\":\"\",\"email\":\"%s\"}"
            .formatted(address);
    // Camunda's pages know the session alone
    return door.startsWith("/camunda")
        ? new Visitor(port).loggedIn("admin").inSession("PUT", door, profile)
        : new Visitor(port).as("admin").send("PUT", door, profile);
  }

  private String profile() {
    return new Visitor(port).as("admin").get(DOORS[0]).body();
  }
}
