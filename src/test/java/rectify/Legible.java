package rectify;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * What keeps a person from reading or using a page: too little contrast (WCAG AA), controls without
 * a name, dates written the other way, and on a phone what a thumb would miss.
 */
final class Legible {

  private static final Duration REST = Duration.ofSeconds(3);

  private static final String WRONG =
      """
      document.getAnimations().forEach(moving => {
        const {endTime} = moving.effect.getComputedTiming();
        return Number.isFinite(endTime) ? moving.finish() : moving.cancel();
      });
      const rgb = color => {
        const parts = color.match(/[\\d.]+/g).map(Number);
        return parts.length < 4 ? [...parts, 1] : parts;
      };
      const over = (top, under) =>
          [0, 1, 2].map(i => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
      const light = color => {
        const [r, g, b] = color.map(part => part / 255)
            .map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const contrast = (a, b) => {
        const [dark, bright] = [light(a), light(b)].sort((x, y) => x - y);
        return (bright + 0.05) / (dark + 0.05);
      };
      const ground = element => {
        const layers = [];
        for (let e = element; e; e = e.parentElement) {
          const style = getComputedStyle(e);
          if (style.backgroundImage !== 'none') return null;
          const color = rgb(style.backgroundColor);
          if (color[3] > 0) layers.push(color);
          if (color[3] === 1) break;
        }
        return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255, 1]);
      };
      const veil = element => {
        let all = 1;
        for (let e = element; e; e = e.parentElement) all *= Number(getComputedStyle(e).opacity);
        return all;
      };
      const shown = e => {
        const {width, height} = e.getBoundingClientRect();
        return width > 1 && height > 1
            && e.checkVisibility({checkOpacity: true, checkVisibilityCSS: true});
      };
      const idle = e => e.closest(
          ':disabled, [aria-disabled=true], .disabled, .disabled-form, .fjs-disabled, fieldset:disabled');
      const wrong = [];
      const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (words.nextNode()) {
        const text = words.currentNode.data.trim();
        const e = words.currentNode.parentElement;
        if (!text || /^(SCRIPT|STYLE|NOSCRIPT|OPTION|TEXTAREA|TITLE)$/.test(e.tagName) || !shown(e)) continue;
        if (/(?<![\\w“‘"'/=.-])(?:19|20)\\d\\d([-/.])(?:0?[1-9]|1[0-2])\\1(?:0?[1-9]|[12]\\d|3[01])(?!\\d)/.test(text)
            || /(?<![\\w“‘"'/=.-])(?:19|20)\\d\\d-(?:0[1-9]|1[0-2])(?![\\w-])/.test(text)) {
          wrong.push('a date as machines write it: ' + text.slice(0, 60));
        }
        if (idle(e) || e.closest('svg, [class*=glyphicon]')) continue;
        const style = getComputedStyle(e);
        const under = ground(e);
        const [r, g, b, a] = rgb(style.color);
        const size = parseFloat(style.fontSize);
        const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
        if (under) {
          const found = contrast(over([r, g, b, a * veil(e)], under), under);
          if (found < (large ? 3 : 4.5) - 0.005) {
            wrong.push('contrast ' + found.toFixed(2) + ': ' + text.slice(0, 40));
          }
        }
      }
      const named = e =>
          [e.getAttribute('aria-label'), e.title, e.innerText, e.alt]
              .concat([...(e.labels || [])].map(label => label.innerText || label.textContent))
              .concat((e.getAttribute('aria-labelledby') || '').split(' ')
                  .map(id => id && document.getElementById(id)?.textContent))
              .concat([...e.querySelectorAll('[alt], [aria-label], title')]
                  .map(part => part.getAttribute('alt') || part.getAttribute('aria-label') || part.textContent))
              .some(name => name && name.trim());
      document.querySelectorAll(
          'a[href], button, input:not([type=hidden]), select, textarea, [role=button], '
          + '[role=dialog], dialog[open], img').forEach(e => {
        if (shown(e) && !named(e) && !e.closest('.flatpickr-calendar, [aria-hidden=true], .account')
            && !(e.tagName === 'IMG' && e.hasAttribute('alt'))) {
          wrong.push('without a name: ' + e.outerHTML.slice(0, 100));
        }
      });
      document.querySelectorAll('input.form-control, select, textarea.form-control').forEach(e => {
        const around = e.parentElement && ground(e.parentElement);
        if (shown(e) && !idle(e) && around && parseFloat(getComputedStyle(e).borderTopWidth) > 0
            && contrast(rgb(getComputedStyle(e).borderTopColor), around) < 2.995
            && contrast(ground(e) || around, around) < 2.995) {
          wrong.push('a field one cannot see: ' + e.outerHTML.slice(0, 100));
        }
      });
      if (window.innerWidth < 500) {
        document.querySelectorAll(
            'button, .btn, select, input:not([type=hidden]), textarea, summary, .nav-link, '
            + '.nav-tabs a, .task-filters h4 a, .page-link, .dropdown-item').forEach(e => {
          const label = (e.labels && e.labels[0]) || e;
          const height = Math.max(
              e.getBoundingClientRect().height, label.getBoundingClientRect().height);
          if (shown(e) && height < 39.5 && !e.closest('.flatpickr-calendar, .rectify-missing')) {
            wrong.push('too small for a thumb: ' + e.outerHTML.slice(0, 100));
          }
        });
      }
      if (!/^zh/.test(document.documentElement.lang)) wrong.push('no language');
      return [...new Set(wrong)];
      """;

  private Legible() {}

  /** What is wrong with the page once it has come to rest: what only passes by is not read. */
  static List<String> wrong(WebDriver driver) {
    AtomicReference<List<String>> last = new AtomicReference<>();
    try {
      new WebDriverWait(driver, REST, Duration.ofMillis(100))
          .until(
              page -> {
                last.set(Browser.ask(page, WRONG));
                return last.get().isEmpty();
              });
    } catch (TimeoutException stillWrong) {
      return last.get();
    }
    return List.of();
  }
}
