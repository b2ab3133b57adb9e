// What a person has begun to write is kept on the server, for them alone, while they write. The
// engine's own drafts would stay in this browser for whoever sits down at it next.
import { ask, element } from '../../../../rectify/api.js';

const PREFIX = 'camunda-form:';
const PAUSE = 1500;

const edited = new Map();
let timer = null;

function forbidLocalDrafts() {
  const { setItem, getItem } = Storage.prototype;
  Object.keys(localStorage)
    .filter(key => key.startsWith(PREFIX))
    .forEach(key => localStorage.removeItem(key));
  Storage.prototype.setItem = function (key, value) {
    if (String(key).startsWith(PREFIX)) {
      save(true);
    } else {
      setItem.call(this, key, value);
    }
  };
  Storage.prototype.getItem = function (key) {
    return String(key).startsWith(PREFIX) ? null : getItem.call(this, key);
  };
}

/** The form object behind a form on the page. */
function formIn(container) {
  const nodes = [container.__k];
  while (nodes.length) {
    const node = nodes.pop();
    const service = node?.props?.value?.getService;
    if (service) {
      return service('form');
    }
    nodes.push(...[].concat(node?.__k || []).filter(Boolean));
  }
  return null;
}

function taskOf(container) {
  const task = new URLSearchParams(window.location.hash.split('?')[1]).get('task');
  return container.closest('section.task-card') ? task : null;
}

function tell(container, text, failed) {
  const actions = container.closest('.task-card')?.querySelector('.form-actions');
  if (actions) {
    actions.querySelector('.rectify-saved')?.remove();
    actions.prepend(
      element('span', { class: 'rectify-saved' + (failed ? ' rectify-failed' : ''), role: 'status' }, text)
    );
  }
}

function save(evenUnchanged) {
  clearTimeout(timer);
  const container = document.querySelector('section.task-card .fjs-container');
  const task = container && taskOf(container);
  const form = container && formIn(container);
  if (!task || !form) {
    return;
  }
  const content = JSON.stringify(form._getSubmitData());
  if (!evenUnchanged && edited.get(task) === content) {
    return;
  }
  edited.set(task, content);
  ask('PUT', `/api/tasks/${task}/draft`, JSON.parse(content))
    .then(saved => tell(container, `草稿已保存 ${saved.savedAt.slice(11, 16)}`))
    .catch(failure => {
      edited.delete(task);
      tell(container, failure.message, true);
      document.dispatchEvent(new CustomEvent('rectify-draft-refused', { detail: failure }));
    });
}

function touched(event) {
  if (event.isTrusted && event.target.closest?.('section.task-card .fjs-container, .flatpickr-calendar')) {
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  }
}

function leaving() {
  if (timer) {
    save();
  }
}

forbidLocalDrafts();
['input', 'change', 'click'].forEach(kind => document.addEventListener(kind, touched, true));
window.addEventListener('pagehide', leaving);
// another task, the way out: what was typed a moment ago is kept too
document.addEventListener(
  'pointerdown',
  event => {
    if (event.target.closest?.('.form-actions .btn-primary')) {
      clearTimeout(timer);
    } else if (timer && !event.target.closest?.('section.task-card, .flatpickr-calendar')) {
      save();
    }
  },
  true
);

export default [];
