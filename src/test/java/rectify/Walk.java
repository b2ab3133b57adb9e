package rectify;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;

/** Goes through every page, form and dialog a person can reach and looks at the words there. */
final class Walk {

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

  void everywhere() {
    look("tasklist");
    dialogs();
    startForms();
    for (String list : List.of("本单位待办", "督办件")) {
      tasks(list);
    }
    browser.go("http://localhost:" + port + "/camunda/app/welcome/default/");
    browser.see(By.cssSelector(".rectify-box"));
    look("welcome");
    click(By.cssSelector(".user-profile-display .action-links li:last-child a"));
    browser.see(By.cssSelector("input[type=password]"));
    look("password");
    if (person.endsWith("manager")) {
      startPage("cockpit");
    }
    browser.close();
  }

  void startPage(String application) {
    browser.go("http://localhost:" + port + "/camunda/app/" + application + "/default/");
    browser.see(By.cssSelector("[cam-widget-header] .account"));
    browser.until(
        driver ->
            driver.findElements(By.cssSelector(".loader, .cam-loader")).stream()
                .noneMatch(WebElement::isDisplayed),
        application + " loaded");
    look(application);
  }

  private void dialogs() {
    click(By.cssSelector("a.showShortcutHelp"));
    browser.see(DIALOG);
    look("shortcuts");
    close();
    click(By.cssSelector(".account .dropdown-toggle"));
    look("account");
    click(By.cssSelector(".account .dropdown-toggle"));
    click(By.cssSelector(".search-container input.main-field"));
    look("search");
    browser.driver().findElement(By.tagName("body")).click();
  }

  private void startForms() {
    click(By.cssSelector(".start-process-action a"));
    browser.see(DIALOG);
    look("start dialog");
    List<WebElement> processes =
        browser.driver().findElements(By.cssSelector(".modal-content ul a"));
    if (!processes.isEmpty()) {
      processes.get(0).click();
      browser.see(By.cssSelector(".modal-content .fjs-form"));
      look("start form");
      everyAnswer(".modal-content", "start form");
      click(By.cssSelector(".modal-footer .btn-primary"));
      look("start form refused");
    }
    close();
  }

  private void tasks(String list) {
    tasklist.list(list);
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
      run("document.querySelectorAll('.rectify-case details').forEach(d => d.open = true)");
      look(name);
      everyAnswer(".task-card", name);
      run("document.querySelector('.form-actions .btn-default').click()");
      look(name + " saved");
      click(By.cssSelector(".createCommentLink"));
      browser.see(DIALOG);
      look("comment");
      close();
      for (String tab : List.of("办理记录", "流程图", "说明", "表单")) {
        click(By.xpath("//ul[contains(@class, 'nav-tabs')]//a[contains(., '" + tab + "')]"));
        browser.see(By.cssSelector(".tab-content"));
        look(name + " " + tab);
      }
    }
  }

  /** Each answer may show other fields; each date its calendar. */
  private void everyAnswer(String root, String where) {
    int answers = browser.driver().findElements(By.cssSelector(root + " input[type=radio]")).size();
    for (int i = 0; i < answers; i++) {
      run("document.querySelectorAll('%s input[type=radio]')[%d]?.click()".formatted(root, i));
      run(
          "document.querySelectorAll('%s .fjs-form-field-datetime input, %s .fjs-select input')"
                  .formatted(root, root)
              + ".forEach(field => { field.focus(); field.click(); })");
      look(where);
    }
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
  }
}
