// Elements are built by hand: nothing a person typed is ever read as markup.

/** An element with attributes, listeners (onclick) and children; a child may be text, a list or nothing. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => {
    if (typeof value === 'function') {
      made.addEventListener(key.replace(/^on/, ''), value);
    } else if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? '' : value);
    }
  });
  made.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return made;
}

/** A button that does something. */
export function button(label, kind, onclick) {
  return element('button', { type: 'button', class: 'btn ' + kind, onclick }, label);
}

/** What is around the target of an event: that may be the document, or a text. */
export function around(target, css) {
  return target.closest ? target.closest(css) : null;
}

/** Takes away what an element contains of a kind. */
export function removeFrom(parent, css) {
  parent.querySelectorAll(css).forEach(old => old.remove());
}

/** Instead of all that stands in an element. */
export function replaceContent(parent, ...children) {
  while (parent.firstChild) {
    parent.firstChild.remove();
  }
  parent.append(...children);
}
