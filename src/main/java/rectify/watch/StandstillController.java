package rectify.watch;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rectify.watch.Standstill.Choice;
import rectify.watch.Standstills.Preview;
import rectify.watch.Standstills.View;

@RestController
@RequestMapping("/api/standstills")
class StandstillController {

  /** A choice: {@code run} or {@code move}. */
  record Chosen(String choice, String reason) {}

  private final Standstills standstills;

  StandstillController(Standstills standstills) {
    this.standstills = standstills;
  }

  @GetMapping
  List<View> all() {
    return standstills.all();
  }

  /** What fell into one. */
  @GetMapping("/{id}/items")
  List<Item> items(@PathVariable long id) {
    return standstills.items(id);
  }

  @GetMapping("/{id}/preview")
  Preview preview(@PathVariable long id, @RequestParam(defaultValue = "move") String choice) {
    return standstills.preview(id, Choice.of(choice));
  }

  @PostMapping("/{id}/choice")
  View choose(@PathVariable long id, @RequestBody Chosen chosen) {
    return standstills.choose(id, Choice.of(chosen.choice()), chosen.reason());
  }
}
