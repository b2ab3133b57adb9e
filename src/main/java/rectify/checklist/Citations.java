package rectify.checklist;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What cites a document of the register: what has to be looked at when it changes. */
@Component
class Citations {

  /** An item of a guide that holds now, and where in the document it points. */
  record Cited(
      @Schema(description = "指引代码") String guide,
      @Schema(description = "指引名称") String guideName,
      @Schema(description = "条目") String item,
      @Schema(description = "检查内容") String content,
      @Schema(description = "条款") String clause) {}

  private final Guides guides;
  private final Criteria criteria;

  Citations(Guides guides, Criteria criteria) {
    this.guides = guides;
    this.criteria = criteria;
  }

  /** The items that cite a document, guide by guide. */
  List<Cited> items(Standard standard) {
    return all().filter(it -> it.name().equals(standard.name())).map(Named::cited).toList();
  }

  /** The criteria that are of a document. */
  List<Criterion> criteria(Standard standard) {
    return criteria.all().stream().filter(it -> it.document().equals(standard.name())).toList();
  }

  /** How many items cite each document, by its name. */
  Map<String, Long> counts() {
    return all().collect(groupingBy(Named::name, counting()));
  }

  private record Named(String name, Cited cited) {}

  private Stream<Named> all() {
    return guides.all().stream()
        .flatMap(
            guide ->
                guide.items().stream()
                    .flatMap(
                        item ->
                            Citation.in(item.basis()).stream()
                                .map(it -> new Named(it.inWords(), cited(guide, item, it)))));
  }

  private static Cited cited(Guide guide, CheckItem item, Citation citation) {
    return new Cited(
        guide.code(), guide.version().name(), item.code(), item.content(), citation.clause());
  }
}
