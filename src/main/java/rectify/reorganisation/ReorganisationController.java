package rectify.reorganisation;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import rectify.identity.People;
import rectify.refusal.Refusal;

@RestController
@RequestMapping("/api/reorganisations")
class ReorganisationController {

  private final Reorganisations reorganisations;
  private final People people;

  ReorganisationController(Reorganisations reorganisations, People people) {
    this.reorganisations = reorganisations;
    this.people = people;
  }

  /** What the files would move and what they have moved. */
  @GetMapping
  List<Reorganisations.Plan> preview() {
    forAdministrators();
    return reorganisations.preview();
  }

  /** Reads the files again and moves what is in force. */
  @PostMapping
  List<String> carryOut() {
    forAdministrators();
    return reorganisations.carryOut();
  }

  private void forAdministrators() {
    if (!people.current().standing().administrator()) {
      throw Refusal.forbidden("责任目录的调整由系统管理员执行，如有需要请联系系统管理员。");
    }
  }
}
