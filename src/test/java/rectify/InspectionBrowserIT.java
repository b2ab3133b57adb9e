package rectify;

import static org.assertj.core.api.Assertions.assertThat;

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

/** An officer's inspection from the start list to its documents, at a desk and on a phone. */
@ProductInBrowser
class InspectionBrowserIT {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

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
    Tasklist officer = begin(desk, "chendai1");
    OnSite site = OnSite.with(desk, officer, "演示陈埭镇安监员乙");
    site.write("一号车间通道", "堆放原料，宽度不足。", "责令限期整改").write("二号车间护栏", "护栏松动。", "责令限期整改");
    desk.seeText("发现的问题（2项）");

    desk.click(By.xpath("//li[@data-finding='1']//button[.='修改问题']"));
    WebElement place = desk.see(OnSite.input("问题部位"));
    assertThat(place.getDomProperty("value")).isEqualTo("一号车间通道");
    place.sendKeys(Keys.chord(Keys.CONTROL, "a"), "一号车间东侧通道");
    desk.click(OnSite.SAVE);
    desk.seeText("一号车间东侧通道").seeText("已修改1次");
    desk.click(By.xpath("//li[@data-finding='2']//button[.='撤回问题']"));
    desk.click(By.xpath("//button[.='确认撤回']"));
    desk.seeText("发现的问题（1项）").seeNoText("二号车间护栏");
    desk.picture("InspectionBrowserIT-登记");

    site.record(DAY, "09:40");
    assertThat(officer.refused()).startsWith("检查结束时间不能晚于现在");
    site.until("08:52");
    officer.complete();

    assertThat(cases()).containsExactly("一号车间东侧通道");
    assertThat(content()).contains("2026年3月2日8时07分至2026年3月2日8时52分");
    correctTheRecord(desk);
  }

  @Test
  void on_a_phone_an_inspection_is_made_from_the_start_list_to_its_documents() {
    Browser phone = Browser.phone();
    Tasklist officer = begin(phone, "jjemergency1");
    OnSite site = OnSite.with(phone, officer, "演示晋江应急乙");
    site.write("仓库灭火器", "两具灭火器失压。", "当场纠正").record(DAY, "08:52");
    assertThat(officer.refused()).startsWith("问题1为当场纠正，请在该问题下面上传整改后照片");
    site.photo(1).write("锅炉房安全阀", "安全阀超期未检。", "责令限期整改");
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

  private Tasklist begin(Browser browser, String person) {
    Tasklist officer = Tasklist.logIn(browser, port, person, "Rectify-Demo-2026");
    officer.startProcess("监督检查").fill("被检查单位", "佳禾").choose("检查类型", "日常检查").start();
    return officer;
  }

  /** Of all that the record says, a few fields can be corrected. */
  private void correctTheRecord(Browser desk) {
    desk.click(By.cssSelector("a.rectify-documents-of-office"));
    desk.click(By.xpath("//li[contains(., '安全生产检查记录')]//button[.='更正']"));
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
