// What a person has begun to write is kept on the server, for them alone, while they write. The
// engine's own drafts would stay in this browser for whoever sits down at it next.
import { around, ask, element, removeFrom } from '../../../../rectify/api.js';
import { formIn, LOCAL_DRAFTS, SEND, writeInto, writtenIn } from '../../../../rectify/engine-insides.js';
import { actionsOf } from './forms.js';
import { restore, unreadable } from './number-drafts.js';

const PAUSE = 1500;
const FORMS = '.modal-content .fjs-container, section.task-card .fjs-container';

const edited = new Map();
let timer = null;

function forbidLocalDrafts() {
  const { setItem, getItem } = Storage.prototype;
  Object.keys(localStorage)
    .filter(key => key.startsWith(LOCAL_DRAFTS))
    .forEach(key => localStorage.removeItem(key));
  Storage.prototype.setItem = function (key, value) {
    if (String(key).startsWith(LOCAL_DRAFTS)) {
      save(true);
    } else {
      setItem.call(this, key, value);
    }
  };
  Storage.prototype.getItem = function (key) {
    return String(key).startsWith(LOCAL_DRAFTS) ? null : getItem.call(this, key);
  };
}

/** Where the draft of a form on the page is kept: a task's, or a start form's by process name. */
function keptAt(container) {
  const dialog = container.closest('.modal-content');
  if (dialog) {
    const title = dialog.querySelector('.modal-title');
    const process = title && title.textContent.match(/[:：]\s*(.+?)\s*$/);
    return process ? `/api/start-forms/${encodeURIComponent(process[1])}/draft` : null;
  }
  const task = new URLSearchParams(window.location.hash.split('?')[1]).get('task');
  return task && container.closest('section.task-card') ? `/api/tasks/${task}/draft` : null;
}

/** A start form opens empty: what its writer had begun is put in. */
async function fillStartForm(container) {
  const form = formIn(container);
  const path = keptAt(container);
  if (!form || !path || container.dataset.rectifyDraft) {
    return;
  }
  container.dataset.rectifyDraft = 'asked';
  const draft = await ask('GET', path).catch(() => ({}));
  // what is being typed already stays
  if (Object.keys(draft).length > 0 && !timer) {
    await writeInto(form, draft);
    setTimeout(() => restore(container, draft));
    container.before(element('p', { class: 'rectify-saved', role: 'status' }, '已填入您上次填写的内容。'));
  }
}

function tell(container, text, failed) {
  const actions = actionsOf(container);
  if (actions) {
    removeFrom(actions, '.rectify-saved');
    actions.prepend(
      element('span', { class: 'rectify-saved' + (failed ? ' rectify-failed' : ''), role: 'status' }, text)
    );
  }
}

function save(evenUnchanged) {
  clearTimeout(timer);
  timer = null;
  // a dialog lies over the task
  const container =
    document.querySelector('.modal-content .fjs-container') ||
    document.querySelector('section.task-card .fjs-container');
  const path = container && keptAt(container);
  const form = container && formIn(container);
  if (!path || !form) {
    return;
  }
  const content = JSON.stringify({ ...writtenIn(form), ...unreadable(container) });
  if (!evenUnchanged && edited.get(path) === content) {
    return;
  }
  edited.set(path, content);
  ask('PUT', path, JSON.parse(content))
    .then(saved => tell(container, `草稿已保存 ${saved.savedAt.slice(11, 16)}`))
    .catch(failure => {
      edited.delete(path);
      tell(container, failure.message, true);
      document.dispatchEvent(new CustomEvent('rectify-draft-refused', { detail: failure }));
    });
}

function touched(event) {
  if (event.isTrusted && around(event.target, FORMS + ', .flatpickr-calendar')) {
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  }
}

function leaving() {
  if (timer) {
    save();
  }
}

/** What is sent off is no draft any more. */
function sending(event) {
  if (event.type === 'submit' || around(event.target, SEND)) {
    clearTimeout(timer);
    timer = null;
    edited.clear();
  }
}

forbidLocalDrafts();
['input', 'change', 'click'].forEach(kind => document.addEventListener(kind, touched, true));
['click', 'submit'].forEach(kind => document.addEventListener(kind, sending, true));
window.addEventListener('pagehide', leaving);
// another task, the way out: what was typed a moment ago is kept too
document.addEventListener(
  'pointerdown',
  event => {
    if (
      timer &&
      !around(event.target, 'section.task-card .tab-content, .modal-content, .flatpickr-calendar')
    ) {
      save();
    }
  },
  true
);

new MutationObserver(() =>
  document.querySelectorAll('.modal-content .fjs-container').forEach(fillStartForm)
).observe(document.body, { childList: true, subtree: true });

export default [];
