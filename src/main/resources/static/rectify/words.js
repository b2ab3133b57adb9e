// Replaces words that a library writes into the page and offers no other language for.

const ATTRIBUTES = ['placeholder', 'title', 'aria-label'];

/**
 * @param words Chinese by the whole English text
 * @param patterns pairs of a pattern for the whole text and its replacement
 * @param parts selector of the parts of the page that are watched
 */
export function replaceWords(words, patterns, parts) {
  function chinese(text) {
    const word = text.trim();
    if (Object.prototype.hasOwnProperty.call(words, word)) {
      return words[word];
    }
    const found = patterns.find(([pattern]) => pattern.test(word));
    return found ? word.replace(found[0], found[1]) : null;
  }

  function inText(node) {
    const replaced = /[A-Za-z]/.test(node.data) ? chinese(node.data) : null;
    if (replaced) {
      node.data = replaced;
    }
  }

  function inAttributes(element) {
    ATTRIBUTES.forEach(name => {
      const replaced = element.hasAttribute(name) ? chinese(element.getAttribute(name)) : null;
      if (replaced) {
        element.setAttribute(name, replaced);
      }
    });
  }

  function everywhereIn(node) {
    if (node.nodeType === Node.TEXT_NODE) {
      inText(node);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      inAttributes(node);
      node.childNodes.forEach(everywhereIn);
    }
  }

  function watched(node) {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    return element && element.closest(parts);
  }

  new MutationObserver(changes => {
    changes.forEach(change => {
      if (change.type === 'childList') {
        change.addedNodes.forEach(node => {
          if (watched(node)) {
            everywhereIn(node);
          } else if (node.querySelectorAll) {
            node.querySelectorAll(parts).forEach(everywhereIn);
          }
        });
      } else if (watched(change.target)) {
        if (change.type === 'attributes') {
          inAttributes(change.target);
        } else {
          inText(change.target);
        }
      }
    });
  }).observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ATTRIBUTES
  });
  // what is there already
  document.querySelectorAll(parts).forEach(everywhereIn);
}
