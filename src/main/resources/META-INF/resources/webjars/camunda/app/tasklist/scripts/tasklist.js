// Entries in Tasklist's header, and what it shows.
import { element } from '../../../../rectify/api.js';
import { readAllAgain } from '../../../../rectify/engine-insides.js';

/** An entry in Tasklist's header. */
export function navbarEntry(node, icon, label, onOpen) {
  const link = element(
    'a',
    {
      href: '',
      class: 'rectify-entry',
      title: label,
      onclick: event => {
        event.preventDefault();
        onOpen();
      }
    },
    element('span', { class: 'glyphicon glyphicon-' + icon, 'aria-hidden': 'true' }),
    ' ',
    element('span', { class: 'rectify-entry-label' }, label)
  );
  node.append(link);
  return link;
}

/** Opens a task, or closes the open one, and has Tasklist read its lists again. */
export function showTask(taskId, scope) {
  const query = new URLSearchParams(window.location.hash.split('?')[1] || '');
  if (taskId) {
    query.set('task', taskId);
  } else {
    query.delete('task');
  }
  window.location.hash = '#/?' + query.toString();
  readAllAgain(scope);
  // our lists do not listen to that: a city's would be read by everybody every ten seconds
  window.dispatchEvent(new Event('rectify-list-changed'));
}
