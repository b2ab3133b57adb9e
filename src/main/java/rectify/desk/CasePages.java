package rectify.desk;

import java.util.List;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import rectify.hazard.Level;
import rectify.hazard.Source;
import rectify.hazard.Status;
import rectify.page.CityPage;
import rectify.page.Listing;
import rectify.register.Ledger;
import rectify.register.LedgerFilter;

@CityPage
class CasePages {

  /** What narrows the list, as it stands in the address. */
  private static final List<String> NARROWING =
      List.of(
          "text",
          "status",
          "level",
          "source",
          "countyCode",
          "authorityGroup",
          "overdue",
          "from",
          "until",
          "open",
          "soon",
          "dueFrom",
          "dueUntil",
          "closedFrom");

  private final CaseLists lists;
  private final CaseFiles files;
  private final Follows follows;
  private final Deeds deeds;
  private final Ledger ledger;

  CasePages(CaseLists lists, CaseFiles files, Follows follows, Deeds deeds, Ledger ledger) {
    this.lists = lists;
    this.files = files;
    this.follows = follows;
    this.deeds = deeds;
    this.ledger = ledger;
  }

  @GetMapping("/city/cases")
  String cases(
      LedgerFilter filter,
      @RequestParam(required = false) String sort,
      @RequestParam(required = false) Integer page,
      Model model) {
    String number = filter.text() == null ? "" : filter.text().strip().toUpperCase(Locale.ROOT);
    if (Ledger.idOf(number).isPresent() && isShown(number)) {
      return "redirect:/city/cases/" + number;
    }
    model.addAttribute("list", lists.page(filter, sort, page));
    model.addAttribute("filter", filter);
    model.addAttribute("narrowing", NARROWING);
    model.addAttribute("chosen", NARROWING.subList(1, 9));
    model.addAttribute("statuses", Status.values());
    model.addAttribute("levels", Level.values());
    model.addAttribute("sources", Source.values());
    model.addAttribute("counties", lists.counties());
    model.addAttribute("units", lists.units(filter));
    return "desk/cases";
  }

  /** A whole number leads to its case, if the person may see it. */
  private boolean isShown(String number) {
    return ledger.page(LedgerFilter.text(number), 0, 1).total() == 1;
  }

  @GetMapping("/city/done")
  String done(LedgerFilter filter, @RequestParam(required = false) Integer page, Model model) {
    model.addAttribute("list", deeds.page(filter, Listing.index(page)));
    model.addAttribute("filter", filter);
    return "desk/done";
  }

  @GetMapping("/city/followed")
  String followed(Model model) {
    model.addAttribute("list", follows.list());
    return "desk/followed";
  }

  @GetMapping("/city/cases/{number}")
  String show(@PathVariable String number, Model model) {
    model.addAttribute("file", files.get(number));
    return "desk/case";
  }

  @PutMapping("/city/cases/{number}/follow")
  String follow(@PathVariable String number, Model model) {
    follows.follow(number);
    return star(number, true, model);
  }

  @DeleteMapping("/city/cases/{number}/follow")
  String unfollow(@PathVariable String number, Model model) {
    follows.unfollow(number);
    return star(number, false, model);
  }

  private static String star(String number, boolean followed, Model model) {
    model.addAttribute("number", number);
    model.addAttribute("followed", followed);
    return "desk/case :: star";
  }
}
