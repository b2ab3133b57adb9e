package rectify.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/deputies")
@Tag(name = "请假代办")
class DeputyController {

  private final Deputies deputies;
  private final People people;

  DeputyController(Deputies deputies, People people) {
    this.deputies = deputies;
    this.people = people;
  }

  /**
   * Names a deputy.
   *
   * @param person who is absent; the current person if null
   */
  record Naming(String person, String deputy, LocalDate from, LocalDate to) {}

  record View(
      long id,
      String person,
      String personName,
      String deputy,
      String deputyName,
      LocalDate from,
      LocalDate to) {}

  record Candidate(String id, String name) {}

  @GetMapping
  @Operation(summary = "我委托的和委托我的代办")
  List<View> mine() {
    return deputies.concerning(people.current().id()).stream()
        .map(
            deputy ->
                new View(
                    deputy.id(),
                    deputy.person(),
                    people.nameOf(deputy.person()),
                    deputy.deputy(),
                    people.nameOf(deputy.deputy()),
                    deputy.fromDay(),
                    deputy.toDay()))
        .toList();
  }

  @GetMapping("/candidates")
  @Operation(summary = "可以委托的同事")
  List<Candidate> candidates() {
    return deputies.candidates(people.current().id()).stream()
        .map(id -> new Candidate(id, people.nameOf(id)))
        .toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "委托同事在请假期间代办")
  void name(@RequestBody Naming naming) {
    String person = naming.person() == null ? people.current().id() : naming.person();
    deputies.name(person, naming.deputy(), naming.from(), naming.to());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "提前结束代办")
  void end(@PathVariable long id) {
    deputies.end(id);
  }
}
