package rectify.enterprise;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import rectify.demo.DemoEnterprises;
import rectify.jurisdiction.Jurisdictions;

@SpringJUnitConfig(EnterpriseContext.class)
class DemoRegisterTest {

  @Autowired DemoRegister demo;
  @Autowired EnterpriseCheck check;
  @Autowired EnterpriseImport imports;
  @Autowired EnterpriseExport exports;
  @Autowired Enterprises enterprises;
  @Autowired Jurisdictions jurisdictions;
  @Autowired JdbcTemplate jdbc;

  @BeforeEach
  void empty_register() {
    jdbc.update("delete from enterprise");
  }

  @Test
  void the_same_seed_gives_the_same_register_and_a_smaller_one_is_its_beginning() {
    List<EnterpriseDetails> full = demo.rows(1, 12_765);

    assertThat(demo.rows(1, 12_765)).isEqualTo(full);
    assertThat(demo.rows(1, 60)).isEqualTo(full.subList(0, 60));
    assertThat(demo.rows(2, 60)).isNotEqualTo(full.subList(0, 60));
  }

  @Test
  void every_row_is_correct_and_obviously_invented() {
    List<EnterpriseDetails> full = demo.rows(1, 12_765);

    assertThat(full).hasSize(12_765).allMatch(row -> check.check(row).faults().isEmpty());
    assertThat(full)
        .allMatch(row -> row.name().startsWith("演示·"))
        .allMatch(row -> row.phone().matches("0595000[0-9]{5}"))
        .allMatch(row -> row.creditCode().substring(8).startsWith("000"));
    assertThat(full).extracting(EnterpriseDetails::creditCode).doesNotHaveDuplicates();
    assertThat(full).extracting(EnterpriseDetails::name).doesNotHaveDuplicates();
  }

  @Test
  void the_spread_is_the_citys() {
    List<Enterprise> full = demo.rows(1, 12_765).stream().map(check::checked).toList();
    Map<String, Long> byCounty = counted(full, Enterprise::countyCode);

    assertThat(byCounty).hasSize(13);
    assertThat(byCounty.get("350582")).isGreaterThan(byCounty.get("350583"));
    assertThat(byCounty.get("350583")).isGreaterThan(byCounty.get("350581"));
    assertThat(byCounty.values()).allMatch(count -> count > 100);
    assertThat(mostFrequentTrade(full, "350582")).isEqualTo("0414");
    assertThat(mostFrequentTrade(full, "350583")).isEqualTo("0406");
    assertThat(mostFrequentTrade(full, "350521")).isIn("0406", "0414");
    assertThat(mostFrequentTrade(full, "350526")).isEqualTo("0405");
    assertThat(mostFrequentTrade(full, "350524")).isEqualTo("0801");
    assertThat(mostFrequentTrade(full, "350581")).isEqualTo("0423");
    assertThat(mostFrequentTrade(full, "350505")).isEqualTo("0306");
    assertThat(counted(full, Enterprise::townshipCode)).hasSize(jurisdictions.townships().size());
    assertThat(counted(full, Enterprise::subcategoryCode)).hasSizeGreaterThan(50);
  }

  private static String mostFrequentTrade(List<Enterprise> all, String county) {
    List<Enterprise> there =
        all.stream().filter(enterprise -> enterprise.countyCode().equals(county)).toList();
    return counted(there, Enterprise::subcategoryCode).entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .orElseThrow()
        .getKey();
  }

  private static <T> Map<T, Long> counted(List<Enterprise> all, Function<Enterprise, T> by) {
    return all.stream().collect(groupingBy(by, counting()));
  }

  @Test
  void an_empty_register_gets_a_small_part_in_the_two_counties_of_the_demo_people_once() {
    DemoEnterprises part = new DemoEnterprises(demo, enterprises, jurisdictions);

    part.register();

    List<Map<String, Object>> counties =
        jdbc.queryForList("select county_code, count(*) as n from enterprise group by county_code");
    long total = jdbc.queryForObject("select count(*) from enterprise", Long.class);
    assertThat(counties).hasSize(2).allMatch(row -> ((Number) row.get("n")).intValue() == 30);
    assertThat(total).isEqualTo(60);
    assertThat(
            jdbc.queryForList(
                """
                select count(*) from enterprise where township_code in ('350582103', '350583119')
                group by township_code
                """,
                Long.class))
        .containsExactly(12L, 12L);

    jdbc.update("delete from enterprise where county_code = '350582'");
    part.register();

    assertThat(jdbc.queryForObject("select count(*) from enterprise", Long.class))
        .isLessThan(total)
        .isPositive();
  }

  @Test
  void the_small_part_is_a_part_of_the_full_register() throws Exception {
    new DemoEnterprises(demo, enterprises, jurisdictions).register();
    int part = jdbc.queryForObject("select count(*) from enterprise", Integer.class);
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    exports.of("企业", demo.rows(1, 12_765).stream().map(check::checked)).writeCsv(csv);

    ImportReport report =
        imports.take(
            EnterpriseSheet.read(csv.toByteArray(), "演示.csv"),
            false,
            false,
            EnterpriseScope.everything());

    assertThat(report)
        .isEqualTo(new ImportReport(true, 12_765, 12_765 - part, 0, part, 0, List.of()));
  }
}
