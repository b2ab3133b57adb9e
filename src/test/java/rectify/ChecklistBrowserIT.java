package rectify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import rectify.checklist.Checklist;
import rectify.checklist.Checklists;
import rectify.identity.GroupIds;
import rectify.identity.People;
import rectify.identity.Visitor;
import rectify.profile.Post;
import rectify.profile.Profile;
import rectify.profile.ProfileDetails;
import rectify.profile.Profiles;

/** An enterprise sets its list up in Tasklist, and hears there of a changed guide. */
@ProductInBrowser
class ChecklistBrowserIT {

  @LocalServerPort private int port;
  @Autowired private JdbcClient database;
  @Autowired private People people;
  @Autowired private Profiles profiles;
  @Autowired private Checklists checklists;

  @Test
  void an_officer_answers_names_confirms_and_opens_the_card_of_a_post() {
    long mill = secondEnterprise("naenterprise");
    Tasklist officer = logIn(Browser.desktop(), "naenterprise");
    Browser desk = officer.browser();
    desk.until(driver -> badge(driver).equals("待回答"), "the badge");
    for (int width : List.of(1400, 1250, 1024, 900)) {
      desk.resize(width, 1000);
      desk.picture("checklist-entry-" + width);
      assertThat(
              Browser.<Long>ask(
                  desk.driver(),
                  "return document.querySelector('[cam-widget-header]').offsetHeight"))
          .as("the header takes one line at %d", width)
          .isLessThan(60);
    }
    desk.resize(1400, 1000);
    officer.entry("企业清单");
    desk.until(driver -> enterprises(desk).getOptions().size() == 2, "both enterprises");
    enterprises(desk).selectByValue(String.valueOf(mill));
    desk.seeText("个问题没有回答").seeText("未回答").picture("checklist-questions");

    press(desk, "保存企业情况").seeText("请逐个选“是”或“否”");
    assertThat(profiles.of(mill).isAnswered()).isFalse();
    answer(desk, "有没有配电房", "是");
    answer(desk, "有没有叉车", "是");
    answerTheRest(desk);
    press(desk, "保存企业情况").seeText("已保存。请接着登记车间和岗位。");
    desk.picture("checklist-answered");

    press(desk, "车间和岗位");
    press(desk, "增加车间");
    type(desk, "磨光车间");
    press(desk, "增加车间");
    type(desk, "磨光车间");
    press(desk, "增加岗位");
    type(desk, "叉车工");
    press(desk, "保存车间和岗位").seeText("车间“磨光车间”有两个，请改用不同的名称");
    desk.picture("checklist-refused");
    press(desk, "关闭");
    officer.entry("企业清单");
    desk.until(it -> enterprises(desk).getOptions().size() == 2, "both enterprises");
    enterprises(desk).selectByValue(String.valueOf(mill));
    press(desk, "车间和岗位");
    List<WebElement> names =
        desk.driver().findElements(By.cssSelector(".rectify-place input.form-control"));
    assertThat(names)
        .extracting(name -> name.getDomProperty("value"))
        .containsExactly("磨光车间", "磨光车间", "叉车工");
    names.get(1).sendKeys(Keys.chord(Keys.CONTROL, "a"), "成品仓库");
    new Select(desk.see(By.cssSelector(".rectify-place select"))).selectByVisibleText("成品仓库");
    tick(desk, 2, "叉车");
    press(desk, "保存车间和岗位").seeText("已保存。请到“清单建议”核对并确认清单。");
    desk.picture("checklist-places");

    press(desk, "清单建议").seeText("新增（");
    desk.picture("checklist-proposal");
    leaveOutTheFirst(desk, "无");
    press(desk, "确认清单").seeText("不适用的理由，4 至 200 个字");
    leaveOutTheFirst(desk, "由园区统一管理");
    alsoHas(mill, "起重机械");
    press(desk, "确认清单").seeText("刚刚有变化").seeText("下面是最新的建议");
    desk.picture("checklist-stale");
    press(desk, "确认清单").seeText("已确认，现行清单为第1版。").seeText("1项注明不适用");
    desk.picture("checklist-papers");

    Checklist list = checklists.current(mill);
    assertThat(list.entries()).extracting(Checklist.Entry::leftOut).containsOnlyOnce("由园区统一管理");
    Post driver = profiles.of(mill).posts().get(0);
    assertThat(list.entries())
        .anyMatch(it -> it.places().contains(new Checklist.Place(null, driver.id())));
    String card =
        desk.see(By.xpath("//dialog//li[contains(., '叉车工')]//a[text()='打印']"))
            .getDomProperty("href")
            .replaceFirst("^http://[^/]+", "");
    assertThat(new Visitor(port).as("naenterprise").bytes(card))
        .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    click(desk, By.xpath("//dialog//li[contains(., '叉车工')]//a[text()='打印']"));
    desk.until(it -> it.getWindowHandles().size() == 2, "the card in a window");
    click(desk, By.xpath("//dialog//li[contains(., '叉车工')]//a[text()='手机页面']"));
    desk.until(it -> it.getWindowHandles().size() == 3, "what the card opens");
    new ArrayList<>(desk.driver().getWindowHandles())
        .stream()
            .map(window -> desk.driver().switchTo().window(window))
            .filter(window -> window.getCurrentUrl().contains("/check/"))
            .findFirst()
            .orElseThrow();
    desk.seeText("叉车工").seeText("怎么查");
    desk.close();
  }

  @Test
  void an_officer_hears_of_a_changed_guide_and_confirms_it_on_a_phone() throws IOException {
    Tasklist officer = logIn(Browser.phone(), "jjenterprise");
    Browser phone = officer.browser();
    officer.entry("企业清单");
    phone.seeText("现行清单为第1版");
    assertThat(badge(phone.driver())).isEmpty();
    cityWrites("工位存量不超过两公斤");

    phone.driver().navigate().refresh();
    phone.until(driver -> badge(driver).equals("待确认"), "the badge");
    officer.entry("企业清单");
    phone.seeText("文字有变（1条）").seeText("工位存量不超过两公斤").seeText("原来：");
    for (String step : List.of("企业情况", "车间和岗位", "现行清单和打印", "历次自查", "清单建议")) {
      press(phone, step);
      phone.picture("checklist-phone-" + step);
      assertThat(
              Browser.<Boolean>ask(
                  phone.driver(),
                  "const d = document.querySelector('dialog[open]');"
                      + "d.querySelectorAll('details').forEach(one => { one.open = true; });"
                      + "return d.scrollWidth > d.clientWidth"
                      + " || d.getBoundingClientRect().right > window.innerWidth"))
          .as(step)
          .isFalse();
    }
    phone.see(By.cssSelector("dialog[open] footer .btn-primary")).sendKeys(Keys.ENTER);
    phone.seeText("已确认，现行清单为第2版。").picture("checklist-phone-confirmed");
    press(phone, "关闭");
    phone.until(driver -> badge(driver).isEmpty(), "no badge any more");
    phone.close();
  }

  @Test
  void who_works_for_no_enterprise_has_no_such_entry() {
    Tasklist township = logIn(Browser.desktop(), "chendai1");
    township.browser().see(By.cssSelector("a.rectify-entry[title='考核评估']"));

    assertThat(township.browser().driver().findElements(By.cssSelector("a[title='企业清单']")))
        .isEmpty();
    township.browser().close();
  }

  private Tasklist logIn(Browser browser, String person) {
    return Tasklist.logIn(browser, port, person, Visitor.PASSWORD);
  }

  /** Makes the person the officer of another enterprise of the same county too. */
  private long secondEnterprise(String person) {
    long first = people.find(person).orElseThrow().standing().enterprises().iterator().next();
    long second =
        database
            .sql(
                """
                select min(e.id) from enterprise e join enterprise f on f.id = :first
                where e.id <> f.id and e.county_code = f.county_code
                """)
            .param("first", first)
            .query(Long.class)
            .single();
    people.join(person, GroupIds.enterprise(second));
    return second;
  }

  /** What stands beside the entry, also while a phone's menu is closed. */
  private static String badge(WebDriver driver) {
    return Browser.ask(
        driver,
        """
        const badge = document.querySelector("a.rectify-entry[title='企业清单'] .badge");
        return badge && !badge.hidden ? badge.textContent : '';
        """);
  }

  private static Select enterprises(Browser browser) {
    return new Select(browser.see(By.cssSelector("dialog[open] select")));
  }

  private static Browser press(Browser browser, String button) {
    return click(browser, By.xpath("//dialog//button[normalize-space()='" + button + "']"));
  }

  /** Out from under the dialog's footer first. */
  private static Browser click(Browser browser, By what) {
    Browser.ask(
        browser.driver(), "arguments[0].scrollIntoView({block: 'center'})", browser.see(what));
    return browser.click(what);
  }

  private static void answer(Browser browser, String question, String answer) {
    click(
        browser,
        By.xpath(
            "//dialog//fieldset[contains(., '%s')]/label[contains(., '%s')]/input"
                .formatted(question, answer)));
  }

  private static void answerTheRest(Browser browser) {
    Browser.ask(
        browser.driver(),
        """
        for (const question of document.querySelectorAll('dialog[open] [data-trait]')) {
          if (!question.querySelector('input:checked')) {
            question.querySelectorAll('input')[1].click();
          }
        }
        """);
  }

  /** Types where the cursor was put. */
  private static void type(Browser browser, String text) {
    browser.driver().switchTo().activeElement().sendKeys(text);
  }

  private static void tick(Browser browser, int place, String trait) {
    WebElement fieldset =
        browser.driver().findElements(By.cssSelector("dialog[open] fieldset")).get(place);
    Browser.ask(browser.driver(), "arguments[0].scrollIntoView()", fieldset);
    if (fieldset.findElement(By.tagName("details")).getDomAttribute("open") == null) {
      fieldset.findElement(By.tagName("summary")).click();
    }
    fieldset.findElement(By.xpath(".//label[normalize-space()='" + trait + "']/input")).click();
  }

  private static void leaveOutTheFirst(Browser browser, String reason) {
    WebElement item = browser.see(By.xpath("//dialog//li[.//label[contains(., '不适用')]]"));
    Browser.ask(browser.driver(), "arguments[0].scrollIntoView({block: 'center'})", item);
    WebElement box = item.findElement(By.cssSelector("input[type=checkbox]"));
    if (!box.isSelected()) {
      box.click();
    }
    item.findElement(By.cssSelector("input.form-control"))
        .sendKeys(Keys.chord(Keys.CONTROL, "a"), reason);
  }

  /** A colleague answers meanwhile that the enterprise has one thing more. */
  private void alsoHas(long enterprise, String trait) {
    Profile now = profiles.of(enterprise);
    List<String> more = new ArrayList<>(now.traits());
    more.add(trait);
    profiles.save(
        enterprise,
        new ProfileDetails(
            more,
            now.workshops().stream()
                .map(
                    it ->
                        new ProfileDetails.WorkshopDetails(
                            it.id(), it.name(), List.copyOf(it.traits())))
                .toList(),
            now.posts().stream()
                .map(
                    it ->
                        new ProfileDetails.PostDetails(
                            it.id(), it.name(), "成品仓库", List.copyOf(it.traits())))
                .toList()),
        "colleague");
  }

  /** The city changes the first item of the shoemakers' guide. */
  private void cityWrites(String words) throws IOException {
    String guide =
        new ClassPathResource("catalog/guides/0414.csv")
            .getContentAsString(StandardCharsets.UTF_8)
            .replace("工位存量不超过当班用量", words);
    assertThat(
            new Visitor(port)
                .as("cityoffice")
                .upload(
                    "/api/guides/0414/import",
                    Map.of(),
                    "0414.csv",
                    guide.getBytes(StandardCharsets.UTF_8))
                .statusCode())
        .isEqualTo(200);
  }
}
