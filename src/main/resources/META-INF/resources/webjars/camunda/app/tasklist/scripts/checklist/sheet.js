// 逐项自查: the items of a self-check beside the form that signs it.
import { around, ask, element } from '../../../../../rectify/api.js';
import { ofTask } from '../evidence/server.js';
import { SheetPanel } from './sheet-panel.js';

const STEP = 'Activity_Check';
const LOOK_EVERY = 20000;
const SIGN = 'section.task-card .form-actions .btn-primary';

let current = null;

/** Of the sheet in view; null if there is none. */
function stateInView() {
  return (current && current.panel && current.panel.state) || null;
}

async function open(task) {
  const [sheet, known] = await Promise.all([
    ask('GET', `/api/self-checks/of-task/${encodeURIComponent(task.id)}`),
    ofTask(task.id).catch(() => ({ items: [] }))
  ]);
  if (current === task) {
    task.panel = new SheetPanel(task.id, sheet, new Map(known.items.map(item => [item.id, item])));
    task.node = task.panel.node;
    place();
  }
}

/** A check of an earlier diagram is answered in its form; whatever else is missing is said. */
function attempt(task) {
  open(task).catch(failure => {
    if (failure.status !== 404 && current === task) {
      task.node = element(
        'section',
        { class: 'rectify-sheet', role: 'alert' },
        element('p', {}, '自查条目没有读到：' + failure.message),
        element('button', { type: 'button', class: 'btn btn-default', onclick: () => attempt(task) }, '重试')
      );
      place();
    }
  });
}

/** Tasklist draws the task's page anew when it is claimed or refreshed. */
function place() {
  const content = document.querySelector('section.task-card .tabbed-content');
  const node = current && current.node;
  document.querySelectorAll('.rectify-sheet').forEach(old => node === old || old.remove());
  if (content && node && node.parentNode !== content.parentNode) {
    content.before(node);
  }
}

/** Nothing is signed before the last answer has arrived and every item is answered. */
async function sign(event) {
  const button = around(event.target, SIGN);
  const { panel } = current || {};
  if (
    !button ||
    !panel ||
    !panel.node.isConnected ||
    (panel.state.isSaved() && panel.state.counts(panel.state.open.lines).left === 0)
  ) {
    return;
  }
  event.stopImmediatePropagation();
  event.preventDefault();
  await panel.state.save();
  const { left } = panel.state.counts(panel.state.open.lines);
  if (left > 0) {
    panel.message.say(`还有${left}项没有答完，请逐项答完后再办结。`, true);
    panel.goToNext();
  } else if (panel.state.isSaved()) {
    button.click();
  }
}

new MutationObserver(place).observe(document.body, { childList: true, subtree: true });
document.addEventListener('click', sign, true);
document.addEventListener('visibilitychange', () => {
  const state = stateInView();
  if (state) {
    document.visibilityState === 'hidden' ? state.save() : state.look();
  }
});
setInterval(() => {
  const state = stateInView();
  if (state && document.visibilityState === 'visible') {
    state.look();
  }
}, LOOK_EVERY);

export default {
  id: 'rectify-self-check-sheet',
  pluginPoint: 'tasklist.task.action',
  priority: 0,
  render(node, api, scope) {
    scope.$watch('task.id', id => {
      if (id === (current && current.id)) {
        return;
      }
      const left = stateInView();
      if (left) {
        left.leave();
      }
      current = id ? { id } : null;
      if (id && scope.task.taskDefinitionKey === STEP) {
        attempt(current);
      }
      place();
    });
  }
};
