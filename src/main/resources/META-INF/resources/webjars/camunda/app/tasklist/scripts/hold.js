// Above the form: who has the task, and the next thing one may do about that. Tasklist's own signs
// for it are small, far from the form, and name people by their accounts.
import { ask, element } from '../../../../rectify/api.js';
import { handOver } from './hand-over.js';

let claiming = null;

function stock(css) {
  document.querySelector(`.task-card [cam-tasklist-task-meta] ${css}`)?.click();
}

function button(label, kind, click) {
  return element('button', { type: 'button', class: 'btn ' + kind, click }, label);
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
      hold.mayHandOver
        ? button('转交', 'btn-default rectify-action', () => handOver(task.id, scope))
        : null
    ];
  }
  if (hold.state === 'lent') {
    return [
      button('接办并办理', 'btn-primary', async event => {
        event.target.disabled = true;
        try {
          await ask('POST', `/api/tasks/${task.id}/take-over`);
          claiming = task.id;
          scope.$applyAsync(() => scope.taskData.changed('task'));
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
  if (!at || at === document.body || at.closest('.rectify-hold')) {
    firstField(card)?.focus({ preventScroll: true });
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
  card.querySelector(':scope > .rectify-side')?.after(bar);
  if (claiming === task.id && hold.state === 'own') {
    claiming = null;
    setTimeout(() => leadIn(card), 100);
  }
}

// whoever tries to write into a form that is not theirs yet is shown what comes first
document.addEventListener('pointerdown', event => {
  if (event.target.closest?.('.task-card .disabled-form')) {
    document.querySelector('.rectify-hold .btn-primary')?.focus();
  }
});
