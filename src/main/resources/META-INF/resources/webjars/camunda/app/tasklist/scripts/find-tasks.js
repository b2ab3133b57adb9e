// What narrows the list of tasks: words in a case's number, enterprise, place or description,
// however they are written, and the dozen things people here ask for. It stands in the address.
import { ask, element } from '../../../../rectify/api.js';
import { listQuery } from '../../../../rectify/engine-insides.js';

const KEPT = 'rectifyFind';
const PROCESSES = [
  ['hazard-rectification', '自查隐患整改'],
  ['rectification-order', '责令整改'],
  ['inspection', '监督检查'],
  ['supervision', '逾期督办'],
  ['duty-supervision', '履职督办'],
  ['self-check', '企业自查'],
  ['self-check-reminder', '未按时自查核实'],
  ['red-light-attention', '红灯企业处置'],
  ['assessment-finding', '考核评估发现的说明与审定'],
  ['statistics-signing', '统计报表签发']
];

function option([value, label]) {
  return element('option', { value }, label);
}

function choice(name, label, ...options) {
  return field(label, element('select', { class: 'form-control', name }, ...options.map(option)));
}

function date(name, label) {
  return field(label, element('input', { class: 'form-control', type: 'date', name }));
}

function text(name, label) {
  return field(label, element('input', { class: 'form-control', type: 'text', name, maxlength: 60 }));
}

function field(label, input) {
  return element('label', {}, element('span', {}, label), input);
}

function conditions() {
  return element(
    'div',
    { class: 'rectify-conditions', hidden: true },
    text('task', '任务名称'),
    choice('level', '隐患等级', ['', '全部'], ['GENERAL', '一般隐患'], ['MAJOR', '重大隐患']),
    choice('source', '隐患来源', ['', '全部'], ['SELF_REPORT', '企业自查'], ['INSPECTION', '监督检查']),
    choice('overdue', '整改期限', ['', '全部'], ['overdue', '整改已逾期'], ['soon', '三个工作日内到期']),
    choice('process', '流程', ['', '全部'], ...PROCESSES),
    choice('taken', '签收', ['', '全部'], ['no', '没有人签收'], ['yes', '已有人签收']),
    date('dueFrom', '办理期限从'),
    date('dueUntil', '办理期限到'),
    date('createdFrom', '收到日期从'),
    date('createdUntil', '收到日期到')
  );
}

function kept() {
  try {
    return JSON.parse(new URLSearchParams(window.location.hash.split('?')[1] || '').get(KEPT)) || {};
  } catch (unreadable) {
    return {};
  }
}

function keep(asked) {
  const query = new URLSearchParams(window.location.hash.split('?')[1] || '');
  if (Object.keys(asked).length) {
    query.set(KEPT, JSON.stringify(asked));
  } else {
    query.delete(KEPT);
  }
  window.history.replaceState(null, '', '#/?' + query);
}

/** A day as the engine wants it; China has one time. */
function moment(day, next) {
  const at = new Date(day + 'T00:00:00Z');
  at.setUTCDate(at.getUTCDate() + (next ? 1 : 0));
  return at.toISOString().slice(0, 10) + 'T00:00:00.000+0800';
}

function ofTask(asked) {
  const query = {};
  if (asked.task) {
    query.nameLike = `%${asked.task}%`;
  }
  if (asked.process) {
    query.processDefinitionKey = asked.process;
  }
  if (asked.taken) {
    query[asked.taken === 'yes' ? 'assigned' : 'unassigned'] = true;
  }
  if (asked.dueFrom) {
    query.dueAfter = moment(asked.dueFrom);
  }
  if (asked.dueUntil) {
    query.dueBefore = moment(asked.dueUntil, true);
  }
  if (asked.createdFrom) {
    query.createdAfter = moment(asked.createdFrom);
  }
  if (asked.createdUntil) {
    query.createdBefore = moment(asked.createdUntil, true);
  }
  return query;
}

/** Cases, and tasks beside them, are found by our own interface; a task's own name is as good where only words are asked. */
async function query(asked) {
  const found = ofTask(asked);
  const ofCase = asked.level || asked.source || asked.overdue;
  if (!asked.words && !ofCase) {
    return { found, more: false };
  }
  const wanted = new URLSearchParams();
  Object.entries({ text: asked.words, level: asked.level, source: asked.source }).forEach(
    ([name, value]) => value && wanted.set(name, value)
  );
  if (asked.overdue) {
    wanted.set(asked.overdue, 'true');
  }
  const { numbers, tasks, more } = await ask('GET', '/api/tasks/cases?' + wanted);
  const either = {};
  if (numbers.length || ofCase) {
    // no case has this number
    either.processInstanceBusinessKeyIn = numbers.length ? numbers : ['-'];
  }
  if (!ofCase) {
    either.nameLike = `%${asked.words}%`;
    if (tasks.length) {
      either.taskIdIn = tasks;
    }
  }
  return { found: { ...found, orQueries: [either] }, more };
}

function draw(node, show) {
  const words = element('input', {
    class: 'main-field form-control',
    type: 'search',
    name: 'words',
    maxlength: 100,
    autocomplete: 'off',
    placeholder: '筛选任务',
    'aria-label': '按案件编号、企业、部位、隐患内容、任务名称或事项筛选任务'
  });
  const more = conditions();
  const toggle = element(
    'button',
    {
      type: 'button',
      class: 'btn btn-default',
      'aria-expanded': 'false',
      onclick: () => {
        more.hidden = !more.hidden;
        toggle.setAttribute('aria-expanded', String(!more.hidden));
      }
    },
    '条件'
  );
  const clear = element('button', { type: 'button', class: 'btn btn-link', hidden: true }, '清除');
  const said = element('p', { class: 'rectify-found', role: 'status' });
  const form = element(
    'form',
    { class: 'search-container rectify-find', role: 'search' },
    element(
      'div',
      { class: 'rectify-find-line' },
      words,
      element('button', { type: 'submit', class: 'btn btn-primary' }, '查找'),
      toggle,
      clear
    ),
    more,
    said
  );
  const asked = () =>
    Object.fromEntries(
      [...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value)
    );
  let latest = 0;

  async function find() {
    const now = asked();
    latest += 1;
    const mine = latest;
    clear.hidden = Object.keys(now).length === 0;
    said.textContent = '';
    try {
      const answer = await query(now);
      if (mine === latest) {
        said.textContent = answer.more ? '找到的较多，只列出一部分任务，请多写几个字。' : '';
        show(answer.found);
      }
    } catch (failure) {
      said.textContent = failure.message;
    }
  }

  form.addEventListener('submit', event => {
    event.preventDefault();
    keep(asked());
    find();
  });
  more.addEventListener('change', () => {
    keep(asked());
    find();
  });
  words.addEventListener('search', () => words.value || form.requestSubmit());
  clear.addEventListener('click', () => {
    form.reset();
    keep({});
    find();
  });
  const before = kept();
  Object.entries(before).forEach(([name, value]) => {
    if (form.elements[name]) {
      form.elements[name].value = value;
    }
  });
  more.hidden = Object.keys(before).every(name => name === 'words');
  toggle.setAttribute('aria-expanded', String(!more.hidden));
  node.append(form);
  if (Object.keys(before).length) {
    find();
  }
}

export default {
  id: 'rectify-find-tasks',
  pluginPoint: 'tasklist.list',
  priority: 100,
  render(node, api, scope) {
    draw(node, listQuery(scope));
  }
};
