package rectify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import rectify.evidence.Photos;

/**
 * Tasklist as a person uses it: found by what can be read on the screen, waiting for each step's
 * effect. With {@code -Dscreenshots=true} every step leaves a picture under {@code
 * target/screenshots}.
 */
public final class Tasklist implements AutoCloseable {

  private static final Map<String, Set<Cookie>> SESSIONS = new ConcurrentHashMap<>();

  /** The part of a form that carries a label. */
  private static final String BOX =
      """
      const box = [...document.querySelectorAll(arguments[0] + ' .fjs-form .fjs-form-field')]
          .find(box => box.checkVisibility()
              && box.querySelector('label')?.innerText.replace('*', '').trim() === arguments[1]);
      """;

  /** Whether a form has taken a value over from its field, which it does a moment later. */
  private static final String HELD =
      """
      const nodes = [document.querySelector(arguments[0] + ' .fjs-container')?.__k];
      while (nodes.length) {
        const node = nodes.pop();
        const form = node?.props?.value?.getService?.('form');
        if (form) {
          const {schema, data} = form._getState();
          const field = schema.components.find(field => field.label === arguments[1]);
          return !field || String(data[field.key] ?? '') === arguments[2];
        }
        nodes.push(...[].concat(node?.__k || []).filter(Boolean));
      }
      return true;
      """;

  static final By START = By.cssSelector(".start-process-action a");
  private static final By LISTS = By.cssSelector(".task-filters h4.name a");
  private static final String MENU = "[cam-widget-header] .navbar-toggle";
  private static final String DIALOG = ".modal-content";
  private static final String TASK = "section.task-card";
  private static final String COMPLETE_BUTTON = ".task-card .form-actions .btn-primary";
  private static final String START_BUTTON = ".modal-footer .btn-primary";
  private static final By TASK_STRIP = By.cssSelector("section.task-card .evidence-strip");
  private static final By START_STRIP = By.cssSelector(".modal-content .evidence-strip");
  private static final By ALERT = By.cssSelector(".notifications .alert-danger .message");

  private final Browser browser;
  private final String person;
  private final Map<String, String> written = new LinkedHashMap<>();
  private String form = TASK;
  private int pictures;

  private Tasklist(Browser browser, String person) {
    this.browser = browser;
    this.person = person;
  }

  /** Logs in at our own page and lands in Tasklist, as does one who has not logged out since. */
  public static Tasklist logIn(Browser browser, int port, String person, String password) {
    String address = "http://localhost:" + port + "/camunda/app/tasklist/default/";
    String session = person + "@" + port;
    browser.carry(SESSIONS.getOrDefault(session, Set.of())).go(address);
    if (!browser.driver().findElements(By.id("username")).isEmpty()) {
      browser.fill(By.id("username"), person).fill(By.id("password"), password);
      browser.click(By.cssSelector("button[type=submit]"));
    }
    Tasklist tasklist = loggedIn(browser, person);
    SESSIONS.put(session, browser.driver().manage().getCookies());
    return tasklist;
  }

  /** Waits until Tasklist is there for somebody who logged in on another page. */
  public static Tasklist loggedIn(Browser browser, String person) {
    browser.until(
        driver ->
            Browser.showing(driver, ".task-filters h4.name a") != null
                || Browser.showing(driver, ".rectify-back") != null,
        "Tasklist");
    return new Tasklist(browser, person).picture("登录");
  }

  /** Opens one of the dialogs in the bar above. */
  public Tasklist entry(String name) {
    By link = By.cssSelector("a.rectify-entry[title='" + name + "']");
    openMenu(link);
    browser.click(link).see(By.cssSelector("dialog[open] header"));
    return this;
  }

  /** On a phone the lists and the open task take turns. */
  private void backToTheLists() {
    WebElement back = Browser.showing(browser.driver(), ".rectify-back");
    if (back != null) {
      press(back);
      browser.see(LISTS);
    }
  }

  /** Chooses one of the lists on the left and waits until it is there. */
  public Tasklist list(String name) {
    backToTheLists();
    browser.click(By.xpath("//h4[@class='name']/a[contains(., '" + name + "')]"));
    browser.see(
        By.xpath(
            "//div[contains(@class, 'task-filter') and contains(@class, ' active')]"
                + "//a[contains(., '"
                + name
                + "')]"));
    browser.until(
        driver -> Browser.showing(driver, ".tasks-list .loader") == null,
        "list " + name + " loaded");
    return this;
  }

  /** Waits until no card of the list in view carries all these words. */
  public Tasklist seeNoTask(String... words) {
    browser.until(driver -> cards(driver, words).isEmpty(), "no task " + Arrays.asList(words));
    return this;
  }

  /** Waits until a card of the list in view carries all these words. */
  public Tasklist seeTask(String... words) {
    browser.until(driver -> !cards(driver, words).isEmpty(), "task " + Arrays.asList(words));
    return this;
  }

  /** Opens the task whose card carries all these words, the name first. */
  public Tasklist open(String... words) {
    browser.until(
        driver -> {
          // a page that was read again opens its task a moment later
          backToTheLists();
          List<WebElement> cards = cards(driver, words);
          if (cards.isEmpty()) {
            return false;
          }
          try {
            cards.get(0).findElement(By.cssSelector("h4.task a")).click();
            return true;
          } catch (ElementNotInteractableException givenToTheTask) {
            return false;
          }
        },
        "task " + Arrays.asList(words) + " in the list");
    form = TASK;
    browser.until(
        driver ->
            driver.findElement(By.cssSelector(".task-card h2.task")).getText().contains(words[0]),
        "task " + words[0] + " opened");
    browser.until(this::formShown, "the form");
    return picture(words[0]);
  }

  /** Takes the open task over; harmless if it is mine already. */
  public Tasklist claim() {
    browser.until(
        driver -> {
          WebElement claim = Browser.showing(driver, ".rectify-hold .claim");
          if (claim != null) {
            claim.click();
          }
          return Browser.showing(driver, ".rectify-hold .unclaim") != null
              && driver.findElements(By.cssSelector(".task-card .disabled-form")).isEmpty();
        },
        "the form of my own task");
    return this;
  }

  /** On a phone the links of the bar stand behind a button. */
  private void openMenu(By link) {
    WebElement menu = Browser.showing(browser.driver(), MENU);
    if (menu != null
        && browser.driver().findElements(link).stream()
            .noneMatch(element -> Browser.shows(browser.driver(), element))) {
      menu.click();
    }
  }

  /** Opens one of the folded parts of the case above the form. */
  public Tasklist unfold(String part) {
    WebElement summary =
        browser.see(
            By.xpath("//section[@class='rectify-case']//summary[contains(., '" + part + "')]"));
    if (summary.findElement(By.xpath("..")).getDomAttribute("open") == null) {
      press(summary);
    }
    return this;
  }

  /** Follows the case of the open task. */
  public Tasklist follow() {
    press(browser.see(By.cssSelector(".rectify-follow[aria-pressed=false]")));
    browser.see(By.cssSelector(".rectify-follow[aria-pressed=true]"));
    return this;
  }

  /** What a field of the open form holds. */
  public String written(String label) {
    return field(label, "input, textarea").getDomProperty("value");
  }

  public Browser browser() {
    return browser;
  }

  /** Opens the start dialog's form of a process. */
  public Tasklist startProcess(String name) {
    openMenu(START);
    browser.click(START).dialogStill();
    browser.click(
        By.xpath("//div[@class='modal-content']//a[contains(normalize-space(.), '" + name + "')]"));
    form = DIALOG;
    browser.until(this::formShown, "the start form");
    return picture("发起" + name);
  }

  /** Sends the start form off and waits until the dialog is gone. */
  public Tasklist start() {
    seeWhatWasWritten();
    picture("填好");
    browser.click(By.cssSelector(START_BUTTON));
    browser.until(
        driver -> driver.findElements(By.cssSelector(DIALOG)).isEmpty(), "the dialog closed");
    return picture("已发起");
  }

  /** Writes into a text or number field. */
  public Tasklist fill(String label, String text) {
    write(label, text);
    written.put(label, text);
    return this;
  }

  private void write(String label, String text) {
    field(label, "input, textarea").sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
  }

  /**
   * A form that draws itself anew, because an answer shows or hides a field, may drop what was
   * typed in that moment: it is typed again until the form itself, not the field alone, has it.
   */
  private void seeWhatWasWritten() {
    browser.until(
        driver -> {
          boolean stays = true;
          for (Map.Entry<String, String> entry : written.entrySet()) {
            if (!entry
                .getValue()
                .equals(field(entry.getKey(), "input, textarea").getDomProperty("value"))) {
              write(entry.getKey(), entry.getValue());
              stays = false;
            }
            stays &= Browser.<Boolean>ask(driver, HELD, form, entry.getKey(), entry.getValue());
          }
          return stays;
        },
        "the form holding " + written);
    written.clear();
  }

  /** Types a date the way this browser writes dates. */
  public Tasklist fill(String label, LocalDate day) {
    Object typed =
        ((JavascriptExecutor) browser.driver())
            .executeScript(
                "return new Intl.DateTimeFormat().format(new Date(arguments[0], arguments[1],"
                    + " arguments[2]))",
                day.getYear(),
                day.getMonthValue() - 1,
                day.getDayOfMonth());
    field(label, "input")
        .sendKeys(Keys.chord(Keys.CONTROL, "a"), String.valueOf(typed), Keys.ENTER, Keys.TAB);
    return this;
  }

  /** Chooses the option of a radio or a select whose text begins so. */
  public Tasklist choose(String label, String option) {
    WebElement box = browser.until(driver -> container(driver, label), "field “" + label + "”");
    if (!box.findElements(By.cssSelector("input[type=radio]")).isEmpty()) {
      By answer = By.xpath(".//label[starts-with(normalize-space(.), '" + option + "')]/input");
      // a message that goes from another field moves this one away under the finger
      browser.until(
          driver ->
              container(driver, label).findElement(answer).isSelected()
                  || press(container(driver, label).findElement(answer)) == null,
          "“" + option + "” of “" + label + "”");
      return this;
    }
    press(box.findElement(By.cssSelector(".fjs-input-group")));
    browser.until(
        driver -> {
          WebElement item =
              container(driver, label)
                  .findElement(
                      By.xpath(
                          ".//*[contains(@class, 'fjs-dropdownlist-item')][contains(., '"
                              + option
                              + "')]"));
          press(item);
          return true;
        },
        "option “" + option + "” of “" + label + "”");
    return this;
  }

  /** Ticks a checkbox. */
  public Tasklist tick(String label) {
    WebElement box = field(label, "input[type=checkbox]");
    if (!box.isSelected()) {
      press(box);
    }
    return this;
  }

  /** Ticks the first option of a check list whose text begins so. */
  public Tasklist tickOption(String label, String option) {
    WebElement box = browser.until(driver -> container(driver, label), "field “" + label + "”");
    return press(
        box.findElement(
            By.xpath(
                ".//label[starts-with(normalize-space(.), '"
                    + option
                    + "')]//input[@type='checkbox']")));
  }

  /** Tries to complete the open task and waits until the form marks the field as wrong. */
  public Tasklist wrong(String label) {
    submit();
    browser.until(
        driver ->
            !container(driver, label)
                .findElements(By.cssSelector(".fjs-form-field-error"))
                .isEmpty(),
        "field “" + label + "” marked as wrong");
    return picture("填写有误");
  }

  /** Waits until the open form shows the text. */
  public Tasklist see(String text) {
    browser.until(
        driver ->
            Browser.ask(
                driver,
                "return document.querySelector(arguments[0]).innerText.includes(arguments[1])",
                form,
                text),
        "“" + text + "” in the form");
    return this;
  }

  /** Uploads a photo beside the form and waits until it is there. */
  public Tasklist photo(String kind) {
    By strip = form == DIALOG ? START_STRIP : TASK_STRIP;
    WebElement buttons = browser.see(strip).findElement(By.cssSelector(".evidence-uploader"));
    new Select(buttons.findElement(By.tagName("select"))).selectByVisibleText(kind);
    int before = photos(strip);
    buttons.findElement(By.cssSelector("input[multiple]")).sendKeys(newPhoto().toString());
    browser.until(driver -> photos(strip) == before + 1, "a new photo beside the form");
    return picture("上传" + kind);
  }

  private int photos(By strip) {
    return browser
        .driver()
        .findElement(strip)
        .findElements(By.cssSelector(".evidence-card"))
        .size();
  }

  private static Path newPhoto() {
    try {
      return Files.write(Files.createTempFile("photo", ".jpg"), Photos.unique());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens a tab of the task. */
  public Tasklist tab(String name) {
    press(
        browser.see(
            By.xpath(
                "//section[contains(@class, 'task-card')]//ul[contains(@class,"
                    + " 'nav-tabs')]//a[contains(., '"
                    + name
                    + "')]")));
    return this;
  }

  /** Completes the open task and waits until it is gone. */
  public Tasklist complete() {
    submit();
    browser.until(driver -> Browser.showing(driver, TASK) == null, "the task gone");
    return picture("已办结");
  }

  /** Sends the form off and waits for the sentence that refuses it. */
  public String refused() {
    if (form == DIALOG) {
      seeWhatWasWritten();
      browser.click(By.cssSelector(START_BUTTON));
    } else {
      submit();
    }
    String message = browser.see(ALERT).getText();
    picture("被拒绝");
    browser.until(this::isButtonFree, "the button free of the message");
    dismiss();
    return message;
  }

  /** A message may stand anywhere but in the way of what the person does next. */
  private boolean isButtonFree(WebDriver driver) {
    return Browser.ask(
        driver,
        """
        const button = document.querySelector(arguments[0]);
        button.scrollIntoView({block: 'center'});
        const {x, y, width, height} = button.getBoundingClientRect();
        return button.contains(document.elementFromPoint(x + width / 2, y + height / 2));
        """,
        form == DIALOG ? START_BUTTON : COMPLETE_BUTTON);
  }

  private void dismiss() {
    browser.driver().findElements(By.cssSelector(".notifications .alert-danger .close")).stream()
        .filter(close -> Browser.shows(browser.driver(), close))
        .forEach(WebElement::click);
  }

  /** What lies over the element moves on: a menu that folds, a form that is drawn anew. */
  private Tasklist press(WebElement element) {
    browser.until(
        driver -> {
          Browser.ask(driver, "arguments[0].scrollIntoView({block: 'center'})", element);
          try {
            element.click();
            return true;
          } catch (ElementClickInterceptedException covered) {
            return false;
          }
        },
        "a click on " + element);
    return this;
  }

  private void submit() {
    seeWhatWasWritten();
    picture("填好");
    WebElement button =
        browser.until(
            driver -> Browser.showing(driver, COMPLETE_BUTTON), "a form that can be completed");
    press(button);
  }

  /** Logs out and lands at the login page. */
  @Override
  public void close() {
    openMenu(By.cssSelector(".account .dropdown-toggle"));
    browser.click(By.cssSelector(".account .dropdown-toggle"));
    browser.click(By.cssSelector(".account .logout a"));
    browser.see(By.id("username"));
  }

  private WebElement field(String label, String css) {
    return browser.until(
        driver ->
            Browser.<WebElement>ask(
                driver,
                BOX
                    + """
                      return [...(box?.querySelectorAll(arguments[2]) ?? [])]
                          .find(field => field.checkVisibility() && !field.disabled);
                      """,
                form,
                label,
                css),
        "field “" + label + "”");
  }

  private WebElement container(WebDriver driver, String label) {
    return Browser.ask(driver, BOX + "return box;", form, label);
  }

  private boolean formShown(WebDriver driver) {
    return Browser.ask(
        driver,
        """
        return [...document.querySelectorAll(arguments[0] + ' .fjs-form')]
            .some(form => form.checkVisibility());
        """,
        form);
  }

  private static List<WebElement> cards(WebDriver driver, String... words) {
    return Browser.ask(
        driver,
        """
        return [...document.querySelectorAll('.tasks-list li.task')]
            .filter(card => arguments[0].every(word => card.innerText.includes(word)));
        """,
        List.of(words));
  }

  private Tasklist picture(String step) {
    browser.picture("%s-%02d-%s".formatted(person, ++pictures, step));
    return this;
  }
}
