// Photos and files beside a form: the case's pictures stand beside it, before and after side by side,
// and in full in the tab “证据”; a strip above the form says what proof the task still needs and takes
// it without leaving the form; the start dialog has the same strip for what a report takes along.
import { showBeside } from './evidence/beside.js';
import { element, removeFrom, replaceContent } from '../../../../rectify/api.js';
import { KINDS } from './evidence/kinds.js';
import { answerLabel, drafts, ofTask, processName } from './evidence/server.js';
import { card } from './evidence/show.js';
import { uploader } from './evidence/uploader.js';
import { showTab } from './side.js';

const REPORT = 'hazard-rectification';
const CHANGED = 'rectify-evidence-changed';

const changed = () => window.dispatchEvent(new Event(CHANGED));

// ---- the tab

function column(title, items) {
  return element(
    'section',
    { class: 'evidence-column' },
    element('h4', {}, title + '（' + items.filter(item => !item.withdrawn).length + '）'),
    ...(items.length
      ? items.map(item => card(item, { details: true, onGone: changed }))
      : [element('p', { class: 'text-muted' }, '暂无')])
  );
}

function gallery(taskId) {
  const node = element('div', { class: 'evidence-tab' });
  const refresh = async () => {
    let known;
    try {
      known = await ofTask(taskId);
    } catch (refused) {
      replaceContent(node, element('p', { class: 'text-muted' }, refused.message));
      return;
    }
    const of = kind => known.items.filter(item => item.kind === kind);
    const reused = known.items.filter(item => item.reuses.length);
    replaceContent(
      node,
      ...(reused.length
        ? [
            element(
              'div',
              { class: 'alert alert-warning' },
              '有' + reused.length + '张照片疑似重复使用，请核对。'
            )
          ]
        : []),
      element(
        'div',
        { class: 'evidence-columns' },
        column('整改前', of('before')),
        column('整改后', of('after'))
      ),
      column('现场照片', of('scene')),
      column('文件', of('document'))
    );
    if (known.mine && !known.byPart) {
      node.prepend(
        uploader({
          task: taskId,
          kinds: Object.keys(KINDS),
          chosen: known.required ? known.required.kind : 'before',
          onArrived: changed
        })
      );
    }
  };
  refresh();
  window.addEventListener(CHANGED, refresh);
  return { node, leave: () => window.removeEventListener(CHANGED, refresh) };
}

let shownTab = null;
const tab = {
  id: 'rectify-evidence',
  pluginPoint: 'tasklist.task.detail',
  priority: 850,
  properties: { label: '证据' },
  render(node, { taskId }) {
    if (shownTab) {
      shownTab.leave();
    }
    shownTab = gallery(taskId);
    node.append(shownTab.node);
  },
  unmount() {
    if (shownTab && !document.contains(shownTab.node)) {
      shownTab.leave();
      shownTab = null;
    }
  }
};

// ---- the strip above a task's form

async function need(taskId, required) {
  const condition = required.field
    ? '选择“' + (await answerLabel(taskId, required.field, required.value)) + '”时，'
    : '';
  return required.present > 0
    ? '✓ ' + required.kindName + '已上传' + required.present + '张'
    : condition + '须先上传' + required.kindName + '（至少1张）';
}

async function fillTaskStrip(strip, taskId) {
  const known = await ofTask(taskId);
  if (strip.dataset.task !== taskId || !strip.isConnected) {
    return;
  }
  showBeside(known);
  // what belongs to a finding is shown and taken beside it
  const takes = Boolean(known.mine && known.required && !known.byPart);
  strip.classList.toggle('hidden', !takes);
  if (!takes) {
    return;
  }
  const said = element('p', { class: 'evidence-need' }, await need(taskId, known.required));
  said.classList.toggle('evidence-missing', known.required.present === 0);
  const own = known.items.filter(item => item.withdrawable);
  replaceContent(
    strip.querySelector('.evidence-words'),
    said,
    element('div', { class: 'evidence-row' }, ...own.map(item => card(item, { onGone: changed })))
  );
  if (!strip.querySelector('.evidence-uploader')) {
    strip.append(
      uploader({
        task: taskId,
        kinds: Object.keys(KINDS),
        chosen: known.required.kind,
        onArrived: changed
      })
    );
  }
}

function taskInView() {
  const search = new URLSearchParams(window.location.hash.replace(/^[^?]*/, ''));
  return search.get('task');
}

function putTaskStrip() {
  const content = document.querySelector('section.task-card .tabbed-content');
  const taskId = taskInView();
  const present = document.querySelector('section.task-card .evidence-strip');
  if (!content || !taskId || (present && present.dataset.task === taskId)) {
    return;
  }
  if (present) {
    present.remove();
  }
  removeFrom(content.closest('.task-card'), '.evidence-side');
  const strip = element(
    'div',
    { class: 'evidence-strip hidden' },
    element('div', { class: 'evidence-words' })
  );
  strip.dataset.task = taskId;
  content.before(strip);
  fillTaskStrip(strip, taskId).catch(() => {
    strip.classList.add('hidden');
    showTab(content.closest('.task-card'), '证据', false);
  });
}

window.addEventListener(CHANGED, () => {
  const strip = document.querySelector('section.task-card .evidence-strip');
  if (strip) {
    fillTaskStrip(strip, strip.dataset.task).catch(() => undefined);
  }
  const start = document.querySelector('.modal-content .evidence-strip');
  if (start) {
    fillStartStrip(start).catch(() => undefined);
  }
});

// ---- the strip in the start dialog

let reportName = null;

async function fillStartStrip(strip) {
  const items = await drafts();
  replaceContent(
    strip.querySelector('.evidence-words'),
    element(
      'p',
      { class: 'evidence-need' },
      '隐患照片：随本次登记一并提交；“已当场整改完毕”的，须上传整改后照片（至少1张）。'
    ),
    element(
      'div',
      { class: 'evidence-row' },
      ...items.map(item =>
        element(
          'div',
          { class: 'evidence-draft' },
          card(item, { onGone: changed }),
          element('small', {}, item.kindName)
        )
      )
    )
  );
}

async function putStartStrip() {
  const body = document.querySelector('.modal-content .modal-body');
  const title = document.querySelector('.modal-content .modal-title');
  if (!body || !title || !body.querySelector('.fjs-form') || body.querySelector('.evidence-strip')) {
    return;
  }
  reportName = reportName || processName(REPORT);
  const name = await reportName;
  if (!title.textContent.trim().endsWith(name) || body.querySelector('.evidence-strip')) {
    return;
  }
  const strip = element(
    'div',
    { class: 'evidence-strip' },
    element('div', { class: 'evidence-words' }),
    uploader({ kinds: ['before', 'after', 'document'], chosen: 'before', onArrived: changed })
  );
  body.append(strip);
  await fillStartStrip(strip);
}

new MutationObserver(() => {
  putTaskStrip();
  putStartStrip().catch(() => {
    reportName = null;
  });
}).observe(document.body, { childList: true, subtree: true });
window.addEventListener('hashchange', putTaskStrip);

export default [tab];
