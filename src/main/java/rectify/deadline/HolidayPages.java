package rectify.deadline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import rectify.deadline.HolidayController.Imported;
import rectify.page.CityPage;
import rectify.page.PageEntry;
import rectify.refusal.Refusal;

@CityPage
class HolidayPages {

  private final HolidayController door;

  HolidayPages(HolidayController door) {
    this.door = door;
  }

  @GetMapping("/city/holidays")
  String year(@RequestParam(required = false) Integer year, Model model) {
    return shown(Optional.ofNullable(year), model);
  }

  private String shown(Optional<Integer> year, Model model) {
    model.addAttribute("shown", door.year(year));
    model.addAttribute("mayImport", door.mayImport());
    return "deadline/holidays";
  }

  /**
   * @param doing {@code preview} or {@code store}
   */
  @PostMapping(path = "/city/holidays", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  String read(@RequestParam MultipartFile notice, @RequestParam String doing, Model model) {
    if (notice.isEmpty()) {
      throw new Refusal("请选择节假日安排的文件（CSV 或 JSON）。");
    }
    Imported read = door.store(content(notice), false, !doing.equals("store")).getBody();
    model.addAttribute("read", read);
    model.addAttribute("stored", read.stored() > 0);
    return shown(Optional.empty(), model);
  }

  private static byte[] content(MultipartFile file) {
    try {
      return file.getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Way {

    @Bean
    static PageEntry wayToHolidays() {
      return new PageEntry(
          75, "节假日", "/city/holidays", "calendar3", actor -> actor.standing().administrator());
    }
  }
}
