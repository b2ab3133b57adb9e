// The findings of an inspection, beside the form of its record: one page to add, correct and take them
// back, each with its photos, until the record is confirmed.
import { ask, button, element, messageLine, newKey, replaceContent } from '../../../../rectify/api.js';
import { ofTask } from './evidence/server.js';
import { card } from './evidence/show.js';
import { uploader } from './evidence/uploader.js';
import { editor } from './visit/editor.js';

const STEP = 'Activity_Inspect';

let open = null;

const path = (task, number) =>
  '/api/tasks/' + encodeURIComponent(task) + '/findings' + (number ? '/' + number : '');

function words(finding) {
  const seen = finding.seen;
  const lines = [seen.description];
  if (seen.majorBasis) {
    lines.push('判定依据：' + seen.majorBasis);
  }
  if (seen.onSpotMeasures) {
    lines.push('处理情况：' + seen.onSpotMeasures);
  }
  if (finding.transferName) {
    lines.push('移送至：' + finding.transferName);
  }
  if (seen.disposal !== 'corrected') {
    lines.push('整改期限：' + (seen.dueAt || '默认期限'));
  }
  if (finding.changes) {
    lines.push('已修改' + finding.changes + '次，修改前的内容留存');
  }
  return lines.map(line => element('p', {}, line));
}

function panel(task) {
  const message = messageLine();
  const list = element('ol', { class: 'rectify-visit-list' });
  const title = element('h3', {}, '发现的问题');
  const place = element('div', { class: 'rectify-visit-editor' });
  const add = button('登记一项问题', 'btn-primary', () => edit(null));
  const node = element(
    'section',
    { class: 'rectify-visit', 'aria-label': '发现的问题' },
    title,
    element(
      'p',
      { class: 'rectify-note' },
      '确认现场检查记录之前可以修改、撤回，均留痕；照片传在各自的问题下面。'
    ),
    list,
    message.line,
    add,
    place
  );
  let known = { findings: [], departments: {} };

  function edit(finding) {
    message.say('');
    add.hidden = true;
    const close = () => {
      replaceContent(place);
      add.hidden = false;
    };
    const key = newKey();
    const form = editor({
      task,
      finding,
      departments: known.departments,
      onCancel: close,
      onSave: async seen => {
        let number = finding && finding.number;
        if (finding) {
          await ask('PUT', path(task, number) + '?changes=' + finding.changes, seen);
        } else {
          number = await ask('POST', path(task), seen, key);
        }
        close();
        await show();
        list.querySelector('[data-finding="' + number + '"]').scrollIntoView({ block: 'center' });
        message.say(finding ? '问题' + finding.place + '已修改。' : '已登记，请在问题下面上传照片。');
      }
    });
    replaceContent(place, form);
    form.scrollIntoView({ block: 'nearest' });
    form.querySelector('input, textarea').focus();
  }

  function askTakeBack(finding, doing) {
    const before = [...doing.childNodes];
    replaceContent(
      doing,
      element('span', {}, '撤回问题' + finding.place + '？照片一并撤回。'),
      button('确认撤回', 'btn-danger btn-sm', () =>
        message.attempt(async () => {
          await ask('DELETE', path(task, finding.number));
          await show();
          message.say('问题' + finding.place + '已撤回。');
        })
      ),
      button('不撤回', 'btn-default btn-sm', () => replaceContent(doing, ...before))
    );
  }

  function entry(finding, photos) {
    const doing = element('div', { class: 'rectify-visit-doing' });
    doing.append(
      button('修改问题', 'btn-default btn-sm', () => edit(finding)),
      button('撤回问题', 'btn-default btn-sm', () => askTakeBack(finding, doing))
    );
    const shown = photos.filter(item => !item.withdrawn);
    const missing = finding.needsPhoto && !shown.some(item => item.kind === 'after');
    return element(
      'li',
      { 'data-finding': finding.number },
      element(
        'strong',
        {},
        '问题' + finding.place + '　' + finding.seen.location,
        element('span', { class: 'rectify-visit-kind' }, finding.levelName + '，' + finding.disposalName)
      ),
      ...words(finding),
      missing
        ? element('p', { class: 'evidence-need evidence-missing' }, '须上传整改后照片（至少1张）')
        : null,
      element(
        'div',
        { class: 'evidence-row' },
        ...shown.map(item => card(item, { onGone: () => message.attempt(show) }))
      ),
      uploader({
        task,
        part: finding.number,
        kinds: ['before', 'after', 'scene', 'document'],
        chosen: finding.needsPhoto ? 'after' : 'before',
        onArrived: show
      }),
      doing
    );
  }

  async function show() {
    const [found, evidence] = await Promise.all([ask('GET', path(task)), ofTask(task)]);
    known = found;
    title.textContent = '发现的问题（' + found.findings.length + '项）';
    replaceContent(
      list,
      ...found.findings.map(finding =>
        entry(
          { ...finding, transferName: found.departments[finding.seen.transferRole] },
          evidence.items.filter(item => item.part === finding.number)
        )
      )
    );
  }

  // who may only look at the task is told so, and offered nothing
  add.hidden = true;
  message.attempt(async () => {
    await show();
    add.hidden = false;
  });
  return node;
}

function put(task) {
  document.querySelectorAll('section.task-card .rectify-visit').forEach(old => old.remove());
  const content = document.querySelector('section.task-card .tabbed-content');
  if (task && open === task && content) {
    content.before(panel(task));
  }
}

export default {
  id: 'rectify-visit-findings',
  pluginPoint: 'tasklist.task.action',
  priority: -10,
  render(node, api, scope) {
    scope.$watch('task.id', id => {
      open = id && scope.task.taskDefinitionKey === STEP ? id : null;
      const task = open;
      // the page of the task is drawn after this
      setTimeout(() => put(task));
    });
  }
};
