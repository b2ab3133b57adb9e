package rectify.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rectify.refusal.Refusal;

class VisitTimeTest {

  private static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 9, 10, 30, 20);

  @Test
  void the_time_on_site_is_what_its_officers_say() {
    VisitTime time = VisitTime.of("2026-03-06T14:05", "2026-03-06T16:40", NOW, 7);

    assertThat(time.begun()).isEqualTo("2026-03-06T14:05");
    assertThat(time.ended()).isEqualTo("2026-03-06T16:40");
    assertThat(time.inWords()).isEqualTo("2026年3月6日14时05分至2026年3月6日16时40分");
  }

  @Test
  void an_inspection_that_ended_this_minute_and_one_on_the_first_day_allowed_are_taken() {
    assertThat(VisitTime.of("2026-03-09T09:30", "2026-03-09T10:30", NOW, 7)).isNotNull();
    assertThat(VisitTime.of("2026-03-02T00:00", "2026-03-02T01:00", NOW, 7)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-09T10:00, 2026-03-09T10:31, 不能晚于现在（2026年3月9日 10:30）",
    "2026-03-09T10:00, 2026-03-10T09:00, 不能晚于现在",
    "2026-03-09T10:00, 2026-03-09T10:00, 应在开始时间之后",
    "2026-03-09T10:00, 2026-03-08T11:00, 应在开始时间之后",
    "2026-03-01T23:59, 2026-03-02T00:10, 最早可填到2026年3月2日 00:00（7天内，市级默认值）",
    "2025-03-09T09:00, 2026-03-09T10:00, 最早可填到",
    ", 2026-03-09T10:00, 请填写检查开始时间",
    "2026-03-09T09:00, , 请填写检查结束时间",
    "昨天上午, 2026-03-09T10:00, 不是有效的日期和时间"
  })
  void a_time_that_cannot_be_is_refused_with_what_to_do(String from, String until, String says) {
    assertThatThrownBy(() -> VisitTime.of(from, until, NOW, 7))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(says);
  }
}
