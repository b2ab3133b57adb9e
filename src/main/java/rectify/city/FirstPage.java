package rectify.city;

import org.springframework.web.bind.annotation.GetMapping;
import rectify.page.CityPage;

@CityPage
class FirstPage {

  @GetMapping("/city")
  String first() {
    return "city/first";
  }
}
