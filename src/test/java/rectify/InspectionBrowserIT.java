package rectify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import rectify.evidence.Photos;

/** An officer's inspection from the start list to its documents, at a desk and on a phone. */
@ProductInBrowser
class InspectionBrowserIT {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final By ADD = By.xpath("//button[.='登记一项问题']");
  private static final By SAVE = By.cssSelector(".rectify-finding-form .btn-primary");

  @LocalServerPort private int port;
  @Autowired private JdbcClient database;

  @BeforeEach
  void begins_on_a_monday_morning() {
    ClockUtil.setCurrentTime(
        Date.from(DAY.atTime(9, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant()));
  }

  @AfterEach
  void gives_the_clock_back() {
    ClockUtil.reset();
  }

  @Test
  void at_a_desk_findings_are_corrected_and_taken_back_and_the_record_says_when_it_was() {
    Browser desk = Browser.desktop();
    Tasklist officer = onSite(desk, "chendai1", "演示陈埭镇安监员乙");
    write(desk, "一号车间通道", "堆放原料，宽度不足。", "责令限期整改");
    write(desk, "二号车间护栏", "护栏松动。", "责令限期整改");
    desk.seeText("发现的问题（2项）");

    desk.click(By.xpath("//li[@data-finding='1']//button[.='修改问题']"));
    WebElement place = desk.see(input("问题部位"));
    assertThat(place.getDomProperty("value")).isEqualTo("一号车间通道");
    place.sendKeys(Keys.chord(Keys.CONTROL, "a"), "一号车间东侧通道");
    desk.click(SAVE);
    desk.seeText("一号车间东侧通道").seeText("已修改1次");
    desk.click(By.xpath("//li[@data-finding='2']//button[.='撤回问题']"));
    desk.click(By.xpath("//button[.='确认撤回']"));
    desk.seeText("发现的问题（1项）").seeNoText("二号车间护栏");
    desk.picture("InspectionBrowserIT-登记");

    record(desk, officer, "09:40");
    assertThat(officer.refused()).startsWith("检查结束时间不能晚于现在");
    time(desk, 3, "08:52");
    officer.complete();

    assertThat(cases()).containsExactly("一号车间东侧通道");
    assertThat(content()).contains("2026年3月2日8时07分至2026年3月2日8时52分");
    correctTheRecord(desk);
  }

  @Test
  void on_a_phone_an_inspection_is_made_from_the_start_list_to_its_documents() throws IOException {
    Browser phone = Browser.phone();
    Tasklist officer = onSite(phone, "jjemergency1", "演示晋江应急乙");
    write(phone, "仓库灭火器", "两具灭火器失压。", "当场纠正");
    phone.seeText("须上传整改后照片（至少1张）");
    record(phone, officer, "08:52");
    assertThat(officer.refused()).startsWith("问题1为当场纠正，请在该问题下面上传整改后照片");
    phone
        .see(By.cssSelector("[data-finding='1']"))
        .findElement(By.cssSelector("input[multiple]"))
        .sendKeys(Files.write(Files.createTempFile("photo", ".jpg"), Photos.unique()).toString());
    phone.seeNoText("须上传整改后照片");
    write(phone, "锅炉房安全阀", "安全阀超期未检。", "责令限期整改");
    phone.seeText("发现的问题（2项）");
    assertThat(
            ((JavascriptExecutor) phone.driver())
                .executeScript(
                    "return document.querySelector('.rectify-visit').scrollWidth <= 390"))
        .isEqualTo(true);
    phone.picture("InspectionBrowserIT-手机登记");

    officer.complete();

    assertThat(cases()).containsExactly("仓库灭火器", "锅炉房安全阀");
    assertThat(
            database
                .sql(
                    """
                    select h.location from evidence e join hazard h
                      on e.case_number like concat('YH%', lpad(h.id, 7, '0'))
                    """)
                .query(String.class)
                .list())
        .as("a photo stays with its finding")
        .containsExactly("仓库灭火器");
    assertThat(content()).contains("2026年3月2日8时07分至2026年3月2日8时52分");
  }

  /** From the start list to the page on site. */
  private Tasklist onSite(Browser browser, String person, String second) {
    Tasklist officer = Tasklist.logIn(browser, port, person, "Rectify-Demo-2026");
    officer.startProcess("监督检查").fill("被检查单位", "佳禾").choose("检查类型", "日常检查").start();
    officer
        .list("本单位待办")
        .open("选择被检查单位", "佳禾")
        .choose("被检查单位", "演示·晋江佳禾")
        .choose("另一名执法人员", second)
        .complete();
    officer.list("本单位待办").open("现场检查", "佳禾");
    browser.seeText("发现的问题（0项）");
    return officer;
  }

  private static void write(Browser browser, String place, String what, String disposal) {
    browser.click(ADD);
    browser.fill(input("问题部位"), place).fill(input("问题情况"), what);
    choice(browser, "一般隐患");
    choice(browser, disposal);
    if (disposal.equals("当场纠正")) {
      browser.fill(input("当场纠正或现场处理情况"), "已当场更换。");
    }
    browser.click(SAVE).seeText(what);
    browser.see(ADD);
  }

  private static void record(Browser browser, Tasklist officer, String until) {
    officer
        .choose("本次检查是否发现问题", "发现问题")
        .fill("检查开始日期", DAY)
        .fill("检查结束日期", DAY)
        .fill("检查情况", "检查了车间、仓库和锅炉房。")
        .fill("现场负责人", "王主任");
    time(browser, 1, "08:07");
    time(browser, 3, until);
  }

  /** The time is the second input of each of the two moments. */
  private static void time(Browser browser, int input, String time) {
    List<WebElement> inputs =
        browser
            .driver()
            .findElements(By.cssSelector(".task-card .fjs-form-field-datetime input.fjs-input"));
    inputs.get(input).sendKeys(Keys.chord(Keys.CONTROL, "a"), time, Keys.TAB);
  }

  private static void choice(Browser browser, String option) {
    browser.click(
        By.xpath("//label[@class='rectify-choice'][contains(., '" + option + "')]/input"));
  }

  private static By input(String label) {
    return By.xpath(
        "//label[@class='rectify-field'][span='" + label + "']/*[self::input or self::textarea]");
  }

  /** Of all that the record says, a few fields can be corrected. */
  private void correctTheRecord(Browser desk) {
    desk.click(By.cssSelector("a.rectify-documents-of-office"));
    desk.click(By.xpath("//li[contains(., '现场检查记录')]//button[.='更正']"));
    desk.seeText("案件事实、等级、措施和期限不能在此更正");
    List<String> pieces =
        desk.driver().findElements(By.cssSelector("dialog[open] select option")).stream()
            .map(WebElement::getText)
            .toList();
    assertThat(pieces)
        .extracting(piece -> piece.replaceAll("：.*", ""))
        .containsExactlyInAnyOrder("单位地址", "法定代表人或负责人", "联系电话", "现场负责人", "检查情况");
    desk.picture("InspectionBrowserIT-更正");
  }

  private List<String> cases() {
    return database
        .sql(
            """
            select location from hazard
            where inspection_id = (select max(id) from inspection) order by id
            """)
        .query(String.class)
        .list();
  }

  private String content() {
    return database
        .sql(
            """
            select content from document
            where kind = 'INSPECTION_RECORD' and inspection_id = (select max(id) from inspection)
            """)
        .query(String.class)
        .single();
  }
}
