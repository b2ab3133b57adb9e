// The way from the engine's web applications to the platform, in the menu that leads from one to
// another.
const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

function add(menu) {
  if (!menu.querySelector('.platform')) {
    const link = document.createElement('a');
    link.href = root + '/city';
    link.textContent = '业务平台';
    const entry = document.createElement('li');
    entry.className = 'platform';
    entry.append(link);
    menu.prepend(entry);
  }
}

function look() {
  document.querySelectorAll('[cam-widget-header] .app-switch .dropdown-menu').forEach(add);
}

new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
look();

export default [];
