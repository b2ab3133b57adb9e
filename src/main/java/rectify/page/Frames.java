package rectify.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import rectify.identity.Actor;
import rectify.identity.GroupIds;
import rectify.identity.People;

/** Puts the frame around every page; it costs no statement of its own. */
@ControllerAdvice(annotations = CityPage.class)
class Frames {

  private final People people;
  private final List<PageEntry> entries;

  Frames(People people, List<PageEntry> entries) {
    this.people = people;
    this.entries = entries.stream().sorted(Comparator.comparingInt(PageEntry::place)).toList();
  }

  @ModelAttribute("frame")
  Frame of(HttpServletRequest request) {
    Actor actor = people.current();
    return new Frame(
        actor.name(),
        unit(actor),
        entries.stream().filter(entry -> entry.shownTo().test(actor)).toList(),
        Address.of(request),
        request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
            ? token.getToken()
            : "");
  }

  private String unit(Actor actor) {
    String units =
        actor.groups().stream()
            .filter(GroupIds::isUnit)
            .map(people::groupName)
            .collect(Collectors.joining("、"));
    return units.isEmpty() ? null : units;
  }
}
