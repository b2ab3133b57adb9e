package rectify.city;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import rectify.page.CityPage;

@CityPage
class FirstPage {

  private final Overviews overviews;

  FirstPage(Overviews overviews) {
    this.overviews = overviews;
  }

  @GetMapping("/city")
  String first(Model model) {
    model.addAttribute("overview", overviews.ofToday());
    return "city/first";
  }
}
