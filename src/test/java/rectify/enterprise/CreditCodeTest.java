package rectify.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rectify.refusal.Refusal;

class CreditCodeTest {

  /**
   * Codes of large listed companies and the sample that public validators use, written from memory;
   * {@link #byTable} agrees with every one of them.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "91350100M000100Y43",
        "914403001922038216",
        "9144030071526726XG",
        "91110108551385082Q",
        "9152000071430580XT",
        "91110000710925462X"
      })
  void a_public_code_is_accepted(String code) {
    assertThat(CreditCode.parse(code).value()).isEqualTo(code);
    assertThat(byTable(code.substring(0, 17))).isEqualTo(code.charAt(17));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u202D91350100M000100Y43\u202C",
        "9135\u200B0100\u2066M000\u2069100Y43\uFEFF",
        "\u00A0９１３５０１００Ｍ０００１００Ｙ４３\u3000",
        "91350100m000 100y43\u0000"
      })
  void what_nobody_sees_is_no_part_of_a_code(String typed) {
    assertThat(CreditCode.parse(typed).value()).isEqualTo("91350100M000100Y43");
  }

  @Test
  void the_check_digit_agrees_with_the_standards_tables_for_many_codes() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      StringBuilder first17 = new StringBuilder("9");
      while (first17.length() < 17) {
        first17.append(TABLE_ALPHABET.charAt(random.nextInt(TABLE_ALPHABET.length())));
      }
      String code = CreditCode.completed(first17.toString()).value();

      assertThat(code.charAt(17)).isEqualTo(byTable(first17.toString()));
    }
  }

  @Test
  void one_wrong_character_or_two_swapped_ones_never_pass() {
    String code = "91350100M000100Y43";
    for (int i = 1; i < 18; i++) {
      for (char other : TABLE_ALPHABET.toCharArray()) {
        if (other != code.charAt(i)) {
          String wrong = code.substring(0, i) + other + code.substring(i + 1);
          assertThatThrownBy(() -> CreditCode.parse(wrong)).isInstanceOf(Refusal.class);
        }
      }
    }
    for (int i = 1; i < 17; i++) {
      if (code.charAt(i) != code.charAt(i + 1)) {
        String swapped =
            code.substring(0, i) + code.charAt(i + 1) + code.charAt(i) + code.substring(i + 2);
        assertThatThrownBy(() -> CreditCode.parse(swapped)).isInstanceOf(Refusal.class);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "91350100m000100y43",
        " 91350100M000100Y43 ",
        "９１３５０１００Ｍ０００１００Ｙ４３",
        "9135 0100 M000 100Y 43",
        "\uFEFF91350100M000100Y43\u3000"
      })
  void typing_habits_are_forgiven(String typed) {
    assertThat(CreditCode.parse(typed).value()).isEqualTo("91350100M000100Y43");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 请填写统一社会信用代码",
    "91350100M000100Y4, 统一社会信用代码应为18位，现为17位，请对照营业执照填写",
    "91350100M000100Y433, 统一社会信用代码应为18位，现为19位，请对照营业执照填写",
    "9135O100M000100Y43, 统一社会信用代码第5位“O”有误：代码中没有字母O，是否为数字0",
    "91350100M000I00Y43, 统一社会信用代码第13位“I”有误：代码中没有字母I，是否为数字1",
    "91350100M000100V43, 统一社会信用代码第16位“V”有误：代码中没有字母V，是否为字母U或Y",
    "91350100M00-100Y43, 统一社会信用代码第12位“-”有误：只能是数字和除I、O、Z、S、V以外的大写字母",
    "91350100M00𠮷100Y43, 统一社会信用代码第12位“𠮷”有误：只能是数字和除I、O、Z、S、V以外的大写字母",
    "91350100M000100Y44, 统一社会信用代码校验位（第18位）应为“3”，现为“4”，请检查是否有一位输错",
    "000000000000000000, 统一社会信用代码第1位是登记管理部门，不能为“0”，请对照营业执照填写"
  })
  void a_wrong_code_is_told_what_is_wrong(String typed, String message) {
    assertThatThrownBy(() -> CreditCode.parse(typed))
        .isInstanceOf(Refusal.class)
        .hasMessage(message);
  }

  @Test
  void nothing_at_all_is_refused_too() {
    assertThatThrownBy(() -> CreditCode.parse(null)).hasMessage("请填写统一社会信用代码");
  }

  private static final String TABLE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  /** The standard's two tables, written out: weights, and values of the characters. */
  private static char byTable(String first17) {
    int[] weights = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    Map<Character, Integer> letters =
        Map.ofEntries(
            Map.entry('A', 10),
            Map.entry('B', 11),
            Map.entry('C', 12),
            Map.entry('D', 13),
            Map.entry('E', 14),
            Map.entry('F', 15),
            Map.entry('G', 16),
            Map.entry('H', 17),
            Map.entry('J', 18),
            Map.entry('K', 19),
            Map.entry('L', 20),
            Map.entry('M', 21),
            Map.entry('N', 22),
            Map.entry('P', 23),
            Map.entry('Q', 24),
            Map.entry('R', 25),
            Map.entry('T', 26),
            Map.entry('U', 27),
            Map.entry('W', 28),
            Map.entry('X', 29),
            Map.entry('Y', 30));
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      char c = first17.charAt(i);
      sum += weights[i] * (c <= '9' ? c - '0' : letters.get(c));
    }
    int check = 31 - sum % 31;
    if (check == 31) {
      return '0';
    }
    if (check < 10) {
      return (char) ('0' + check);
    }
    return letters.entrySet().stream()
        .filter(letter -> letter.getValue() == check)
        .findFirst()
        .orElseThrow()
        .getKey();
  }
}
