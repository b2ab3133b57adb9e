// A task that somebody else has finished says so instead of its form.
import { ask, element } from '../../../../rectify/api.js';
import { taskGone } from '../../../../rectify/engine-insides.js';

function leave() {
  const hash = window.location.hash.replace(/([?&])task=[^&]*&?/, '$1');
  window.location.hash = hash;
  window.dispatchEvent(new Event('rectify-list-changed'));
}

/** Instead of the form: who has finished the task, and when. */
export function showGone(card, message) {
  card.classList.add('rectify-gone');
  card.querySelectorAll('.rectify-case').forEach(old => old.remove());
  card.prepend(
    element(
      'section',
      { class: 'rectify-case rectify-finished', role: 'alert', tabindex: '-1' },
      element('p', {}, message),
      element('button', { type: 'button', class: 'btn btn-primary', onclick: leave }, '返回任务列表')
    )
  );
  card.firstChild.focus();
  window.dispatchEvent(new Event('rectify-list-changed'));
}

/** A task from an old list or link may be finished: the engine says so with its id, in English. */
export function tellWhoFinished() {
  document.querySelectorAll('.notifications .message').forEach(async message => {
    const id = taskGone(message.textContent);
    if (id) {
      message.textContent = '';
      await ask('GET', `/api/tasks/${id}/case`).catch(failure => {
        message.textContent = failure.message;
      });
    }
  });
}
