package rectify.watch;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rectify.page.CityPage;
import rectify.watch.Standstill.Choice;

@CityPage
class StandstillPages {

  private final Standstills standstills;

  StandstillPages(Standstills standstills) {
    this.standstills = standstills;
  }

  @GetMapping("/city/standstills")
  String all(Model model) {
    model.addAttribute("list", standstills.all());
    return "watch/standstills";
  }

  /**
   * @param choice what to show the effect of; null for what fell into it
   */
  @GetMapping("/city/standstills/{id}")
  String show(@PathVariable long id, @RequestParam(required = false) String choice, Model model) {
    model.addAttribute("one", standstills.get(id));
    if (choice == null) {
      model.addAttribute("items", standstills.items(id));
    } else {
      model.addAttribute("preview", standstills.preview(id, Choice.of(choice)));
    }
    return "watch/standstill";
  }

  @PostMapping("/city/standstills/{id}")
  String choose(
      @PathVariable long id,
      @RequestParam(required = false) String choice,
      @RequestParam(required = false) String reason,
      RedirectAttributes redirect) {
    Choice chosen = Choice.of(choice);
    standstills.choose(id, chosen, reason);
    redirect.addFlashAttribute("done", "已选择" + chosen.chinese() + "，每个案件都记了一条“系统停运处理”。");
    return "redirect:/city/standstills/" + id;
  }
}
