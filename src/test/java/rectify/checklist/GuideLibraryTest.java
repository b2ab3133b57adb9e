package rectify.checklist;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import rectify.jurisdiction.Category;
import rectify.jurisdiction.Jurisdictions;
import rectify.jurisdiction.Subcategory;
import rectify.profile.Trait;
import rectify.profile.Traits;

/** The library the product ships: every item of it can be checked by a person on site. */
@SpringJUnitConfig(ChecklistContext.class)
class GuideLibraryTest {

  /** Words of items that nobody can check. */
  private static final List<String> FILLER =
      List.of("加强管理", "提高意识", "高度重视", "认真落实", "切实做好", "进一步", "确保安全", "严格执行", "不断完善");

  @Autowired private GuideLibrary library;
  @Autowired private Traits traits;
  @Autowired private Criteria criteria;
  @Autowired private Jurisdictions jurisdictions;

  private Map<String, GuideFile> guides;

  @BeforeEach
  void read() {
    guides = library.read().stream().collect(toMap(GuideFile::code, guide -> guide));
  }

  @Test
  void there_is_a_general_guide_and_one_for_each_category() {
    assertThat(guides).containsKey("general");
    assertThat(guides.get("general").items()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(guides)
        .containsKeys(
            jurisdictions.categories().stream().map(Category::code).toArray(String[]::new));
  }

  @Test
  void the_citys_trades_have_guides_of_their_own() {
    assertThat(guides)
        .containsKeys(
            "0203", "0301", "0304", "0306", "0404", "0405", "0406", "0414", "0417", "0418", "0422",
            "0423", "0501", "0704", "0705", "0803", "1001", "1002", "1005", "1009", "1014", "1101")
        .containsKeys(
            "topic-dust", "topic-ammonia", "topic-confined", "topic-gas", "topic-chemical");
  }

  @Test
  void no_guide_is_a_stub() {
    assertThat(guides.values())
        .filteredOn(guide -> !isVisit(guide))
        .allMatch(guide -> guide.items().size() >= 10, "ten items at least");
    // an officer carries four of them at once, and what the enterprise looks at too
    assertThat(guides.values())
        .filteredOn(GuideLibraryTest::isVisit)
        .hasSizeGreaterThanOrEqualTo(ContentCount.INSPECTION)
        .allMatch(guide -> guide.items().size() >= 8, "eight items at least");
  }

  private static boolean isVisit(GuideFile guide) {
    return guide.code().startsWith(GuideLibrary.VISIT);
  }

  @Test
  void there_are_as_many_guides_of_each_family_as_the_city_has() {
    assertThat(guides.values().stream().filter(guide -> !isVisit(guide)).count())
        .isGreaterThanOrEqualTo(ContentCount.SELF_CHECK);
  }

  @Test
  void no_item_is_filler() {
    assertThat(items())
        .noneMatch(item -> FILLER.stream().anyMatch(item.content()::contains))
        .noneMatch(item -> item.content().endsWith("。"));
  }

  @Test
  void an_enterprise_never_meets_the_same_item_twice() {
    for (Subcategory trade : jurisdictions.subcategories()) {
      Map<String, String> guideOf = new HashMap<>();
      Stream.of("general", trade.categoryCode(), trade.code())
          .flatMap(code -> Stream.of(code, GuideLibrary.VISIT + code))
          .flatMap(code -> Stream.ofNullable(guides.get(code)))
          .forEach(
              guide ->
                  guide
                      .items()
                      .forEach(
                          item ->
                              assertThat(guideOf.put(item.content(), guide.code()))
                                  .as(guide.code() + " " + item.content())
                                  .isNull()));
    }
  }

  @Test
  void every_criterion_an_item_names_is_in_force() {
    LocalDate day = LocalDate.of(2026, 11, 28);

    assertThat(items().filter(item -> item.criterion() != null))
        .isNotEmpty()
        .allMatch(item -> criteria.find(item.criterion()).orElseThrow().isInForce(day));
  }

  @Test
  void an_item_for_a_major_hazard_rests_on_a_document() {
    assertThat(items().filter(item -> item.criterion() != null && item.basis().startsWith("《工贸")))
        .isNotEmpty()
        .allMatch(item -> item.basis().contains("应急管理部令"));
  }

  @Test
  void every_question_decides_something() {
    Set<String> used = items().flatMap(item -> item.traits().stream()).collect(toSet());

    assertThat(traits.all()).extracting(Trait::name).isSubsetOf(used);
  }

  @Test
  void the_two_families_are_two() {
    assertThat(guides.values())
        .filteredOn(guide -> !isVisit(guide))
        .allMatch(guide -> guide.items().stream().allMatch(it -> it.family().isIn(Family.SELF)))
        .allMatch(guide -> guide.items().stream().allMatch(it -> it.action() == null));
    assertThat(guides.values())
        .filteredOn(GuideLibraryTest::isVisit)
        .allMatch(guide -> guide.items().stream().allMatch(it -> it.family() == Family.INSPECTION))
        .allMatch(guide -> guide.items().stream().allMatch(it -> it.action() != null));
  }

  @Test
  void an_officer_looks_at_all_that_may_be_a_major_hazard() {
    assertThat(guides.values())
        .filteredOn(guide -> !isVisit(guide))
        .flatExtracting(GuideFile::items)
        .filteredOn(item -> item.criterion() != null)
        .allMatch(item -> item.family() == Family.BOTH);
  }

  @Test
  void a_trait_that_decides_for_an_officer_is_asked_of_the_enterprise() {
    Set<String> topics =
        guides.values().stream()
            .filter(guide -> guide.code().startsWith(GuideLibrary.TOPIC))
            .flatMap(guide -> guide.items().stream())
            .flatMap(item -> item.traits().stream())
            .collect(toSet());
    for (Subcategory trade : jurisdictions.subcategories()) {
      Set<String> asked =
          Stream.of("general", trade.categoryCode(), trade.code())
              .flatMap(code -> traits(code).stream())
              .collect(toSet());
      asked.addAll(topics);
      assertThat(traits(GuideLibrary.VISIT + trade.code())).as(trade.code()).isSubsetOf(asked);
    }
  }

  private Set<String> traits(String code) {
    return Stream.ofNullable(guides.get(code))
        .flatMap(guide -> guide.items().stream())
        .flatMap(item -> item.traits().stream())
        .collect(toSet());
  }

  @Test
  void an_item_of_a_topic_applies_only_by_a_trait() {
    assertThat(guides.values())
        .filteredOn(guide -> guide.code().startsWith("topic-"))
        .flatExtracting(GuideFile::items)
        .noneMatch(item -> item.traits().isEmpty());
  }

  @Test
  void the_criteria_the_product_was_written_with_say_whether_their_text_was_verified() {
    assertThat(criteria.find("GM-11-1").orElseThrow())
        .matches(Criterion::verified)
        .extracting(Criterion::from)
        .isEqualTo(LocalDate.of(2023, 5, 15));
    assertThat(criteria.find("XF-04").orElseThrow().verified()).isFalse();
    assertThat(criteria.on(LocalDate.of(2020, 1, 1)))
        .extracting(Criterion::code)
        .contains("HG-01")
        .doesNotContain("GM-11-1");
  }

  private Stream<CheckItem> items() {
    return guides.values().stream().flatMap(guide -> guide.items().stream());
  }
}
