package rectify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import rectify.evidence.Photos;

/** An officer's hands on the page of an inspection: findings beside the form of its record. */
final class OnSite {

  static final By SAVE = By.cssSelector(".rectify-finding-form .btn-primary");
  private static final By ADD = By.xpath("//button[.='登记一项问题']");

  private final Browser browser;
  private final Tasklist officer;

  private OnSite(Browser browser, Tasklist officer) {
    this.browser = browser;
    this.officer = officer;
  }

  /** Chooses the enterprise of an inspection that has begun, and goes on site. */
  static OnSite with(Browser browser, Tasklist officer, String second) {
    officer
        .list("待我办理")
        .open("选择被检查单位", "佳禾")
        .choose("被检查单位", "演示·晋江佳禾")
        .choose("另一名执法人员", second)
        .complete();
    officer.list("本单位待办").open("现场检查", "佳禾");
    browser.seeText("发现的问题（0项）");
    return new OnSite(browser, officer);
  }

  OnSite write(String place, String what, String disposal) {
    begin(place, what, disposal);
    if (disposal.equals("当场纠正")) {
      browser.fill(input("当场纠正或现场处理情况"), "已当场更换。");
    }
    return save(what);
  }

  /** The same, which is another department's. */
  OnSite transfer(String place, String what, String department) {
    begin(place, what, "移送其他部门");
    browser.click(
        By.xpath(
            "//label[@class='rectify-field'][span='移送至']//option[contains(., '"
                + department
                + "')]"));
    return save(what);
  }

  /** The same, to be rectified by a day. */
  OnSite order(String place, String what, LocalDate dueAt) {
    begin(place, what, "责令限期整改");
    // how a date is typed depends on the browser's language
    ((JavascriptExecutor) browser.driver())
        .executeScript(
            "arguments[0].value = arguments[1]", browser.see(input("整改期限")), dueAt.toString());
    return save(what);
  }

  private void begin(String place, String what, String disposal) {
    browser.click(ADD);
    browser.fill(input("问题部位"), place).fill(input("问题情况"), what);
    choice("一般隐患");
    choice(disposal);
  }

  private OnSite save(String what) {
    browser.click(SAVE).seeText(what);
    browser.see(ADD);
    return this;
  }

  OnSite photo(int finding) {
    browser.seeText("须上传整改后照片（至少1张）");
    try {
      browser
          .see(By.cssSelector("[data-finding='" + finding + "']"))
          .findElement(By.cssSelector("input[multiple]"))
          .sendKeys(Files.write(Files.createTempFile("photo", ".jpg"), Photos.unique()).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    browser.seeNoText("须上传整改后照片");
    return this;
  }

  OnSite record(LocalDate day, String until) {
    officer
        .choose("本次检查是否发现问题", "发现问题")
        .fill("检查开始日期", day)
        .fill("检查结束日期", day)
        .fill("检查情况", "检查了车间、仓库和锅炉房。")
        .fill("现场负责人", "王主任");
    time(1, "08:07");
    return until(until);
  }

  OnSite until(String time) {
    return time(3, time);
  }

  /** The time is the second input of each of the two moments. */
  private OnSite time(int input, String time) {
    List<WebElement> inputs =
        browser
            .driver()
            .findElements(By.cssSelector(".task-card .fjs-form-field-datetime input.fjs-input"));
    inputs.get(input).sendKeys(Keys.chord(Keys.CONTROL, "a"), time, Keys.TAB);
    return this;
  }

  private void choice(String option) {
    browser.click(
        By.xpath("//label[@class='rectify-choice'][contains(., '" + option + "')]/input"));
  }

  static By input(String label) {
    return By.xpath(
        "//label[@class='rectify-field'][span='" + label + "']/*[self::input or self::textarea]");
  }
}
