package rectify.checklist;

import static java.util.Map.entry;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** What the shipped content says of law is somewhere written, in force, and says where. */
@SpringJUnitConfig(ChecklistContext.class)
class ContentTruthTest {

  /** The day the content was last gone through. */
  private static final LocalDate LOOKED_AT = LocalDate.of(2026, 11, 28);

  /** What a method that many items share can test; an item it is used for must name one of them. */
  private static final Map<String, String> TESTS =
      Map.ofEntries(
          entry("核对原件或标签上的编号、项目和有效期", "证|许可|资格|检验|检测|校验|检定|资质|考核"),
          entry("现场逐处查看标志是否齐全清楚、与现场一致", "标志|警示|标识"),
          entry("从最远处走到室外，逐扇推门，看有无堆物、上锁", "出口|通道|疏散|走道|楼梯|门"),
          entry("沿线逐处查看有无破损、串接、过热，下班后看是否断电", "线|插座|电器"),
          entry("逐处清点品种数量，对照台账、标签和安全技术说明书", "存|量|混|分|品|隔|溶剂|加盖"),
          entry("请电工按漏电保护试验按钮，目视接地线连接，查测量记录", "漏|接地|电箱|电源"),
          entry("用手推拉护栏、踩试盖板，用尺量高度", "护栏|栏杆|护|盖板|扶手|网"),
          entry("查签到、照片和总结，随机问2名当班人员", "演练|培训|预案|演习"),
          entry("用标准气或试验按钮触发一次，看现场声光、主机信号和联动动作", "报警"),
          entry("用卷尺实测，对照要求判断", "距|深|高|米|间"),
          entry("抽近3个月的作业单，与现场照片或监控时间核对，问监护人职责", "作业|审批|监护|清|检修|有限空间|外包|承包|检测"),
          entry("请操作工现场试一次，看装置动作是否有效、有无短接拆除", "联锁|保护|按钮|光电|防护|断电|限位|开盖|制动|装置"),
          entry("夜间或清晨逐间查看有无床铺、炊具、生活用品", "住|宿|炊"),
          entry("打开检修口、擦拭高处表面查看，对照清理记录", "尘|绒|粉|积|油垢|吸"),
          entry("请操作工在运行中按一次急停，看是否立即停机、复位后是否不自行启动", "急停"),
          entry("停机逐处查看固定是否牢靠，开机看有无外露的转动部位", "护|罩|防|围栏"),
          entry("抽查近3个月的原始记录，与现场情况核对", "记录|登记|检查|巡|制度|协议|每|票|签|建立|培训|审批"),
          entry("观察一次作业全过程，看动作和防护用品", "作业|操作|穿|戴|搬|喷|没有|人"),
          entry("运行中按一次急停（拉一次拉绳），看是否立即停机", "急停|拉绳|拉杆|光电|光幕|停"),
          entry("对照总平面图到现场核对位置", "不在|没有|在|设|距|区"),
          entry("在现场观察15分钟，抽查1台车试灯光警报", "车|机"),
          entry("运行中打开安全门，看动作是否停止，门未关到位时能否启动", "门"),
          entry("看隔墙是否到顶、有无孔洞和相通的门", "隔|分|单独|墙"),
          entry("用标准气或试验按钮触发一次，看声光和联动，查检定标签日期", "报警|检测仪|仪"),
          entry("运行中打开防护门，看设备是否立即停止，关门后是否须人工重新启动", "门|盖|栏|联锁"),
          entry("泄压、停机后看联锁指示和插销动作，查有无短接拆除，核对校验标签；不在带压时试开", "联锁"));

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
  @Autowired private Standards standards;

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
  void every_document_an_item_cites_is_in_the_register_and_in_force() {
    assertThat(items().filter(item -> !standards.hold(item, LOOKED_AT)))
        .extracting(CheckItem::basis)
        .isEmpty();
  }

  @Test
  void every_document_of_a_criterion_is_in_the_register_with_the_same_dates() {
    assertThat(criteria.all())
        .allSatisfy(
            it -> {
              Standard document = standards.find(it.document()).orElseThrow();
              assertThat(it.from()).as(it.code()).isEqualTo(document.from());
              assertThat(it.to()).as(it.code()).isEqualTo(document.to());
            });
  }

  @Test
  void every_item_says_against_what_it_was_read_and_when_somebody_looks_again() {
    assertThat(items())
        .allMatch(it -> it.review().isAfter(LOOKED_AT), "looked at in time")
        .allMatch(
            it ->
                it.basis().equals(CheckItem.CITY_DEFAULT) == (it.checked() == Reading.CITY_DEFAULT))
        .allMatch(it -> !Citation.in(it.basis()).isEmpty() || it.checked() == Reading.CITY_DEFAULT);
  }

  @Test
  void an_item_is_read_in_a_copy_only_where_it_points_at_a_clause_that_was() {
    assertThat(items().filter(it -> it.checked() == Reading.PUBLIC_COPY))
        .isNotEmpty()
        .allSatisfy(
            it -> {
              Criterion criterion = criteria.find(it.criterion()).orElseThrow();
              assertThat(criterion.checked()).isEqualTo(Reading.PUBLIC_COPY);
              assertThat(it.basis()).isEqualTo(criterion.document() + criterion.clause());
            });
  }

  @Test
  void no_item_points_outside_the_numbering_of_its_document() {
    Map<String, List<Criterion>> clauses =
        criteria.all().stream().collect(groupingBy(Criterion::document));
    List<String> outside = new ArrayList<>();
    items()
        .flatMap(item -> Citation.in(item.basis()).stream())
        .filter(it -> !it.clause().isEmpty())
        .forEach(
            it -> {
              Standard document = standards.find(it.inWords()).orElseThrow();
              boolean known =
                  clauses.containsKey(it.inWords())
                      ? clauses.get(it.inWords()).stream()
                          .anyMatch(criterion -> criterion.clause().equals(it.clause()))
                      : document.hasArticles()
                          ? isArticle(it.clause(), document)
                          : it.clause().matches("(\\d+(\\.\\d+)*|附录[A-Z]).*");
              if (!known) {
                outside.add(it.inWords() + it.clause());
              }
            });
    assertThat(outside).isEmpty();
  }

  private static boolean isArticle(String clause, Standard document) {
    Matcher article =
        Pattern.compile("第([一二三四五六七八九十百零]+)条(第[一二三四五六七八九十]+款)?(第（[一二三四五六七八九十]+）项)?")
            .matcher(clause);
    return article.matches()
        && (document.last() == null || number(article.group(1)) <= document.last());
  }

  private static int number(String chinese) {
    int sum = 0;
    int digit = 0;
    for (char sign : chinese.toCharArray()) {
      int value = "零一二三四五六七八九".indexOf(sign);
      if (value >= 0) {
        digit = value;
      } else {
        sum += (sign == '百' ? 100 : 10) * Math.max(digit, sum == 0 ? 1 : digit);
        digit = 0;
      }
    }
    return sum + digit;
  }

  @Test
  void an_item_that_nobody_compared_with_the_original_never_makes_a_failure_major_by_itself() {
    CheckItem lock = item("0904", "04");
    Criterion copy = criteria.find(lock.criterion()).orElseThrow();
    Criterion read =
        new Criterion(
            copy.code(),
            copy.document(),
            copy.clause(),
            copy.text(),
            copy.from(),
            null,
            "标准纸质文本",
            Reading.ORIGINAL,
            copy.review());

    assertThat(Criterion.decides(read.citation(true))).isTrue();
    assertThat(Criterion.decides(read.citation(false))).isFalse();
    assertThat(Criterion.decides(criteria.citation(lock, LOOKED_AT))).isFalse();
    assertThat(lock.cited()).endsWith("（未对照原文）");
  }

  @Test
  void a_new_check_never_cites_a_criterion_past_its_date_and_says_of_a_dead_basis_so() {
    CheckItem wiring = item("general", "36");
    CheckItem lock = item("0904", "04");

    assertThat(criteria.citation(lock, LocalDate.of(2024, 11, 30))).isNull();
    assertThat(standards.cited(wiring, LOOKED_AT)).doesNotContain("失效");
    assertThat(standards.cited(wiring, LocalDate.of(2027, 2, 1))).contains("已失效");
  }

  @Test
  void a_method_that_many_items_share_is_one_somebody_says_what_it_can_test() {
    Map<String, Long> uses = items().collect(groupingBy(CheckItem::method, counting()));

    assertThat(uses.entrySet().stream().filter(it -> it.getValue() >= 4).map(Map.Entry::getKey))
        .isSubsetOf(TESTS.keySet());
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

  @Test
  void what_an_officer_asks_is_not_what_the_enterprise_was_told_to_look_at() {
    Map<String, List<CheckItem>> guides =
        library.read().stream().collect(toMap(GuideFile::code, GuideFile::items));
    List<String> alike = new ArrayList<>();
    guides.forEach(
        (code, items) -> {
          if (code.startsWith(GuideLibrary.VISIT)) {
            String whose = code.substring(GuideLibrary.VISIT.length());
            List<CheckItem> own =
                guides.getOrDefault(
                    whose, guides.getOrDefault(GuideLibrary.TOPIC + whose, List.of()));
            for (CheckItem item : items) {
              own.stream()
                  .filter(
                      it ->
                          likeness(it.content() + it.method(), item.content() + item.method())
                              > 0.5)
                  .forEach(it -> alike.add(code + " " + item.code() + " " + it.code()));
            }
          }
        });
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
