package rectify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.selfcheck.MonthOpening;
import rectify.statistics.StatisticsSigning;

/** An office signs its tables in Tasklist. */
@ProductInBrowser
class StatisticsBrowserIT {

  @LocalServerPort private int port;
  @Autowired private MonthOpening opening;
  @Autowired private StatisticsSigning signing;
  @Autowired private JdbcClient database;
  @Autowired private TransactionTemplate transaction;

  @AfterEach
  void gives_the_clock_back() {
    ClockUtil.reset();
  }

  @Test
  void the_office_reads_the_figures_and_signs() {
    itIs(LocalDateTime.of(2026, 3, 1, 0, 10));
    opening.open(YearMonth.of(2026, 3));
    transaction.executeWithoutResult(
        status ->
            database
                .sql(
                    """
                    update self_check
                    set status = 'SUBMITTED', failed_count = 0, submitted_at = '2026-03-20 09:00:00'
                    where submitted_at is null and mod(enterprise_id, 3) = 0
                    """)
                .update());
    itIs(LocalDateTime.of(2026, 4, 8, 6, 40));
    assertThat(signing.sweep()).isEqualTo(28);

    Tasklist office = Tasklist.logIn(Browser.desktop(), port, "jjoffice", "Rectify-Demo-2026");
    office
        .list("本单位待办")
        .open("核对并签发统计表", "2026年3月自查报送情况表")
        .see("统计截至：2026年4月7日23时59分")
        .see("陈埭镇")
        .claim();
    assertThat(office.written("填表人")).isEqualTo("演示晋江安委办干部");
    office.choose("核对结果", "数据无误，签发").fill("单位负责人", "王主任").complete();
    office.list("本单位待办").open("核对并签发统计表", "2026年第1季度隐患排查治理情况统计表").see("累计落实治理资金").claim();
    office.choose("核对结果", "数据有误").complete();
    office.list("本单位待办").open("核对并签发统计表", "2026年第1季度隐患排查治理情况统计表");

    assertThat(signed()).isEqualTo(1);
  }

  private static void itIs(LocalDateTime time) {
    ClockUtil.setCurrentTime(Date.from(time.atZone(ZoneId.of("Asia/Shanghai")).toInstant()));
  }

  private int signed() {
    return database
        .sql("select count(*) from statistic where state = 'SIGNED' and signatory = '王主任'")
        .query(Integer.class)
        .single();
  }
}
