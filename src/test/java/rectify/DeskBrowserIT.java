package rectify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each role's day in the browser, at an office desk and on a phone. */
@ProductInBrowser
class DeskBrowserIT {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final String PASSWORD = "Rectify-Demo-2026";

  /** A window. */
  enum Size {
    DESK("甲", Browser::desktop),
    PHONE("乙", Browser::phone);

    private final String chinese;
    private final Supplier<Browser> opening;

    Size(String chinese, Supplier<Browser> opening) {
      this.chinese = chinese;
      this.opening = opening;
    }
  }

  @LocalServerPort private int port;
  @Autowired private ManagementService management;
  @Autowired private JdbcClient database;

  @BeforeEach
  void begins_on_a_monday_morning() {
    ClockUtil.setCurrentTime(Date.from(DAY.atTime(9, 0).atZone(CHINA).toInstant()));
  }

  @AfterEach
  void gives_the_clock_back() {
    ClockUtil.reset();
  }

  @ParameterizedTest
  @EnumSource
  void a_major_hazard_goes_through_every_hand_up_to_the_city(Size size) {
    String place = "涂装车间" + size.chinese;
    Tasklist enterprise = logIn(size, "jjenterprise");
    enterprise
        .startProcess("自查隐患整改")
        .fill("隐患部位", place)
        .fill("隐患情况", "可燃气体报警装置停用。")
        .choose("隐患等级", "重大隐患")
        .fill("重大隐患判定依据", "《重大事故隐患判定标准》第四条。")
        .start();

    Tasklist department = logIn(size, "jjemergency1");
    department.list("本单位待办").seeTask("接收重大隐患报告", place, "重大隐患", "还剩1个工作日").open("接收重大隐患报告", place);
    department.unfold("为什么由我办理").see("晋江市应急管理局").see("第1行：重大隐患由县级行业主管部门核查验收");
    department.unfold("办理依据").see("《中华人民共和国安全生产法》").unfold("案件经过").see("报告重大隐患");
    picture(department, size, "case");
    department.claim().fill("接收意见和现场核实情况", "已到场核实。").tick("已责令暂时停产停业或停止使用").complete();

    enterprise.list("本单位待办").open("编制治理方案", place).claim();
    enterprise
        .fill("治理的目标和任务", "恢复报警装置。")
        .fill("采取的方法和措施", "更换探头并联调。")
        .fill("经费和物资的落实", "两万元。")
        .fill("负责治理的机构和人员", "安全部。")
        .fill("治理的时限和要求", "三十日。")
        .fill("安全措施和应急预案", "停用期间人工检测。")
        .complete();
    department.list("本单位待办").open("审查治理方案", place).unfold("案件情况").see("更换探头并联调").claim();
    department.choose("审查结论", "不通过").fill("审查意见", "请补充应急预案。").complete();
    enterprise.list("本单位待办").open("编制治理方案", place).claim();
    assertThat(enterprise.written("采取的方法和措施")).isEqualTo("更换探头并联调。");
    enterprise.fill("安全措施和应急预案", "停用期间人工检测，配备正压式呼吸器。").complete();
    department.list("本单位待办").open("审查治理方案", place).claim();
    department.choose("审查结论", "通过").fill("审查意见", "同意。").complete();

    Days.letPass(management, LocalDate.of(2026, 6, 12).atTime(9, 0));

    Tasklist township = logIn(size, "chendai1");
    answer(township, "乡镇催办", place, "上门督促");
    township.browser().close();
    answer(department, "县级部门督办", place, "责令改正");
    Tasklist office = logIn(size, "jjoffice");
    office.list("督办件").seeTask("下发督办函", place, "已逾期", "市级督办").open("下发督办函", place).claim();
    office.fill("督办要求", "请限期完成治理。").fill("要求办结日期", LocalDate.of(2026, 6, 30)).complete();
    office.list("督办件").open("挂牌督办或约谈", place).claim();
    office.choose("督办措施", "提请挂牌督办").fill("办理情况", "已提请市政府挂牌。").complete();
    office.browser().close();
    Tasklist city = logIn(size, "cityoffice");
    picture(city.list("督办件").seeTask("市级督办", place), size, "city");
    answer(city, "市级督办", place, "提请上级协调");
    city.browser().close();

    Tasklist manager = logIn(size, "jjmanager");
    manager.list("已关注").seeNoTask(place);
    Browser platform = manager.browser();
    platform.go("http://localhost:" + port + "/camunda/app/welcome/default/");
    platform.click(By.linkText("返回业务平台")).seeText("领导和调度可以做什么");
    platform.go("http://localhost:" + port + "/city/cases?text=" + place).seeText("共1条");
    platform.click(By.cssSelector("main .city-number-link"));
    platform.click(By.cssSelector("button[hx-put]")).see(By.cssSelector("button[hx-delete]"));
    picture(manager, size, "followed");
    platform.go("http://localhost:" + port + "/camunda/app/tasklist/default/");
    manager.list("已关注").seeTask("整改隐患", place, "★ 已关注");
    platform.close();

    enterprise.list("已逾期").open("整改隐患", place).claim();
    enterprise
        .choose("办理事项", "报告整改完成")
        .fill("整改责任人", "林某某")
        .fill("整改措施", "已更换探头并联调。")
        .fill("整改资金（元）", "20000")
        .fill("整改完成日期", LocalDate.of(2026, 6, 12))
        .fill("整改期间安全防范措施和应急预案", "停用期间人工检测。")
        .photo("整改后照片")
        .complete();
    department.list("本单位待办").open("验收", place).claim();
    department.choose("验收结论", "合格").fill("验收意见", "核查合格。").complete();
    assertThat(status(place)).isEqualTo("CLOSED");
    assertNothingIsCutOff(enterprise);
  }

  @Test
  void a_finding_is_transferred_and_accepted_on_phones() {
    Size size = Size.PHONE;
    String place = "储罐区";
    Tasklist officer = logIn(size, "chendai1");
    officer.startProcess("监督检查").fill("被检查单位", "佳禾").choose("检查类型", "日常检查").start();
    OnSite.with(officer.browser(), officer, "演示陈埭镇安监员乙")
        .transfer(place, "储罐超期未检。", "晋江市应急管理局")
        .record(DAY, "08:52");
    officer.complete();

    Tasklist department = logIn(size, "jjemergency1");
    department.list("本单位待办").open("接收移送", place).unfold("案件经过").see("移送").claim();
    picture(department, size, "transfer");
    department.choose("接收决定", "接收").fill("接收意见或退回理由", "属本局职责。").complete();
    Tasklist enterprise = logIn(size, "jjenterprise");
    enterprise.list("本单位待办").seeTask("整改隐患", place);
  }

  @Test
  void what_was_begun_opens_in_another_browser_for_its_writer_alone() {
    String place = "原料仓库";
    report(place);
    Tasklist first = logIn(Size.DESK, "jjenterprise").list("本单位待办").open("整改隐患", place).claim();
    first.choose("办理事项", "报告整改完成").fill("整改责任人", "林某某");
    first.browser().seeText("草稿已保存");
    assertThat(
            ((JavascriptExecutor) first.browser().driver())
                .executeScript("return JSON.stringify(localStorage)"))
        .asString()
        .doesNotContain("林某某");
    first.browser().close();

    Tasklist second = logIn(Size.PHONE, "jjenterprise").list("本单位待办").open("整改隐患", place);
    second.see("已填入您于2026年3月2日 09:00保存的草稿");
    assertThat(second.written("整改责任人")).isEqualTo("林某某");
  }

  @Test
  void what_was_begun_in_a_start_form_opens_in_another_browser_too() {
    Tasklist first = logIn(Size.DESK, "chendai2").startProcess("监督检查");
    first.fill("被检查单位", "佳禾").browser().seeText("草稿已保存").close();

    Tasklist second = logIn(Size.PHONE, "chendai2").startProcess("监督检查");
    second.browser().seeText("已填入您上次填写的内容");
    assertThat(second.written("被检查单位")).isEqualTo("佳禾");
    second.choose("检查类型", "日常检查").start();
    second.startProcess("监督检查");
    assertThat(second.written("被检查单位")).isEmpty();
  }

  @Test
  void a_task_a_colleague_has_finished_says_so_instead_of_its_form() {
    String place = "成品仓库";
    report(place);
    Tasklist enterprise = logIn(Size.DESK, "jjenterprise").list("本单位待办").open("整改隐患", place);
    enterprise.claim();
    reportRectified(enterprise);
    enterprise.complete();
    Tasklist one = logIn(Size.DESK, "chendai1").list("本单位待办").open("验收", place);
    Tasklist other = logIn(Size.DESK, "chendai2").list("本单位待办").open("验收", place);
    one.claim().choose("验收结论", "合格").fill("验收意见", "现场核实整改到位。").complete();

    ((JavascriptExecutor) other.browser().driver())
        .executeScript("document.dispatchEvent(new Event('visibilitychange'))");
    other.browser().seeText("任务“验收”已由演示陈埭镇安监员甲于2026年3月2日 09:00办结");
    assertThat(other.browser().driver().findElements(By.cssSelector(".task-card .fjs-form")))
        .noneMatch(WebElement::isDisplayed);
    other.browser().click(By.cssSelector(".rectify-finished button"));
    other.seeNoTask(place);
  }

  @Test
  void the_keyboard_alone_follows_a_case_and_finds_its_past() {
    String place = "空压机房";
    report(place);
    Tasklist enterprise = logIn(Size.DESK, "jjenterprise").list("本单位待办").open("整改隐患", place);
    enterprise.browser().see(By.cssSelector(".rectify-follow")).sendKeys(Keys.ENTER);
    enterprise.browser().see(By.cssSelector(".rectify-follow[aria-pressed=true]"));
    enterprise
        .browser()
        .see(By.xpath("//section[@class='rectify-case']//summary[contains(., '案件经过')]"))
        .sendKeys(Keys.SPACE);
    enterprise.see("企业自查登记一般隐患");
    enterprise.list("已关注").seeTask("整改隐患", place);
  }

  private void report(String place) {
    logIn(Size.DESK, "jjenterprise")
        .startProcess("自查隐患整改")
        .fill("隐患部位", place)
        .fill("隐患情况", "现场存在安全隐患，可能造成人员伤害。")
        .choose("隐患等级", "一般隐患")
        .start()
        .browser()
        .close();
  }

  private static void reportRectified(Tasklist enterprise) {
    enterprise
        .choose("办理事项", "报告整改完成")
        .fill("整改责任人", "林某某")
        .fill("整改措施", "已整改。")
        .fill("整改资金（元）", "800")
        .fill("整改完成日期", DAY)
        .fill("整改期间安全防范措施和应急预案", "专人监护。")
        .photo("整改后照片");
  }

  private static void answer(Tasklist person, String task, String place, String measure) {
    person.list("督办件").open(task, place).claim();
    person.choose("督办方式", measure).fill("督办情况", "已办理。").complete();
  }

  private Tasklist logIn(Size size, String person) {
    return Tasklist.logIn(size.opening.get(), port, person, PASSWORD);
  }

  private static void picture(Tasklist person, Size size, String name) {
    person.browser().picture("desk-" + name + "-" + size);
  }

  /** A phone scrolls down, never sideways. */
  private static void assertNothingIsCutOff(Tasklist person) {
    WebDriver driver = person.browser().driver();
    Object sideways =
        ((JavascriptExecutor) driver)
            .executeScript(
                "return document.documentElement.scrollWidth"
                    + " - document.documentElement.clientWidth");
    assertThat(((Number) sideways).intValue()).isLessThanOrEqualTo(0);
  }

  private String status(String place) {
    return database
        .sql("select status from hazard where location = ?")
        .param(place)
        .query(String.class)
        .single();
  }
}
