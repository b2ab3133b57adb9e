// What the task list shows by itself and this product's people cannot use is put out of their way;
// an administrator keeps it. What is due first stands first.
import { element } from '../../../../rectify/api.js';
import { watchApplications } from '../../../../rectify/engine-insides.js';

const search = new URLSearchParams(window.location.hash.split('?')[1] || '');
if (!search.has('sorting')) {
  search.set('sorting', JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]));
  window.location.replace('#/?' + search);
}

// On a phone the unfolded menu lies over the lists: whoever has chosen an entry wants it gone.
document.addEventListener('click', event => {
  const header = event.target.closest('[cam-widget-header]');
  const entry = event.target.closest('a, button');
  const toggle = header && header.querySelector('.navbar-toggle');
  if (!entry || !toggle || toggle.offsetParent === null) {
    return;
  }
  if (!entry.matches('.navbar-toggle, .navbar-brand, .dropdown-toggle, [dropdown-toggle]')) {
    setTimeout(() => toggle.click());
  }
});

export default {
  id: 'rectify-plain-page',
  pluginPoint: 'tasklist.navbar.action',
  priority: 0,
  render(node, api, scope) {
    node.append(element('span', { hidden: true }));
    watchApplications(scope, names => {
      document.body.classList.toggle('rectify-no-admin', !names.includes('admin'));
      document.body.classList.toggle('rectify-no-cockpit', !names.includes('cockpit'));
    });
  }
};
