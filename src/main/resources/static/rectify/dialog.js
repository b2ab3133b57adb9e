// Dialogs that keyboard and phone can use, and the line in them that says what went well or wrong.
import { button, element } from './element.js';

/** Opens a dialog; it closes at its foot, by Escape, or by the function it answers with. */
export function openDialog(title, ...content) {
  const before = document.activeElement;
  const close = () => dialog.close();
  const foot = button('关闭', 'btn-link', close);
  foot.setAttribute('aria-label', '关闭');
  const dialog = element(
    'dialog',
    { class: 'rectify-dialog', 'aria-label': title },
    // what is read first: no field yet, on a phone it would bring the keyboard up
    element('header', {}, element('h2', { tabindex: '-1', autofocus: true }, title)),
    element('div', { class: 'rectify-dialog-body' }, ...content),
    element('footer', {}, foot)
  );
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before && before.focus) {
      before.focus();
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  return { dialog, close };
}

/** A place for what went well or wrong, read out by screen readers. */
export function messageLine() {
  const line = element('p', { class: 'rectify-message', role: 'status' });
  const say = (text, bad) => {
    line.textContent = text;
    line.classList.toggle('rectify-bad', Boolean(bad));
  };
  /** Does something; what it is refused for is said. */
  const attempt = async work => {
    try {
      await work();
    } catch (failure) {
      say(failure.message, true);
    }
  };
  return { line, say, attempt };
}
