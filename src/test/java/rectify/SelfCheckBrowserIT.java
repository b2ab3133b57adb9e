package rectify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import rectify.assessment.Assessments;
import rectify.identity.People;
import rectify.selfcheck.MonthOpening;
import rectify.selfcheck.SelfChecks;
import rectify.whole.Jobs;

/** An enterprise's months in Tasklist on a phone. */
@ProductInBrowser
class SelfCheckBrowserIT {

  @LocalServerPort private int port;
  @Autowired private MonthOpening opening;
  @Autowired private SelfChecks checks;
  @Autowired private Assessments assessments;
  @Autowired private People people;
  @Autowired private JdbcClient database;
  private Jobs jobs;

  @BeforeEach
  void time_passes_when_it_is_told_to(
      @Autowired ManagementService management, @Autowired RuntimeService runtime) {
    jobs = new Jobs(management, runtime);
  }

  @AfterEach
  void gives_the_clock_back() {
    ClockUtil.reset();
  }

  @Test
  void from_the_card_on_the_wall_to_the_signed_report_with_an_exception_and_without() {
    open(YearMonth.of(2026, 3));
    Browser phone = Browser.phone().go("http://localhost:" + port + card());
    phone.fill(By.id("username"), "jjenterprise").fill(By.id("password"), "Rectify-Demo-2026");
    phone.click(By.cssSelector("button[type=submit]"));
    phone.seeText("刷胶工").seeText("怎么查").picture("self-check-card");
    phone.click(By.linkText("填报本期自查"));
    Tasklist enterprise = Tasklist.loggedIn(phone, "jjenterprise");
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
    enterprise.fill("签字人", "林厂长").complete();
    assertThat(status("2026-04")).isEqualTo("SUBMITTED");
  }

  @Test
  void an_enterprise_asks_to_explain_why_its_report_is_missing() {
    YearMonth may = YearMonth.of(2026, 5);
    open(may);
    jobs.until(LocalDateTime.of(2026, 6, 9, 6, 0), numberOf(may));
    assessments.assess(may);

    Tasklist enterprise =
        Tasklist.logIn(Browser.phone(), port, "jjenterprise", "Rectify-Demo-2026");
    enterprise.entry("考核评估");
    Browser phone = enterprise.browser();
    phone.seeText("2026-05 自查未报").click(By.cssSelector("dialog[open] summary"));
    phone.picture("findings");
    phone.click(By.xpath("//dialog//button[text()='申请说明']")).seeText("请在任务列表中办理“说明情况”。");
    phone.click(By.cssSelector("dialog[open] button[aria-label='关闭']"));
    enterprise.list("本单位待办").open("说明情况", "自查未报").claim();
    enterprise.fill("说明", "当月停产，已书面报备。").complete();

    assertThat(
            database
                .sql("select status from assessment_finding where answered_by = 'jjenterprise'")
                .query(String.class)
                .single())
        .isEqualTo("ANSWERED");
  }

  private void open(YearMonth period) {
    ClockUtil.setCurrentTime(
        Date.from(period.atDay(1).atTime(9, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant()));
    opening.open(period);
  }

  /** What the QR code of a post's card holds. */
  private String card() {
    return "/check/"
        + database
            .sql(
                """
                select p.id from post p
                where p.name = '刷胶工' and p.enterprise_id = :enterprise
                """)
            .param("enterprise", enterpriseId())
            .query(Long.class)
            .single();
  }

  private String numberOf(YearMonth period) {
    return checks
        .get(
            database
                .sql("select id from self_check where enterprise_id = ? and period = ?")
                .params(enterpriseId(), period.toString())
                .query(Long.class)
                .single())
        .number();
  }

  private long enterpriseId() {
    return people.find("jjenterprise").orElseThrow().standing().enterprises().iterator().next();
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
