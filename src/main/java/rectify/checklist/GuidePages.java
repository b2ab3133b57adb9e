package rectify.checklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import rectify.page.CityPage;
import rectify.page.PageEntry;
import rectify.refusal.Refusal;

/** The guides to read and, for the city's editors, to change. */
@CityPage
class GuidePages {

  /** A guide in the list of all. */
  record Row(GuideVersion version, boolean ofVisits) {}

  /** An item as a person reads it today. */
  record Line(CheckItem item, String basis, String criterion) {}

  private final GuideController door;
  private final Criteria criteria;
  private final Standards standards;
  private final StandardController register;

  GuidePages(
      GuideController door, Criteria criteria, Standards standards, StandardController register) {
    this.door = door;
    this.criteria = criteria;
    this.standards = standards;
    this.register = register;
  }

  @GetMapping("/city/guides")
  String list(
      @RequestParam(required = false) String text,
      @RequestParam(required = false) String family,
      Model model) {
    String wanted = text == null ? "" : text.strip();
    List<Row> rows =
        door.list(Optional.empty()).stream()
            .map(it -> new Row(it, it.guideCode().startsWith(GuideLibrary.VISIT)))
            .filter(
                it -> family == null || family.isBlank() || family.equals("visit") == it.ofVisits())
            .filter(
                it ->
                    it.version().name().contains(wanted)
                        || it.version().guideCode().contains(wanted))
            .toList();
    model.addAttribute("rows", rows);
    model.addAttribute("text", wanted);
    model.addAttribute("family", family);
    model.addAttribute("mayImport", door.mayImport());
    return "checklist/guides";
  }

  @GetMapping("/city/guides/{code}")
  String guide(@PathVariable String code, Model model) {
    Guide guide = door.get(code, Optional.empty(), Family.BOTH);
    LocalDate today = register.today();
    model.addAttribute("guide", guide.version());
    model.addAttribute("ofVisits", code.startsWith(GuideLibrary.VISIT));
    model.addAttribute(
        "lines",
        guide.items().stream()
            .map(it -> new Line(it, standards.cited(it, today), criteria.citation(it, today)))
            .toList());
    model.addAttribute("mayImport", door.mayImport());
    return "checklist/guide";
  }

  /**
   * @param doing {@code preview} or {@code store}
   * @param name of a guide there was none of yet
   */
  @PostMapping(path = "/city/guides", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  String read(
      @RequestParam String code,
      @RequestParam(required = false) String name,
      @RequestParam MultipartFile file,
      @RequestParam String doing,
      Model model) {
    if (file.isEmpty()) {
      throw new Refusal("请选择检查指引的文件（xlsx 或 CSV）。");
    }
    String guide = code.strip();
    model.addAttribute("code", guide);
    GuideEditions.Changes changes = door.preview(guide, file);
    model.addAttribute("changes", changes);
    if (doing.equals("store") && changes.problems().isEmpty()) {
      model.addAttribute(
          "message", door.take(guide, file, Optional.ofNullable(name)).getBody().message());
    }
    return list(null, null, model);
  }

  @Configuration(proxyBeanMethods = false)
  static class Way {

    @Bean
    static PageEntry wayToGuides() {
      return new PageEntry(65, "检查指引", "/city/guides", "list-check", actor -> true);
    }
  }
}
