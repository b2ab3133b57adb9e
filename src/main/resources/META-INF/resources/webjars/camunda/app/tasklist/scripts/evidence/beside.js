import { showTab, side } from '../side.js';
import { element, replaceContent } from '../../../../../rectify/api.js';
import { KINDS } from './kinds.js';
import { card } from './show.js';

/** The case's pictures beside the form: who verifies sees them while writing. */
function pictures(known) {
  const shown = known.items.filter(item => !item.withdrawn);
  const of = kind => shown.filter(item => item.kind === kind);
  const reused = shown.filter(item => item.reuses.length).length;
  return [
    element(
      'p',
      { class: 'evidence-need' },
      `证据：整改前${of('before').length}张、整改后${of('after').length}张、现场${of('scene').length}张、文件${of('document').length}份`
    ),
    reused ? element('p', { class: 'evidence-warning' }, `⚠ 有${reused}张照片疑似重复使用，请核对。`) : null,
    element(
      'div',
      { class: 'evidence-pairs' },
      ...Object.entries(KINDS)
        .filter(([kind]) => of(kind).length > 0)
        .map(([kind, name]) =>
          element('section', {}, element('h4', {}, name), ...of(kind).map(item => card(item, {})))
        )
    )
  ].filter(Boolean);
}

/** Shows them, and the tab with all of them if there is one to come. */
export function showBeside(known) {
  const task = document.querySelector('section.task-card');
  let beside = task.querySelector('.evidence-side');
  if (!beside) {
    beside = element('section', { class: 'evidence-side', 'aria-label': '证据' });
    side(task).append(beside);
  }
  beside.classList.toggle('hidden', known.byPart || known.items.length === 0);
  replaceContent(beside, ...pictures(known));
  showTab(task, '证据', known.items.length > 0 || (known.mine && known.amongProofs));
}
