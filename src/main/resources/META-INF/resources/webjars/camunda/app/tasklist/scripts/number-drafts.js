// A number that could not be read is kept in a draft as it was typed: the form itself knows nothing of it.
import { ask } from '../../../../rectify/api.js';
import { fieldOf, formIn } from '../../../../rectify/engine-insides.js';
import { readNumber } from '../../../../rectify/typed-number.js';
import { INPUT, showTyped, texts } from './numbers.js';

/** The texts of a form that are no number, to be kept in a draft as they were typed. */
export function unreadable(container) {
  return Object.fromEntries(Object.entries(texts(container)).filter(([, text]) => readNumber(text).problem));
}

/** Shows again what stands in a draft and is no number; the form itself knows nothing of it. */
export function restore(container, draft) {
  const form = formIn(container);
  container.querySelectorAll(INPUT).forEach(input => {
    const field = form && fieldOf(form, input);
    const text = field && draft[field.key];
    if (typeof text === 'string' && readNumber(text).problem) {
      showTyped(input, text);
    }
  });
}

/** What its writer left in the numbers of a task's form, once for each form that is opened. */
async function reopened(container) {
  const task = new URLSearchParams(window.location.hash.split('?')[1]).get('task');
  const form = formIn(container);
  const keys = form
    ? [...container.querySelectorAll(INPUT)]
        .map(input => fieldOf(form, input))
        .filter(Boolean)
        .map(field => field.key)
    : [];
  if (!task || keys.length === 0 || container.dataset.rectifyNumbers === task) {
    return;
  }
  container.dataset.rectifyNumbers = task;
  const path = `/engine-rest/task/${encodeURIComponent(task)}/form-variables`;
  const asked = `deserializeValues=false&variableNames=${keys.join(',')}`;
  const known = await ask('GET', `${path}?${asked}`).catch(() => ({}));
  restore(container, Object.fromEntries(Object.entries(known).map(([key, one]) => [key, one.value])));
}

new MutationObserver(() =>
  document.querySelectorAll('section.task-card .fjs-container').forEach(container => {
    if (container.querySelector(INPUT)) {
      reopened(container);
    }
  })
).observe(document.body, { childList: true, subtree: true });
