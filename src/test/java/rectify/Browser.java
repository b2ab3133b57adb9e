package rectify;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.InvalidElementStateException;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A person's headless Chromium, in Chinese and on China's time. Two people are two browsers; one
 * that a person has closed forgets them and serves the next. Every step waits for what it needs, up
 * to {@link #PATIENCE}, and fails saying what it waited for.
 */
public final class Browser implements AutoCloseable {

  /** How long a step waits for the page. */
  public static final Duration PATIENCE = Duration.ofSeconds(45);

  static final List<Browser> OPEN = new CopyOnWriteArrayList<>();

  /** Selenium warns of every Chromium newer than itself; nothing here uses what it misses. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  static {
    SELENIUM.setLevel(Level.SEVERE);
  }

  private static final boolean PICTURES = Boolean.getBoolean("screenshots");
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  /** Starting Chromium takes seconds. */
  private static final Deque<ChromeDriver> AT_REST = new ConcurrentLinkedDeque<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> AT_REST.forEach(ChromeDriver::quit)));
  }

  private static final String SHOWN =
      """
      const shown = element => element.getClientRects().length > 0
          && element.checkVisibility({opacityProperty: true, visibilityProperty: true});
      """;

  private static final Path DOWNLOADS = Path.of("target", "downloads").toAbsolutePath();

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Whether this machine has Chromium (or Chrome) and its driver. */
  public static boolean available() {
    return binary().isPresent() && driverBinary().isPresent();
  }

  /** A window as on an office desk. */
  public static Browser desktop() {
    return open(1400, 1000);
  }

  /** A window as on a phone. */
  public static Browser phone() {
    return open(390, 844);
  }

  /** Opens a browser whose page area has this size in CSS pixels. */
  public static Browser open(int width, int height) {
    ChromeDriver rested = AT_REST.poll();
    Browser browser = new Browser(rested == null ? start() : rested);
    browser.resize(width, height);
    browser.driver.executeCdpCommand("Emulation.setLocaleOverride", Map.of("locale", "zh-CN"));
    OPEN.add(browser);
    return browser;
  }

  private static ChromeDriver start() {
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driverBinary().orElseThrow().toFile())
            .withEnvironment(Map.of("TZ", "Asia/Shanghai"))
            .build();
    ChromeOptions options = new ChromeOptions();
    options.setBinary(binary().orElseThrow().toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=zh-CN",
        "--accept-lang=zh-CN");
    // without a window a PDF is not shown but kept, by default where the tests run
    options.setExperimentalOption(
        "prefs", Map.of("download.default_directory", DOWNLOADS.toString()));
    return new ChromeDriver(service, options);
  }

  /** Headless windows may count a frame that is not there; the page area is what matters. */
  void resize(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Cuts the line to the server, or mends it. */
  public void line(boolean works) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand(
        "Network.emulateNetworkConditions",
        Map.of("offline", !works, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
  }

  /** Gives the browser cookies before it goes to where they are from. */
  Browser carry(Collection<Cookie> cookies) {
    for (Cookie cookie : cookies) {
      driver.executeCdpCommand(
          "Network.setCookie",
          Map.of(
              "name",
              cookie.getName(),
              "value",
              cookie.getValue(),
              "domain",
              cookie.getDomain(),
              "path",
              cookie.getPath()));
    }
    return this;
  }

  public WebDriver driver() {
    return driver;
  }

  public Browser go(String url) {
    driver.get(url);
    return this;
  }

  /** Waits until the element is visible. */
  public WebElement see(By what) {
    return until(
        driver ->
            driver.findElements(what).stream()
                .limit(1)
                .filter(element -> shows(driver, element))
                .findFirst()
                .orElse(null),
        "to see " + what);
  }

  /** Whether a person sees the element, asked in a few words: Selenium's own question is a book. */
  static boolean shows(WebDriver driver, WebElement element) {
    return ask(driver, SHOWN + "return shown(arguments[0]);", element);
  }

  /** The first element of a CSS selector that a person sees and can use; null if there is none. */
  static WebElement showing(WebDriver driver, String css) {
    return ask(
        driver,
        SHOWN
            + """
              return [...document.querySelectorAll(arguments[0])]
                  .find(element => shown(element) && !element.disabled);
              """,
        css);
  }

  /** Waits until a dialog has slid in: a click before may land beside what it meant. */
  Browser dialogStill() {
    until(
        driver ->
            Browser.<Boolean>ask(
                driver,
                """
                const dialog = document.querySelector('.modal.in');
                return !!dialog && dialog.getAnimations({subtree: true}).length === 0;
                """),
        "a dialog that has slid in");
    return this;
  }

  /** Waits until the text stands somewhere on the page where a person sees it. */
  public Browser seeText(String text) {
    until(shown(text));
    return this;
  }

  /** Waits until the text is nowhere to be seen. */
  public Browser seeNoText(String text) {
    until(ExpectedConditions.not(shown(text)));
    return this;
  }

  private static ExpectedCondition<Boolean> shown(String text) {
    return new ExpectedCondition<>() {
      @Override
      public Boolean apply(WebDriver driver) {
        return ask(driver, "return document.body.innerText.includes(arguments[0])", text);
      }

      @Override
      public String toString() {
        return "text \"" + text + "\" on the page";
      }
    };
  }

  /** Waits until the element can be clicked, and clicks it. */
  public Browser click(By what) {
    until(
        driver -> {
          try {
            driver.findElement(what).click();
            return true;
          } catch (WebDriverException covered) {
            return false;
          }
        },
        "a click on " + what);
    return this;
  }

  /** Waits until the field can be written to, and replaces what it holds. */
  public Browser fill(By field, String text) {
    until(
        driver -> {
          try {
            WebElement element = driver.findElement(field);
            element.clear();
            element.sendKeys(text);
            return true;
          } catch (InvalidElementStateException notYet) {
            return false;
          }
        },
        "to write into " + field);
    return this;
  }

  /** Waits until the condition answers something other than null and false. */
  public <T> T until(Function<? super WebDriver, T> condition) {
    return waiting().until(condition);
  }

  /** As {@link #until(Function)}, failing with these words. */
  public <T> T until(Function<? super WebDriver, T> condition, String expected) {
    return waiting().withMessage(expected).until(condition);
  }

  /** Asks the page itself, which is one errand where looking at each element is many. */
  @SuppressWarnings("unchecked")
  static <T> T ask(WebDriver driver, String script, Object... arguments) {
    return (T) ((JavascriptExecutor) driver).executeScript(script, arguments);
  }

  private WebDriverWait waiting() {
    WebDriverWait wait = new WebDriverWait(driver, PATIENCE, Duration.ofMillis(100));
    wait.ignoring(StaleElementReferenceException.class);
    return wait;
  }

  /** Keeps what the window shows now if pictures are wanted: {@code -Dscreenshots=true}. */
  public void picture(String name) {
    if (PICTURES) {
      screenshot(name);
    }
  }

  /** Keeps what the window shows now under {@code target/screenshots}. */
  public Path screenshot(String name) {
    try {
      Files.createDirectories(SCREENSHOTS);
      return Files.write(
          SCREENSHOTS.resolve(name.replaceAll("[^\\p{L}\\p{N}._-]+", "_") + ".png"),
          driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (OPEN.remove(this)) {
      try {
        forget();
        AT_REST.push(driver);
      } catch (WebDriverException broken) {
        driver.quit();
      }
    }
  }

  /**
   * Leaves nothing of its person but what any browser keeps of a page: its scripts and pictures.
   */
  private void forget() {
    Set<String> used = driver.getWindowHandles();
    String fresh = driver.switchTo().newWindow(WindowType.TAB).getWindowHandle();
    for (String window : used) {
      driver.switchTo().window(window).close();
    }
    driver.switchTo().window(fresh);
    driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    driver.executeCdpCommand(
        "Storage.clearDataForOrigin",
        Map.of("origin", "*", "storageTypes", "cookies,local_storage,indexeddb,service_workers"));
  }

  /** Without the code for windows Chromium takes a third less; Debian's wrapper outlives it. */
  private static Optional<Path> binary() {
    return Optional.of(Path.of("/usr/lib/chromium/chromium-headless-shell"))
        .filter(Files::isExecutable)
        .or(() -> find("chromium", "chromium-browser", "google-chrome"));
  }

  private static Optional<Path> driverBinary() {
    return find("chromedriver");
  }

  private static Optional<Path> find(String... names) {
    List<Path> directories = new ArrayList<>(List.of(Path.of("/usr/bin")));
    Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
        .filter(d -> !d.isBlank())
        .map(Path::of)
        .forEach(directories::add);
    return Stream.of(names)
        .flatMap(name -> directories.stream().map(d -> d.resolve(name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
