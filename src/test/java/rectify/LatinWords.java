package rectify;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;

/** Collects the Latin words a person can see, or hear read out, on the pages they come by. */
final class LatinWords {

  /**
   * Numbers of cases, visits, checks, findings, tables and enterprises; keys a person presses; a
   * person's own account.
   */
  private static final Pattern ALLOWED =
      Pattern.compile(
          "(?<![A-Za-z])(YH|JC|ZC|WB|HD|KP|ZL|BS)-?[\\dQ-]+|\\b[0-9A-Z]{18}\\b|DEMO-[\\d-]+"
              // the sum of a photo and the ending of its name
              + "|SHA-256 [0-9a-f]{64}|\\.(jpg|png|pdf)\\b"
              + "|(ctrl|alt|shift)(\\+\\w+)*|登录账号：\\w+"
              // attributes whose tooltip shows a name, or is replaced when it shows
              + "|task\\.assignee|Toggle this section"
              + "|\\b(BPMN|DMN|XML|JSON|CSV|PDF|ID|REST|API)\\b");

  /** What models, variables and instances are called by; Cockpit and Admin alone show it. */
  private static final Pattern IDENTIFIER =
      Pattern.compile(
          "[0-9a-f]{8}-[0-9a-f-]{20,}|\\b[a-z]+(-[a-z]+)+\\b|\\b[a-z]+([A-Z][a-z]+)+\\b"
              + "|\\b(inspection|supervision)\\b|(Activity|Event|Gateway)_\\w+"
              + "|\\.(bpmn|dmn|form)\\b");

  private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z]{2,}");

  private static final String SEEN =
      """
      const seeWords = () => {
        const seen = [document.title];
        const shown = e => e.checkVisibility({checkOpacity: true, checkVisibilityCSS: true});
        const walk = document.createTreeWalker(
            document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
        for (let n = walk.nextNode(); n; n = walk.nextNode()) {
          if (n.nodeType === Node.TEXT_NODE) {
            const code = /^(SCRIPT|STYLE|NOSCRIPT)$/.test(n.parentElement.tagName);
            if (!code && shown(n.parentElement)) seen.push(n.data);
          } else if (shown(n)) {
            for (const a of ['placeholder', 'title', 'aria-label', 'alt', 'uib-tooltip']) {
              if (n.hasAttribute(a)) seen.push(n.getAttribute(a));
            }
          }
        }
        return seen.filter(text => /[A-Za-z]{2,}/.test(text));
      };
      """;

  /** Each answer may show other fields; each date its calendar, each list its options. */
  private static final String SEEN_WITH_EVERY_ANSWER =
      SEEN
          + """
            const [answers, openers, done] = arguments;
            const drawn = () => new Promise(then => requestAnimationFrame(() => setTimeout(then)));
            const all = new Set();
            const answer = async i => {
              document.querySelectorAll(answers)[i]?.click();
              await drawn();
              document.querySelectorAll(openers).forEach(field => { field.focus(); field.click(); });
              await drawn();
              seeWords().forEach(text => all.add(text));
            };
            (async () => {
              const count = document.querySelectorAll(answers).length;
              for (let i = 0; i < Math.max(count, 1); i++) await answer(i);
              done([...all]);
            })();
            """;

  private final Map<String, String> found = new TreeMap<>();
  private final boolean identifiers;

  private final Set<String> visited = new HashSet<>();

  /**
   * @param identifiers whether the pages may show what models and variables are called by
   */
  LatinWords(boolean identifiers) {
    this.identifiers = identifiers;
  }

  /** Whether nobody has been at a task of this name yet; each is looked at once. */
  boolean isNew(String task) {
    return visited.add(task);
  }

  /** Looks at the page as it is now; at our own also whether it can be read and used. */
  void look(WebDriver driver, String where) {
    note(Browser.ask(driver, SEEN + "return seeWords();"), where);
    if (!identifiers) {
      Legible.wrong(driver).forEach(wrong -> found.putIfAbsent(wrong, where));
    }
  }

  /** Gives every answer the form takes, one after the other, and looks at the page each time. */
  void lookAtEveryAnswer(WebDriver driver, String form, String where) {
    String answers = "input[type=radio], .fjs-form-field-checkbox input";
    String openers = ".fjs-form-field-datetime input, .fjs-select input";
    Object seen =
        ((JavascriptExecutor) driver)
            .executeAsyncScript(
                SEEN_WITH_EVERY_ANSWER,
                "%1$s :is(%2$s)".formatted(form, answers),
                "%1$s :is(%2$s)".formatted(form, openers));
    note((List<?>) seen, where);
  }

  private void note(List<?> seen, String where) {
    for (Object text : seen) {
      String rest = ALLOWED.matcher(String.valueOf(text)).replaceAll(" ");
      if (identifiers) {
        rest = IDENTIFIER.matcher(rest).replaceAll(" ");
      }
      if (LATIN_WORD.matcher(rest).find()) {
        found.putIfAbsent(String.valueOf(text).strip(), where);
      }
    }
  }

  /** Looks whether one would have to scroll sideways, in the dialog if one is open. */
  void fits(WebDriver driver, String where) {
    Object sideways =
        ((JavascriptExecutor) driver)
            .executeScript(
                """
                const seen = document.querySelector('dialog[open], .modal-content')
                    || document.documentElement;
                return seen.scrollWidth > seen.clientWidth;
                """);
    if (Boolean.TRUE.equals(sideways)) {
      found.put(where, "wider than a phone");
    }
  }

  /** The tasks that were looked at. */
  Set<String> visited() {
    return visited;
  }

  /** What was found, and where first. */
  String found() {
    return found.entrySet().stream()
        .map(entry -> entry.getValue() + ": " + entry.getKey())
        .collect(Collectors.joining("\n"));
  }
}
