package rectify.typed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rectify.refusal.Refusal;

class SpokenDatesTest {

  @ParameterizedTest
  @CsvSource({
    "整改期限2026-03-09已过, 整改期限2026年3月9日已过",
    "由2026-11-02延至2026-12-31：缺料, 由2026年11月2日延至2026年12月31日：缺料",
    "2026-11-28 23:15核对, 2026年11月28日 23:15核对",
    "于2026-03-09T08:05:59.123报送, 于2026年3月9日 08:05报送",
    "2026-10未按时自查, 2026年10月未按时自查"
  })
  void a_date_in_a_sentence_is_spoken(String written, String spoken) {
    assertThat(SpokenDates.in(written)).isEqualTo(spoken);
  }

  @ParameterizedTest
  @CsvSource({
    "案件YH350582-2026-0000211",
    "自查ZC350582-202611-0000126",
    "统计表TJ350582-2026-03",
    "电话0595-82026-11",
    "“2026-02-30”不是正确的日期，请按“2026-03-02”的格式填写。",
    "/api/anchors/2026-03-02"
  })
  void a_number_an_address_and_what_somebody_typed_stay(String text) {
    assertThat(SpokenDates.in(text)).isEqualTo(text);
  }

  @Test
  void a_refusal_speaks_its_dates() {
    assertThat(new Refusal("期限2026-03-09已过。")).hasMessage("期限2026年3月9日已过。");
    assertThat(SpokenDates.in(null)).isNull();
  }
}
