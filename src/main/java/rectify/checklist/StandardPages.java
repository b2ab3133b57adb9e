package rectify.checklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import rectify.identity.GroupIds;
import rectify.page.CityPage;
import rectify.page.PageEntry;

/** The register of documents to read: what is in force, what could not be read, what cites it. */
@CityPage
class StandardPages {

  /** A document in the list of all. */
  record Row(Standard standard, String state, long items) {}

  private final StandardController door;

  StandardPages(StandardController door) {
    this.door = door;
  }

  @GetMapping("/city/standards")
  String list(
      @RequestParam(required = false) String text,
      @RequestParam(required = false) String state,
      Model model) {
    String wanted = text == null ? "" : text.strip();
    LocalDate today = door.today();
    Map<String, Long> counts = door.counts();
    List<Row> rows =
        door.list(Optional.empty()).stream()
            .filter(it -> it.name().contains(wanted))
            .map(it -> new Row(it, state(it, today), counts.getOrDefault(it.name(), 0L)))
            .filter(
                it ->
                    state == null
                        || state.isBlank()
                        || (state.equals("gap")
                            ? it.standard().gap() != null
                            : it.state().equals(state)))
            .toList();
    model.addAttribute("rows", rows);
    model.addAttribute("text", wanted);
    model.addAttribute("state", state);
    return "checklist/standards";
  }

  @GetMapping("/city/standards/citing")
  String citing(@RequestParam String name, Model model) {
    StandardController.Citing citing = door.citing(name);
    model.addAttribute("citing", citing);
    model.addAttribute("state", state(citing.standard(), door.today()));
    return "checklist/standard";
  }

  private static String state(Standard standard, LocalDate today) {
    if (standard.isInForce(today)) {
      return standard.to() != null
              && !standard.to().isAfter(today.plusDays(StandardsWatch.DAYS_AHEAD))
          ? "即将失效"
          : "有效";
    }
    return standard.to() != null && today.isAfter(standard.to()) ? "已失效" : "尚未施行";
  }

  @Configuration(proxyBeanMethods = false)
  static class Way {

    @Bean
    static PageEntry wayToStandards() {
      return new PageEntry(
          66,
          "依据目录",
          "/city/standards",
          "journal-text",
          actor -> actor.standing().administrator() || actor.standing().isOfOffice(GroupIds.CITY));
    }
  }
}
