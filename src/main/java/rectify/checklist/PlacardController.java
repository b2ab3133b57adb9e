package rectify.checklist;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rectify.enterprise.EnterpriseRights;
import rectify.enterprise.Enterprises;
import rectify.paper.Placard;
import rectify.paper.Placards;
import rectify.profile.Post;
import rectify.profile.Profile;
import rectify.profile.Profiles;
import rectify.profile.Workshop;
import rectify.refusal.Refusal;

/** Registers and cards on paper. */
@RestController
@RequestMapping("/api/enterprises/{id}")
@Tag(name = "企业清单、车间表册、岗位卡片")
class PlacardController {

  private final Checklists checklists;
  private final Profiles profiles;
  private final Enterprises enterprises;
  private final EnterpriseRights rights;
  private final Criteria criteria;
  private final Standards standards;
  private final Placards placards;
  private final Clock clock;

  PlacardController(
      Checklists checklists,
      Profiles profiles,
      Enterprises enterprises,
      EnterpriseRights rights,
      Criteria criteria,
      Standards standards,
      Placards placards,
      Clock clock) {
    this.checklists = checklists;
    this.profiles = profiles;
    this.enterprises = enterprises;
    this.rights = rights;
    this.criteria = criteria;
    this.standards = standards;
    this.placards = placards;
    this.clock = clock;
  }

  @GetMapping("/registers/export.pdf")
  @Operation(summary = "打印车间表册（PDF）", description = "workshop 为车间编号，0为公司级；不指定为全部")
  void registers(
      @PathVariable long id, @RequestParam Optional<Long> workshop, HttpServletResponse response)
      throws IOException {
    List<Card> registers = checklists.registers(readable(id));
    List<Card> wanted =
        workshop.isEmpty()
            ? registers
            : registers.stream()
                .filter(it -> workshop.get().equals(it.workshopId() == null ? 0 : it.workshopId()))
                .toList();
    print("车间表册", wanted, response);
  }

  @GetMapping("/cards/export.pdf")
  @Operation(summary = "打印岗位卡片（PDF），带二维码", description = "post 为岗位编号；不指定为全部")
  void cards(@PathVariable long id, @RequestParam Optional<Long> post, HttpServletResponse response)
      throws IOException {
    List<Card> cards = checklists.cards(readable(id));
    List<Card> wanted =
        post.isEmpty()
            ? cards
            : cards.stream().filter(it -> Objects.equals(it.postId(), post.get())).toList();
    print("岗位卡片", wanted, response);
  }

  private void print(String title, List<Card> cards, HttpServletResponse response)
      throws IOException {
    if (cards.isEmpty()) {
      throw Refusal.notFound("没有可以打印的" + title + "，请先登记车间和岗位。");
    }
    String name = cards.size() == 1 ? title + "－" + cards.get(0).name() : title;
    Profile profile = profiles.of(cards.get(0).enterpriseId());
    placards.download(
        name, cards.stream().map(card -> placard(title, card, profile)).toList(), response);
  }

  private Placard placard(String title, Card card, Profile profile) {
    boolean register = card.postId() == null;
    String workshop =
        profile.posts().stream()
            .filter(post -> Objects.equals(post.id(), card.postId()))
            .map(Post::workshopId)
            .filter(Objects::nonNull)
            .flatMap(id -> profile.workshops().stream().filter(it -> it.id() == id))
            .map(Workshop::name)
            .collect(Collectors.joining());
    String about = "清单第 %d 版　共 %d 项".formatted(card.versionNumber(), card.entries().size());
    return new Placard(
        card.enterpriseName(),
        title,
        card.name(),
        workshop.isEmpty() ? about : workshop + "　" + about,
        card.entries().stream().map(it -> line(it.item(), register)).toList(),
        register,
        card.url());
  }

  private Placard.Line line(CheckItem item, boolean register) {
    String how = "怎么查：" + item.method();
    return new Placard.Line(
        item.part(),
        item.content(),
        register ? how + "　依据：" + standards.cited(item, LocalDate.now(clock)) : how,
        criteria.mark(item, LocalDate.now(clock)));
  }

  private long readable(long id) {
    return enterprises.get(id, rights.get().read()).id();
  }
}
