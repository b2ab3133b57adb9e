package rectify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import javax.imageio.ImageIO;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import rectify.evidence.Photos;

/** Photos in Tasklist, at a desk and on a phone. */
@ProductInBrowser
class EvidenceBrowserIT {

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
  void at_a_desk_the_photo_is_asked_for_uploaded_beside_the_form_and_seen_by_the_verifier() {
    String place = "一号车间砂轮机";
    Browser desk = Browser.desktop();
    Tasklist enterprise = logIn(desk, "jjenterprise");
    enterprise
        .startProcess("自查隐患整改")
        .fill("隐患部位", place)
        .fill("隐患情况", "砂轮机无防护罩。")
        .choose("隐患等级", "一般隐患")
        .photo("整改前照片")
        .start();
    rectify(enterprise, place);
    assertThat(enterprise.refused()).isEqualTo("请先在“证据”页上传整改后照片（至少1张），再办理“整改隐患”。");
    desk.seeText("选择“报告整改完成”时，须先上传整改后照片（至少1张）");
    enterprise.photo("整改后照片").photo("整改后照片");
    desk.seeText("✓ 整改后照片已上传2张");
    enterprise.complete();

    Browser office = Browser.desktop();
    Tasklist township = logIn(office, "chendai1");
    township.list("本单位待办").open("验收", place).claim();
    office.seeText("整改前1张、整改后2张");
    township.tab("证据");
    office.seeText("整改后（2）");
    office.until(driver -> pictures(office, ".evidence-columns img") == 3, "three pictures drawn");
    office.picture("EvidenceBrowserIT-证据页");
    office.click(By.cssSelector(".evidence-columns img"));
    office.until(driver -> pictures(office, ".evidence-layer img") == 1, "the picture in its size");
    office.click(By.cssSelector(".evidence-layer button"));
    township.tab("表单");
    township.choose("验收结论", "合格").fill("验收意见", "照片与现场一致。").complete();
    assertThat(status(place)).isEqualTo("CLOSED");
  }

  @Test
  void on_a_phone_a_hazard_corrected_on_the_spot_is_reported_with_its_photo() {
    String place = "仓库灭火器";
    Browser phone = Browser.phone();
    Tasklist enterprise = logIn(phone, "jjenterprise");
    enterprise
        .startProcess("自查隐患整改")
        .fill("隐患部位", place)
        .fill("隐患情况", "灭火器失压。")
        .choose("隐患等级", "一般隐患")
        .tick("已当场整改完毕")
        .fill("当场整改情况", "已更换。");
    assertThat(enterprise.refused()).isEqualTo("请先上传整改后照片（至少1张），再提交登记。");
    enterprise.photo("整改后照片");
    assertFits(phone);
    phone.picture("EvidenceBrowserIT-手机登记");
    enterprise.start();
    assertThat(status(place)).isEqualTo("REPORTED");
  }

  @Test
  void on_a_phone_a_task_is_completed_with_its_photo_and_a_wrong_file_is_explained()
      throws Exception {
    String place = "锅炉房安全阀";
    Browser phone = Browser.phone();
    Tasklist enterprise = logIn(phone, "jjenterprise");
    enterprise
        .startProcess("自查隐患整改")
        .fill("隐患部位", place)
        .fill("隐患情况", "安全阀超期未检。")
        .choose("隐患等级", "一般隐患")
        .start();
    rectify(enterprise, place);
    Path wrong =
        Files.write(Files.createTempFile("renamed", ".jpg"), new byte[] {'M', 'Z', 1, 2, 3, 4});
    phone
        .see(By.cssSelector(".task-card .evidence-strip"))
        .findElement(By.cssSelector("input[multiple]"))
        .sendKeys(wrong.toString());
    phone.seeText("文件内容不是JPEG、PNG图片或PDF");
    phone.picture("EvidenceBrowserIT-手机被拒");
    enterprise.photo("整改后照片");
    assertFits(phone);
    phone.picture("EvidenceBrowserIT-手机整改");
    enterprise.complete();
    assertThat(status(place)).isEqualTo("REPORTED");
  }

  @Test
  void photos_chosen_together_arrive_once_over_a_line_that_breaks_and_other_pictures_as_jpeg()
      throws Exception {
    String place = "二号车间行车";
    Browser phone = Browser.phone();
    Tasklist enterprise = logIn(phone, "jjenterprise");
    enterprise
        .startProcess("自查隐患整改")
        .fill("隐患部位", place)
        .fill("隐患情况", "限位器失灵。")
        .choose("隐患等级", "一般隐患")
        .start();
    enterprise.list("本单位待办").open("整改隐患", place).claim();
    WebElement files =
        phone
            .see(By.cssSelector(".task-card .evidence-strip"))
            .findElement(By.cssSelector("input[multiple]"));

    phone.line(false);
    files.sendKeys(file(".jpg", Photos.unique()) + "\n" + file(".gif", gif()));
    phone.seeText("网络不稳，正在重试").seeText("等待上传");
    phone.picture("EvidenceBrowserIT-断网");
    phone.line(true);

    phone.seeText("✓ 整改后照片已上传2张");
    assertThat(
            database
                .sql(
                    """
                    select e.media_type from evidence e join hazard h
                      on e.case_number like concat('%', lpad(h.id, 7, '0'))
                    where h.location = ?
                    """)
                .param(place)
                .query(String.class)
                .list())
        .containsExactly("image/jpeg", "image/jpeg");
    files.sendKeys(file(".heic", new byte[] {1, 2, 3}).toString());
    phone.seeText("本浏览器不能转换HEIC照片，请在手机“设置－相机－格式”中选择“兼容性最佳”后重新拍照。");
  }

  private static Path file(String ending, byte[] content) throws IOException {
    return Files.write(Files.createTempFile("photo", ending), content);
  }

  private static byte[] gif() throws IOException {
    ByteArrayOutputStream gif = new ByteArrayOutputStream();
    ImageIO.write(Photos.picture(System.nanoTime(), 320, 240), "gif", gif);
    return gif.toByteArray();
  }

  private static void rectify(Tasklist enterprise, String place) {
    enterprise.list("本单位待办").open("整改隐患", place).claim();
    enterprise
        .choose("办理事项", "报告整改完成")
        .fill("整改责任人", "林某某")
        .fill("整改措施", "已更换并检验。")
        .fill("整改资金（元）", "800")
        .fill("整改完成日期", DAY)
        .fill("整改期间安全防范措施和应急预案", "停用并挂牌。");
  }

  private static long pictures(Browser browser, String css) {
    return (Long)
        ((JavascriptExecutor) browser.driver())
            .executeScript(
                "return [...document.querySelectorAll(arguments[0])].filter(i => i.naturalWidth >"
                    + " 0).length",
                css);
  }

  private static void assertFits(Browser phone) {
    assertThat(
            ((JavascriptExecutor) phone.driver())
                .executeScript(
                    "return document.querySelector('.evidence-strip').scrollWidth <= 390"))
        .isEqualTo(true);
  }

  private Tasklist logIn(Browser browser, String person) {
    return Tasklist.logIn(browser, port, person, "Rectify-Demo-2026");
  }

  private String status(String place) {
    return database
        .sql("select status from hazard where location = ?")
        .param(place)
        .query(String.class)
        .single();
  }
}
