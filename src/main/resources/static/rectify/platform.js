// The way from the engine's web applications to the platform, in the menu that leads from one to
// another.
import { element, root } from './api.js';

function add(menu) {
  if (!menu.querySelector('.platform')) {
    menu.prepend(element('li', { class: 'platform' }, element('a', { href: root + '/city' }, '业务平台')));
  }
}

function look() {
  document.querySelectorAll('[cam-widget-header] .app-switch .dropdown-menu').forEach(add);
}

new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
look();

export default [];
