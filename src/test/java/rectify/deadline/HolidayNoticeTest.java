package rectify.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HolidayNoticeTest {

  @Test
  void a_notice_is_read_as_office_programs_write_it() {
    String typed =
        """
        日期,名称,类型,,
        ,,,,
        2027/1/1,元旦,休,,
        2027-1-2,元旦,off,,

        ２０２７年２月８日,春节,放假,,
        2027.2.14,春节,上班,,
        2027/2/20 0:00:00,春节,班,,
        """;
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GBK"))) {
      HolidayNotice notice = HolidayNotice.read(typed.getBytes(charset));

      assertThat(notice.badRows()).isEmpty();
      assertThat(notice.days())
          .extracting(day -> day.date() + " " + day.name() + " " + day.dayOff())
          .containsExactly(
              "2027-01-01 元旦 true",
              "2027-01-02 元旦 true",
              "2027-02-08 春节 true",
              "2027-02-14 春节 false",
              "2027-02-20 春节 false");
    }
  }
}
