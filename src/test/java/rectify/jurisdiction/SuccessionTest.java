package rectify.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rectify.jurisdiction.JurisdictionFixture.shipped;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.FileSystemResource;
import org.springframework.util.FileSystemUtils;
import rectify.jurisdiction.CoverageGap.Kind;
import rectify.refusal.Refusal;

class SuccessionTest {

  private static final Unit CHENDAI = new Unit(Unit.Kind.TOWNSHIP, "350582103");
  private static final Unit QINGYANG = new Unit(Unit.Kind.TOWNSHIP, "350582001");

  @TempDir Path folder;

  @Test
  void who_succeeds_is_followed_through_every_succession() {
    Catalog catalog =
        retired(
            List.of(
                succession(CHENDAI, "350582013"),
                succession(new Unit(Unit.Kind.TOWNSHIP, "350582013"), "350582001")));

    assertThat(catalog.heir(CHENDAI)).isEqualTo(QINGYANG);
    assertThat(catalog.heir(QINGYANG)).isEqualTo(QINGYANG);
  }

  @Test
  void work_for_a_retired_township_goes_to_its_successor() {
    assertThat(
            door(retired(List.of(succession(CHENDAI, "350582001")))).townshipInCharge("350582103"))
        .extracting(Township::code)
        .isEqualTo("350582001");
  }

  @Test
  void work_for_a_retired_township_without_a_successor_is_refused_and_says_whom_to_ask() {
    assertThatThrownBy(() -> door(retired(List.of())).townshipInCharge("350582103"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("晋江市陈埭镇（350582103）已停用")
        .hasMessageContaining("请联系系统管理员");
  }

  @Test
  void the_audit_names_a_retired_unit_that_still_owns_anything() {
    RetiredUnits units = units(Map.of(CHENDAI, List.of("甲厂", "乙厂", "丙厂")));

    assertThat(units.gaps(retired(List.of()), county -> true, 2))
        .containsExactly(
            new CoverageGap(
                Kind.RETIRED_OWNER,
                "350582103",
                "晋江市陈埭镇（350582103）已停用，名下还有企业3（甲厂、乙厂等），"
                    + "请在 successions.csv 中写明由谁承接，重新载入目录后一并移交。"));
    assertThat(units.gaps(retired(List.of()), "350583"::equals, 2)).isEmpty();
    assertThat(units.gaps(shipped(), county -> true, 2)).isEmpty();
  }

  @Test
  void a_unit_that_owns_anything_is_not_retired_without_a_successor() {
    RetiredUnits units = units(Map.of(CHENDAI, List.of("甲厂")));

    assertThatThrownBy(() -> units.refuseIfHeld(shipped(), List.of(CHENDAI, QINGYANG)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("晋江市陈埭镇（350582103）名下还有企业1（甲厂）")
        .hasMessageContaining("没有载入任何内容");
    units.refuseIfHeld(shipped(), List.of(QINGYANG));
  }

  @Test
  void a_catalog_without_the_file_has_no_successions() throws Exception {
    copy();
    Files.delete(folder.resolve("successions.csv"));

    assertThat(read().successions).isEmpty();
  }

  @Test
  void a_department_that_is_gone_may_still_stand_in_an_override() throws Exception {
    copy();
    append("responsibility-overrides.csv", "0101,350582,fire");
    append("successions.csv", "部门,350582-fire,350582-emergency,2026-03-01,晋政文〔2026〕1号");

    assertThat(read().overrides)
        .containsExactly(new ResponsibilityOverride("0101", "350582", "emergency", false));
  }

  @Test
  void every_wrong_line_is_named_with_what_to_do() throws Exception {
    copy();
    append("successions.csv", "镇,350582103,350582001,2026-03-01,文");
    append("successions.csv", "乡镇,350582103,350582999,2026-03-01,文");
    append("successions.csv", "乡镇,350582104,350582104,2026-02-30,文");
    append("successions.csv", "部门,350582-fire,350583-fire,2026-03-01,");

    assertThatThrownBy(this::read)
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("“镇”不正确，应为乡镇、部门、行业小类或县")
        .hasMessageContaining("承接者“350582999”不在目录中")
        .hasMessageContaining("“2026-02-30”不是有效的日期")
        .hasMessageContaining("部门只能由同一地方的部门承接");
  }

  private static Succession succession(Unit from, String to) {
    return new Succession(from.kind(), from.code(), to, LocalDate.of(2026, 3, 1), "文");
  }

  /** The shipped catalog with 陈埭镇 retired. */
  private static Catalog retired(List<Succession> successions) {
    Catalog catalog = shipped();
    return new Catalog(
        catalog.counties,
        catalog.townships.stream()
            .map(it -> it.code().equals(CHENDAI.code()) ? it.asRetired() : it)
            .toList(),
        catalog.categories,
        catalog.subcategories,
        catalog.roles,
        catalog.departments,
        catalog.overrides,
        successions);
  }

  private static Jurisdictions door(Catalog catalog) {
    return new Jurisdictions(
        new CatalogLoader(null, new DefaultResourceLoader(), "classpath:catalog") {
          @Override
          public Catalog load() {
            return catalog;
          }
        });
  }

  private static RetiredUnits units(Map<Unit, List<String>> owned) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean(
        "enterprises",
        new Holdings() {
          @Override
          public String what() {
            return "企业";
          }

          @Override
          public List<String> held(Unit unit) {
            return owned.getOrDefault(unit, List.of());
          }

          @Override
          public int move(Move move) {
            return 0;
          }

          @Override
          public boolean isWork() {
            return false;
          }
        });
    return new RetiredUnits(beans.getBeanProvider(Holdings.class));
  }

  private Catalog read() {
    return CatalogFiles.read(new FileSystemResource(folder + "/"));
  }

  private void copy() throws Exception {
    FileSystemUtils.copyRecursively(new ClassPathResource("catalog").getFile().toPath(), folder);
  }

  private void append(String file, String... lines) throws Exception {
    Path path = folder.resolve(file);
    Files.writeString(
        path, Files.readString(path) + String.join("\n", Arrays.asList(lines)) + "\n");
  }
}
