package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import rectify.checklist.Checklists;
import rectify.identity.People;
import rectify.identity.Visitor;
import rectify.profile.Profile;
import rectify.profile.ProfileDetails;
import rectify.profile.ProfileDetails.PostDetails;
import rectify.profile.ProfileDetails.WorkshopDetails;
import rectify.profile.Profiles;

/** What the QR code on a post's card opens. */
@WholeSystem
class PostCardIT {

  @Autowired private People people;
  @Autowired private Profiles profiles;
  @Autowired private Checklists checklists;
  @LocalServerPort private int port;

  private long enterprise;
  private long post;
  private String card;

  @BeforeEach
  void a_card_of_a_stone_mill() {
    String officer = "naenterprise";
    enterprise = people.find(officer).orElseThrow().standing().enterprises().iterator().next();
    List<String> traits = List.of("石材锯切");
    Profile profile =
        profiles.save(
            enterprise,
            new ProfileDetails(
                List.of(),
                List.of(new WorkshopDetails(null, "大切车间", traits)),
                List.of(new PostDetails(null, "大切工", "大切车间", traits))),
            officer);
    String proposed = checklists.proposal(enterprise).fingerprint();
    checklists.confirm(enterprise, proposed, List.of(), officer);
    post = profile.posts().get(0).id();
    card = "/check/" + post;
  }

  @Test
  void a_stranger_logs_in_first() {
    HttpResponse<String> answer = new Visitor(port).get(card);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(Visitor.path(answer)).startsWith("/login");
  }

  @Test
  void the_safety_officer_sees_the_posts_items() {
    HttpResponse<String> answer = new Visitor(port).loggedIn("naenterprise").get(card);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("大切工", "锯片", "怎么查");
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).contains("UTF-8");
  }

  @Test
  void its_card_and_registers_are_printed_for_who_may_see_the_enterprise_and_nobody_else() {
    String path = "/api/enterprises/" + enterprise;
    for (String paper :
        List.of(
            path + "/cards/export.pdf?post=" + post,
            path + "/cards/export.pdf",
            path + "/registers/export.pdf?workshop=0")) {
      HttpResponse<String> own = new Visitor(port).as("naenterprise").get(paper);
      assertThat(own.statusCode()).as(paper).isEqualTo(200);
      assertThat(own.body()).startsWith("%PDF");
      assertThat(new Visitor(port).as("shuitou1").get(paper).statusCode()).isEqualTo(200);
      assertThat(new Visitor(port).as("jjenterprise").get(paper).statusCode()).isEqualTo(404);
    }
    assertThat(
            new Visitor(port)
                .as("naenterprise")
                .get(path + "/cards/export.pdf?post=999999")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void another_enterprise_is_told_nothing() {
    HttpResponse<String> answer = new Visitor(port).loggedIn("jjenterprise").get(card);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).doesNotContain("大切工", "锯片");
  }
}
