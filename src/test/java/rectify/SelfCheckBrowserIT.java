package rectify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import rectify.selfcheck.MonthOpening;

/** An enterprise's months in Tasklist on a phone. */
@NeedsBrowser
@ActiveProfiles("demo")
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:selfcheck;MODE=MySQL;DB_CLOSE_DELAY=-1",
      "camunda.bpm.job-execution.enabled=false",
      "spring.quartz.auto-startup=false"
    })
@DirtiesContext
class SelfCheckBrowserIT {

  @LocalServerPort private int port;
  @Autowired private MonthOpening opening;
  @Autowired private JdbcClient database;

  @AfterEach
  void gives_the_clock_back() {
    ClockUtil.reset();
  }

  @Test
  void one_exception_becomes_a_hazard_and_a_zero_report_needs_a_signatory() {
    open(YearMonth.of(2026, 3));
    Tasklist enterprise =
        Tasklist.logIn(Browser.phone(), port, "jjenterprise", "Rectify-Demo-2026");
    enterprise.list("本单位待办").open("完成本期自查", "2026年3月自查").see("本企业清单第1版").claim();
    enterprise.tickOption("不符合项", "【成型车间 刷胶工】");
    enterprise.tick("已按清单逐项检查完毕").fill("签字人", "林厂长").complete();
    enterprise.list("本单位待办").open("说明不符合项", "成型车间 刷胶工").see("清单条目").claim();
    enterprise.fill("现场情况", "胶桶敞口摆放。").tick("已当场整改完毕").fill("当场整改情况", "已加盖并移入专柜。").complete();
    assertThat(hazard()).containsEntry("location", "成型车间 刷胶工").containsEntry("status", "REPORTED");

    assertThat(status("2026-03")).isEqualTo("SUBMITTED");

    open(YearMonth.of(2026, 4));
    enterprise.list("本单位待办").open("完成本期自查", "2026年4月自查").claim();
    enterprise.tick("已按清单逐项检查完毕").wrong("签字人");
    assertThat(status("2026-04")).isEqualTo("OPEN");
  }

  private void open(YearMonth period) {
    ClockUtil.setCurrentTime(
        Date.from(period.atDay(1).atTime(9, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant()));
    opening.open(period);
  }

  private Map<String, Object> hazard() {
    return database
        .sql(
            """
            select h.location as "location", h.status as "status"
            from hazard h join self_check_finding f on f.hazard_id = h.id
            """)
        .query()
        .singleRow();
  }

  private String status(String period) {
    return database
        .sql("select status from self_check where period = ? and submitted_by = 'jjenterprise'")
        .param(period)
        .query(String.class)
        .optional()
        .orElse("OPEN");
  }
}
