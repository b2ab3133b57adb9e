package rectify.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {

  @ParameterizedTest
  @CsvSource({
    "泉州(测试), 泉州（测试）有限公司",
    "泉州（测试）, 泉州(测试)有限公司",
    "泉州【测试】, 泉州（测试）",
    "泉州〔测试〕, 泉州[测试]",
    "ＡＢＣ１２３, abc123号车间",
    "abc, 配电房ＡＢＣ柜",
    "yh350582-2026-0000001, YH350582-2026-0000001",
    "YH350582－2026－0000001, YH350582-2026-0000001",
    "0000001, YH350582-2026-0000001",
    "泉州(测试), 泉 州\u3000（测试）",
    "50%, 负荷５０％超限"
  })
  void what_people_type_finds_what_others_have_written(String typed, String written) {
    for (String word : SearchWords.of(typed)) {
      assertThat(SearchWords.plain(written)).contains(word);
    }
    assertThat(SearchWords.of(typed)).isNotEmpty();
  }

  @Test
  void what_cannot_be_seen_makes_no_difference() {
    assertThat(SearchWords.plain("鞋\u200b业\u202d\ufeff有限\u0000公司")).isEqualTo("鞋业有限公司");
    assertThat(SearchWords.of(" \u3000\u200b ")).isEmpty();
    assertThat(SearchWords.of(null)).isEmpty();
  }

  @Test
  void several_words_are_looked_for_each_and_no_more_than_six() {
    assertThat(SearchWords.of("鞋业　消防 通道")).containsExactly("鞋业", "消防", "通道");
    assertThat(SearchWords.of("一 二 三 四 五 六 七 八")).hasSize(6);
  }

  @Test
  void nothing_is_found_across_the_borders_of_two_texts() {
    assertThat(SearchWords.together("某某鞋业", null, " ", "仓库")).doesNotContain("业仓");
  }

  @Test
  void wildcards_are_themselves() {
    assertThat(SearchWords.patterns("50%_电!")).isEqualTo(List.of("%50!%!_电!!%"));
  }
}
