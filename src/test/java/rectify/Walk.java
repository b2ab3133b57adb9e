package rectify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;

/** Goes through every page, form and dialog a person can reach and looks at the words there. */
final class Walk {

  /** What a page asked for in vain, but for the counts of the whole city, which nobody is shown. */
  private static final String REFUSED =
      """
      return performance.getEntriesByType('resource')
          .filter(asked => asked.responseStatus === 403 || asked.responseStatus === 401)
          .map(asked => asked.name)
          .filter(name => !name.endsWith('/task/report/candidate-group-count'));
      """;

  private static final By DIALOG = By.cssSelector(".modal-content");

  private final Tasklist tasklist;
  private final Browser browser;
  private final int port;
  private final String person;
  private final LatinWords words;

  Walk(Tasklist tasklist, int port, String person, LatinWords words) {
    this.tasklist = tasklist;
    this.browser = tasklist.browser();
    this.port = port;
    this.person = person;
    this.words = words;
  }

  /** A day in Tasklist and at the page of one's own data. */
  Walk everywhere() {
    browser.until(
        driver ->
            Browser.<Boolean>ask(
                driver,
                "return !/^[A-Z_]+$/.test("
                    + "document.querySelector('.search-container input.main-field').placeholder)"),
        "Tasklist's words");
    look("tasklist");
    dialogs();
    startForms();
    tasks();
    browser.go("http://localhost:" + port + "/camunda/app/welcome/default/");
    browser.see(By.cssSelector(".rectify-box"));
    atBothSizes("own data", () -> look("own data"));
    click(By.cssSelector(".user-profile-display .action-links li:last-child a"));
    browser.see(By.cssSelector("input[type=password]"));
    look("password");
    return this;
  }

  /** Opens such pages, and looks only whether they get what they ask for. */
  Walk opens(String application, List<String> paths) {
    for (String path : paths) {
      open(application, path);
      notRefused(application + path);
    }
    return this;
  }

  private void open(String application, String path) {
    browser.go("about:blank");
    browser.go("http://localhost:" + port + "/camunda/app/" + application + "/default/#" + path);
    browser.see(By.cssSelector("[cam-widget-header] .account"));
    browser.until(
        driver ->
            Browser.showing(driver, ".loader, .cam-loader") == null
                && !driver.getTitle().contains("_"),
        application + path + " loaded");
  }

  /** Pages of Cockpit or Admin, given by what follows the hash sign of their address. */
  Walk pages(String application, List<String> paths) {
    for (String path : paths) {
      open(application, path);
      look(application + path);
      browser.picture("walk-%s-%s%s".formatted(person, application, path));
    }
    return this;
  }

  private void dialogs() {
    for (String entry : List.of("通知", "批量办理", "请假代办", "考核评估")) {
      if (isOffered(By.cssSelector("a.rectify-entry[title='" + entry + "']"))) {
        dialog(entry);
      }
    }
    if (person.endsWith("enterprise")) {
      dialog("企业清单");
    }
    click(By.cssSelector("a.rectify-documents-of-office"));
    browser.see(By.cssSelector("dialog[open]"));
    atBothSizes("文书", () -> look("文书"));
    run("document.querySelector('dialog[open]').close()");
    click(By.cssSelector("a.showShortcutHelp"));
    browser.see(DIALOG);
    look("shortcuts");
    close();
    click(By.cssSelector(".account .dropdown-toggle"));
    look("account");
    click(By.cssSelector(".account .dropdown-toggle"));
    click(By.cssSelector(".search-container input.main-field"));
    look("search");
    run("document.body.click()");
  }

  /** A dialog in the bar above, each of its steps if it has several. */
  private void dialog(String entry) {
    click(By.cssSelector("a.rectify-entry[title='" + entry + "']"));
    browser.see(By.cssSelector("dialog[open] header"));
    browser.until(
        driver ->
            Browser.<Boolean>ask(
                driver, "return !/正在/.test(document.querySelector('dialog[open]').textContent)"),
        entry + " loaded");
    By step = By.cssSelector("dialog[open] nav button");
    int steps = browser.driver().findElements(step).size();
    for (int i = 0; i < Math.max(steps, 1); i++) {
      if (steps > 0) {
        browser.driver().findElements(step).get(i).click();
      }
      run("document.querySelectorAll('dialog[open] details').forEach(d => d.open = true)");
      atBothSizes(steps > 0 ? entry + (i + 1) : entry, () -> look(entry));
    }
    run("document.querySelector('dialog[open]').close()");
  }

  private void startForms() {
    if (Browser.showing(browser.driver(), ".start-process-action a") == null) {
      return;
    }
    click(By.cssSelector(".start-process-action a"));
    browser.dialogStill();
    look("start dialog");
    browser.driver().findElement(By.cssSelector(".modal-content ul a")).click();
    browser.see(By.cssSelector(".modal-content .fjs-form"));
    atBothSizes(
        "start form",
        () ->
            words.lookAtEveryAnswer(
                browser.driver(), ".modal-content .fjs-form", person + " start form"));
    click(By.cssSelector(".modal-footer .btn-primary"));
    look("start form refused");
    close();
  }

  /** Opens a task of every step that nobody has looked at yet, and tries every answer. */
  private void tasks() {
    tasklist.list("本单位待办");
    List<String> names =
        browser.driver().findElements(By.cssSelector(".tasks-list li.task h4.task a")).stream()
            .map(WebElement::getText)
            .filter(words::isNew)
            .distinct()
            .toList();
    for (String name : names) {
      tasklist.open(name);
      tasklist.claim();
      browser.see(By.cssSelector(".rectify-case summary"));
      browser.picture("walk-%s-%s".formatted(person, name));
      run("document.querySelectorAll('.rectify-case details').forEach(d => d.open = true)");
      run("document.querySelector('.form-actions .btn-primary').click()");
      browser.see(By.cssSelector(".task-card .fjs-form-field-error"));
      look(name + " refused");
      words.lookAtEveryAnswer(browser.driver(), ".task-card .fjs-form", person + " " + name);
    }
    if (!names.isEmpty()) {
      besideTheForm(names.get(names.size() - 1));
      onAPhone(names);
    }
  }

  /** The same tasks as a phone opens them. */
  private void onAPhone(List<String> names) {
    browser.resize(390, 844);
    browser.driver().navigate().refresh();
    for (String name : names) {
      tasklist.open(name);
      browser.see(By.cssSelector(".rectify-case summary"));
      look(name + " on a phone");
      words.fits(browser.driver(), person + " " + name);
      browser.picture("walk-%s-%s-phone".formatted(person, name));
    }
    browser.resize(1400, 1000);
  }

  /** What every task has, whatever its form. */
  private void besideTheForm(String name) {
    run("document.querySelector('.form-actions .btn-default').click()");
    look(name + " saved");
    if (isOffered(By.cssSelector(".rectify-hold .rectify-action"))) {
      click(By.cssSelector(".rectify-hold .rectify-action"));
      browser.see(By.cssSelector("dialog[open] select"));
      look("转交");
      run("document.querySelector('dialog[open]').close()");
    }
    for (String tab : List.of("流程图", "证据", "文书", "表单")) {
      By link = By.xpath("//ul[contains(@class, 'nav-tabs')]//a[contains(., '" + tab + "')]");
      if (browser.driver().findElement(link).isDisplayed()) {
        click(link);
        browser.see(By.cssSelector(".tab-content"));
        look(name + " " + tab);
      }
    }
  }

  private boolean isOffered(By what) {
    return !browser.driver().findElements(what).isEmpty();
  }

  /** At a desk, then on a phone, where nothing may be cut off at the side. */
  private void atBothSizes(String what, Runnable looking) {
    looking.run();
    String picture = "walk-%s-%s".formatted(person, what);
    browser.picture(picture);
    browser.resize(390, 844);
    looking.run();
    browser.picture(picture + "-phone");
    words.fits(browser.driver(), person + " " + what);
    browser.resize(1400, 1000);
  }

  private void close() {
    run(
        "[...document.querySelectorAll('.modal-footer button')]"
            + ".find(button => /关闭|取消/.test(button.textContent)).click()");
    browser.until(driver -> driver.findElements(DIALOG).isEmpty(), "the dialog closed");
  }

  private void click(By what) {
    browser.click(what);
  }

  private void run(String script) {
    ((JavascriptExecutor) browser.driver()).executeScript(script);
  }

  private void look(String where) {
    words.look(browser.driver(), person + " " + where);
    notRefused(where);
  }

  private void notRefused(String where) {
    assertThat(Browser.<List<String>>ask(browser.driver(), REFUSED))
        .as("refused to %s on %s", person, where)
        .isEmpty();
  }
}
