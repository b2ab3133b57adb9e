package rectify.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x0, 0x7, 0x8, 0x1B, 0x7F, 0x85, 0xAD, 0x61C, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E,
        0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2060, 0x2064, 0x2066, 0x2067, 0x2068,
        0x2069, 0x206F, 0xFEFF, 0xFFF9, 0xFFFE, 0xFFFF, 0x3164, 0xE0001, 0xE0041, 0x1FFFF
      })
  void what_nobody_sees_goes(int codePoint) {
    String hidden = "晋江" + Character.toString(codePoint) + "某厂";

    assertThat(CleanText.of(hidden)).isEqualTo("晋江某厂");
    assertThat(CleanText.line(hidden)).isEqualTo("晋江某厂");
    assertThat(CleanText.isClean(hidden)).isFalse();
  }

  @Test
  void halves_of_characters_go() {
    assertThat(CleanText.of("a\uD840b\uDC0Bc")).isEqualTo("abc");
    assertThat(CleanText.of("\uDC0B\uD840")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "𠀋𪚥𬺞\uDBB8\uDC00一",
        "👷🏽‍♀️戴好安全帽",
        "👨‍👩‍👧",
        "第一行\n\t第二行",
        "Ångström Ⅳ ㎡ ①",
        "غاز",
        "ไฟไหม้",
        "3/4\" ＜管＞",
        "⚠️",
        "一　二"
      })
  void what_says_something_stays(String text) {
    assertThat(CleanText.of(text)).isEqualTo(text);
    assertThat(CleanText.isClean(text)).isTrue();
  }

  @Test
  void blanks_at_the_ends_go_before_anything_is_counted_and_line_ends_are_one_kind() {
    assertThat(CleanText.of("\u3000 \u00A0甲\r\n乙\r丙\u2028丁 \t\u2003")).isEqualTo("甲\n乙\n丙\n丁");
    assertThat(CleanText.line(" 甲 \u3000\n 乙 ")).isEqualTo("甲 乙");
    assertThat(CleanText.of(null)).isNull();
    assertThat(CleanText.line(null)).isEmpty();
  }

  @Test
  void only_what_names_or_numbers_is_folded() {
    assertThat(CleanText.code(" ９１３５\u202D0582ＭＡ ")).isEqualTo("91350582MA");
    assertThat(CleanText.of("９１３５")).isEqualTo("９１３５");
  }

  @Test
  void json_is_cleaned_in_names_and_texts_but_not_in_passwords() throws IOException {
    String json =
        """
        {"a\\u202E": ["x\\u0000y ", {"deep": "\\uD800z"}], "n": 1.10, "t": true,
         "password": " p\\u200B ", "clean": "𠀋👷🏽‍♀️"}
        """;

    assertThat(new String(CleanJson.of(bytes(json)), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"a\":[\"xy\",{\"deep\":\"z\"}],\"n\":1.10,\"t\":true,\"password\":\" p\u200B \",\"clean\":\"𠀋👷🏽‍♀️\"}");
    byte[] clean = bytes("{ \"a\" : \"甲\" }");
    assertThat(CleanJson.of(clean)).isSameAs(clean);
  }

  @Test
  void json_goes_only_so_deep() {
    assertThatThrownBy(() -> CleanJson.of(bytes("[".repeat(51) + "]".repeat(51))))
        .isInstanceOf(StreamConstraintsException.class);
    assertThatThrownBy(() -> CleanJson.of(bytes("[" + "9".repeat(101) + "]")))
        .isInstanceOf(StreamConstraintsException.class);
  }

  @Test
  void a_form_is_cleaned_also_where_a_list_hides_its_escapes_in_a_text() {
    Map<String, Object> clean =
        CleanForm.of(
            Map.of(
                "location",
                " 一车间\u202E ",
                "days",
                3,
                "rows",
                Spin.JSON("[{\"name\": \"甲\\u202E\\u0000\"}]")));

    assertThat(clean).containsEntry("location", "一车间").containsEntry("days", 3);
    assertThat(clean.get("rows").toString()).isEqualTo("[{\"name\":\"甲\"}]");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
