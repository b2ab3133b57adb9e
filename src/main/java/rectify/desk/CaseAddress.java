package rectify.desk;

import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import rectify.hazard.Hazards;
import rectify.identity.People;
import rectify.register.Ledger;

/** Leads from a notice, which knows a case by its id, to the case's one address. */
@Controller
class CaseAddress {

  private final Hazards hazards;
  private final Ledger ledger;
  private final People people;

  CaseAddress(Hazards hazards, Ledger ledger, People people) {
    this.hazards = hazards;
    this.ledger = ledger;
    this.people = people;
  }

  @GetMapping("/case/{id}")
  String lead(@PathVariable long id, Principal person) {
    return hazards.byIds(List.of(id)).values().stream()
        .filter(
            hazard ->
                people.find(person.getName()).filter(who -> ledger.shows(hazard, who)).isPresent())
        .map(hazard -> "redirect:/city/cases/" + hazard.caseNumber())
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
