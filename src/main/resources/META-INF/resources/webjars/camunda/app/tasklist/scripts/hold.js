// Above the form: who has the task, and the next thing one may do about that. Tasklist's own signs
// for it are small, far from the form, and name people by their accounts.
import { around, ask, button, element } from '../../../../rectify/api.js';
import { readAgain } from '../../../../rectify/engine-insides.js';
import { handOver } from './hand-over.js';

let claiming = null;

function stock(css) {
  const sign = document.querySelector(`.task-card [cam-tasklist-task-meta] ${css}`);
  if (sign) {
    sign.click();
  }
}

function firstField(card) {
  return [...card.querySelectorAll('.fjs-form input, .fjs-form textarea')].find(
    field => !field.disabled && field.getClientRects().length > 0
  );
}

function actions(task, hold, scope) {
  if (hold.state === 'free') {
    return [
      button('签收并办理', 'btn-primary claim', () => {
        claiming = task.id;
        stock('.claim');
      })
    ];
  }
  if (hold.state === 'own') {
    return [
      button('退回待签收', 'btn-default unclaim', () => stock('.unclaim')),
      hold.mayHandOver ? button('转交', 'btn-default rectify-action', () => handOver(task.id, scope)) : null
    ];
  }
  if (hold.state === 'lent') {
    return [
      button('接办并办理', 'btn-primary', async event => {
        event.target.disabled = true;
        try {
          await ask('POST', `/api/tasks/${task.id}/take-over`);
          claiming = task.id;
          readAgain(scope.taskData, scope, 'task');
        } catch (failure) {
          event.target.after(element('span', { class: 'rectify-failed', role: 'alert' }, failure.message));
        }
      })
    ];
  }
  return [];
}

/** Leads into the form whoever has not gone on by himself already. */
function leadIn(card) {
  const at = document.activeElement;
  if (!at || at === document.body || at.closest('.rectify-hold .claim')) {
    const field = firstField(card);
    if (field) {
      field.focus({ preventScroll: true });
    }
  }
}

/** Shows who has the open task. */
export function showHold(card, task, hold, scope) {
  card.querySelectorAll('.rectify-hold').forEach(old => old.remove());
  const bar = element(
    'section',
    { class: 'rectify-hold rectify-' + hold.state, 'aria-label': '签收' },
    ...actions(task, hold, scope)
  );
  // what gives the task back does not stand where the same click took it
  bar[hold.state === 'own' ? 'prepend' : 'append'](element('span', {}, hold.text));
  // first, whatever else stands above the form
  const beside = card.querySelector(':scope > .rectify-side');
  if (beside) {
    beside.after(bar);
  }
  if (claiming === task.id && hold.state === 'own') {
    claiming = null;
    setTimeout(() => leadIn(card), 100);
  }
}

// whoever tries to write into a form that is not theirs yet is shown what comes first
document.addEventListener('pointerdown', event => {
  const first = document.querySelector('.rectify-hold .btn-primary');
  if (first && around(event.target, '.task-card .disabled-form')) {
    first.focus();
  }
});
