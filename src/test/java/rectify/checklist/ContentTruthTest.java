package rectify.checklist;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import rectify.spreadsheet.SheetReader;

/** What the shipped content says of law is somewhere written, in force, and says where. */
@SpringJUnitConfig(ChecklistContext.class)
class ContentTruthTest {

  /** The day the content was last gone through. */
  private static final LocalDate LOOKED_AT = LocalDate.of(2026, 11, 28);

  private static final Pattern CITED = Pattern.compile("《([^》]+)》(?:（([^）]*)）)?");

  /** What a method that many items share can test; an item it is used for must name one of them. */
  private static final Map<String, String> TESTS =
      Map.of(
          "核对原件或标签上的编号、项目和有效期", "证|许可|资格|检验|检测|校验|检定|资质|考核",
          "现场逐处查看标志是否齐全清楚、与现场一致", "标志|警示|标识",
          "从最远处走到室外，逐扇推门，看有无堆物、上锁", "出口|通道|疏散|走道|楼梯|门",
          "沿线逐处查看有无破损、串接、过热，下班后看是否断电", "线|插座|电器",
          "逐处清点品种数量，对照台账、标签和安全技术说明书", "存|量|混|分|品|隔|溶剂|加盖",
          "请电工按漏电保护试验按钮，目视接地线连接，查测量记录", "漏|接地|电箱|电源",
          "用手推拉护栏、踩试盖板，用尺量高度", "护栏|栏杆|护|盖板|扶手|网",
          "查签到、照片和总结，随机问2名当班人员", "演练|培训|预案|演习",
          "用标准气或试验按钮触发一次，看现场声光、主机信号和联动动作", "报警",
          "用卷尺实测，对照要求判断", "距|深|高|米|间");

  /** Older titles and editions that were cited once. */
  private static final List<String> SUPERSEDED =
      List.of(
          "《防止静电事故通用导则》",
          "喷漆室安全技术规定",
          "涂层烘干室安全技术规定",
          "安全防护通用技术条件",
          "《工业企业煤气安全规程》",
          "《高处作业分级》",
          "《危险化学品安全管理条例》",
          "应急管理部令第4号",
          "交办水〔2016〕178号");

  @Autowired private GuideLibrary library;
  @Autowired private Criteria criteria;

  @Test
  void every_criterion_says_where_it_was_read_and_when_somebody_looks_again() {
    assertThat(criteria.all())
        .allMatch(it -> !it.source().isBlank())
        .allMatch(it -> it.review().isAfter(LOOKED_AT), "looked at in time")
        .allMatch(it -> it.to() == null || it.to().isAfter(it.from()))
        .allMatch(it -> it.checked() == Reading.MEMORY || it.verified());
  }

  @ParameterizedTest
  @CsvSource({
    "GM, 65",
    "TS, 47",
    "FJ, 53",
    "RQ, 22",
    "YH, 20",
    "KS, 64",
    "KSB, 8",
    "MK21, 123",
    "AQ, 53"
  })
  void a_document_has_as_many_criteria_as_it_has_items(String document, int items) {
    assertThat(of(document)).hasSize(items).allMatch(it -> !it.clause().isEmpty());
  }

  @Test
  void no_clause_is_outside_the_numbering_of_its_document() {
    assertThat(of("TS")).allMatch(it -> it.clause().matches("4\\.(10|[1-9]) [a-g]\\)"));
    assertThat(of("AQ")).allMatch(it -> it.clause().matches("5\\.[1-7]\\.(1[0-2]|[1-9])"));
    assertThat(of("KS")).allMatch(it -> it.clause().matches("第[一二三]部分第（[一二三十]?[^（）]*）项"));
    assertThat(Stream.of("GM", "FJ", "RQ", "MK21").flatMap(it -> of(it).stream()))
        .allMatch(it -> it.clause().matches("第[一二三四五六七八九十]+条(第（[一二三四五六七八九十]+）项)?"));
    assertThat(of("YH")).allMatch(it -> it.clause().matches("第[一二三四五六七八九十]+项"));
  }

  @Test
  void the_items_of_an_article_are_counted_from_one_without_a_gap() {
    Map<String, List<Criterion>> articles =
        Stream.of("GM", "TS", "FJ", "RQ", "KS", "KSB", "MK21")
            .flatMap(it -> of(it).stream())
            .filter(it -> it.code().matches("[A-Z0-9]+-\\d.*-\\d+"))
            .collect(groupingBy(it -> it.code().replaceAll("-\\d+$", "")));

    articles.forEach(
        (article, items) ->
            assertThat(items)
                .as(article)
                .extracting(it -> Integer.valueOf(it.code().replaceAll(".*-", "")))
                .containsExactlyElementsOf(
                    IntStream.rangeClosed(1, items.size()).boxed().toList()));
  }

  @Test
  void no_two_criteria_share_a_clause_of_one_document() {
    assertThat(
            criteria.all().stream()
                .filter(it -> !it.clause().isEmpty() && !it.code().startsWith("GK")))
        .extracting(it -> it.document() + it.clause())
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"MK-01, 2026-06-30", "GK-1, 2024-07-07"})
  void what_was_replaced_has_its_last_day(String code, LocalDate last) {
    Criterion replaced = criteria.find(code).orElseThrow();

    assertThat(replaced.isInForce(last)).isTrue();
    assertThat(replaced.isInForce(last.plusDays(1))).isFalse();
  }

  @Test
  void what_nobody_compared_with_the_original_never_makes_a_hazard_major_by_itself() {
    Criterion copy = criteria.find("TS-4-6-2").orElseThrow();
    Criterion read =
        new Criterion(
            "TS-4-6-2",
            copy.document(),
            copy.clause(),
            copy.text(),
            copy.from(),
            null,
            "标准纸质文本",
            Reading.ORIGINAL,
            copy.review());

    assertThat(Criterion.decides(copy.citation())).isFalse();
    assertThat(copy.citation()).startsWith(copy.document()).contains("未对照原文");
    assertThat(Criterion.decides(read.citation())).isTrue();
    assertThat(Criterion.decides(null)).isFalse();
    assertThat(criteria.all()).allMatch(it -> it.citation().length() <= 300);
  }

  @Test
  void an_item_is_marked_by_what_is_in_force_and_says_if_nobody_read_it() {
    CheckItem lock = item("0904", "04");
    CheckItem exit = item("1001", "11");

    assertThat(criteria.mark(lock, LOOKED_AT)).isEqualTo("涉及重大隐患判定");
    assertThat(criteria.mark(lock, LocalDate.of(2024, 11, 30))).isNull();
    assertThat(criteria.mark(exit, LOOKED_AT)).isEqualTo("涉及重大隐患判定（条款待核对）");
    assertThat(criteria.mark(item("0904", "03"), LOOKED_AT)).isNull();
  }

  @Test
  void an_item_that_names_the_document_of_its_criterion_names_its_clause() {
    assertThat(items().filter(it -> it.criterion() != null))
        .allSatisfy(
            item -> {
              Criterion criterion = criteria.find(item.criterion()).orElseThrow();
              if (item.basis().contains(criterion.document())) {
                assertThat(item.basis()).contains(criterion.document() + criterion.clause());
              }
            });
  }

  @Test
  void no_item_rests_on_a_title_or_edition_that_was_replaced() {
    assertThat(items()).noneMatch(item -> SUPERSEDED.stream().anyMatch(item.basis()::contains));
  }

  @Test
  void every_document_an_item_cites_is_in_the_register_and_in_force() throws IOException {
    byte[] file = new ClassPathResource("catalog/standards.csv").getContentAsByteArray();
    Set<String> inForce =
        SheetReader.read(file, "standards.csv", "标准目录", 1_000).stream()
            .map(line -> line.cells().stream().map(SheetReader::clean).toList())
            .filter(cells -> !cells.get(0).startsWith("#") && !cells.get(0).equals("title"))
            .filter(cells -> Reading.ofLabel(cells.get(5)).isPresent())
            .filter(cells -> LocalDate.parse(cells.get(6)).isAfter(LOOKED_AT))
            .filter(
                cells ->
                    cells.get(2).isEmpty() || !LocalDate.parse(cells.get(2)).isAfter(LOOKED_AT))
            .filter(
                cells -> cells.get(3).isEmpty() || LocalDate.parse(cells.get(3)).isAfter(LOOKED_AT))
            .map(cells -> cells.get(0) + "|" + cells.get(1))
            .collect(toSet());

    assertThat(
            items()
                .flatMap(item -> CITED.matcher(item.basis()).results())
                .map(it -> it.group(1) + "|" + number(it))
                .collect(toSet()))
        .isSubsetOf(inForce);
  }

  @Test
  void no_method_is_used_for_an_item_it_cannot_test() {
    assertThat(
            items()
                .filter(item -> TESTS.containsKey(item.method()))
                .filter(
                    item ->
                        !Pattern.compile(TESTS.get(item.method())).matcher(item.content()).find())
                .map(item -> item.content() + "：" + item.method()))
        .isEmpty();
  }

  @Test
  void no_two_items_of_one_guide_say_the_same() {
    List<String> alike = new ArrayList<>();
    for (GuideFile guide : library.read()) {
      List<CheckItem> items = guide.items();
      for (int one = 0; one < items.size(); one++) {
        for (int other = one + 1; other < items.size(); other++) {
          if (likeness(items.get(one).content(), items.get(other).content()) > 0.6) {
            alike.add(guide.code() + " " + items.get(one).code() + " " + items.get(other).code());
          }
        }
      }
    }
    assertThat(alike).isEmpty();
  }

  /** How many of their neighbouring characters two sentences share. */
  private static double likeness(String one, String other) {
    Set<String> pairs = pairs(one);
    Set<String> others = pairs(other);
    Set<String> all = new HashSet<>(pairs);
    all.addAll(others);
    pairs.retainAll(others);
    return (double) pairs.size() / all.size();
  }

  private static Set<String> pairs(String text) {
    return IntStream.range(0, text.length() - 1)
        .mapToObj(at -> text.substring(at, at + 2))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static String number(MatchResult cited) {
    return cited.group(2) == null ? "" : cited.group(2).replace("，名称待核", "");
  }

  private List<Criterion> of(String prefix) {
    return criteria.all().stream().filter(it -> it.code().startsWith(prefix + "-")).toList();
  }

  private CheckItem item(String guide, String code) {
    return library.read().stream()
        .filter(it -> it.code().equals(guide))
        .flatMap(it -> it.items().stream())
        .filter(it -> it.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private Stream<CheckItem> items() {
    return library.read().stream().flatMap(guide -> guide.items().stream());
  }
}
