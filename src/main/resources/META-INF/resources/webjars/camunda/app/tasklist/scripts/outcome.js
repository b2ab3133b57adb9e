// After 提交 and 办结: the list is read again at once, an error of an earlier attempt goes, and a
// lasting line says under which number it lies, what happens next and who has it.
import { ask, element, root } from '../../../../rectify/api.js';
import { formSent, readAgain, watchTaskData, whenSent } from '../../../../rectify/engine-insides.js';
import { sayLasting } from './done-line.js';
import { fromTheTop } from './turns.js';

const AGAIN = 4000;

let taskData = null;
let scopeOfTask = null;

function readListAgain() {
  if (taskData) {
    readAgain(taskData, scopeOfTask, 'taskList');
  }
}

/** What an earlier attempt was refused for says nothing about this one. */
function dropErrors() {
  document.querySelectorAll('.notifications .alert-danger .close').forEach(close => close.click());
}

/** The task in the list one stands in: its filter and its order stay as they are. */
function here(task) {
  const query = new URLSearchParams(window.location.hash.split('?')[1] || '');
  query.set('task', task);
  return '#/?' + query;
}

function step(next) {
  return element(
    'p',
    {},
    next.text,
    next.taskId ? element('a', { href: here(next.taskId) }, '现在办理') : null
  );
}

function say(outcome) {
  sayLasting([
    element(
      'p',
      {},
      element('strong', {}, outcome.text),
      outcome.caseNumber
        ? element('a', { href: `${root}/city/cases/${outcome.caseNumber}` }, '查看案件')
        : null
    ),
    ...outcome.next.map(step)
  ]);
}

async function tell(path) {
  try {
    say(await ask('GET', path));
  } catch (unknown) {
    // it is done all the same
    sayLasting([element('p', {}, element('strong', {}, '已提交。'))]);
  }
}

function done(request, sent) {
  if (request.status < 200 || request.status > 299) {
    return;
  }
  setTimeout(dropErrors);
  fromTheTop();
  readListAgain();
  // what the engine does by itself takes a moment
  setTimeout(readListAgain, AGAIN);
  if (sent.task) {
    tell(`/api/tasks/${sent.task}/outcome`);
  } else {
    tell(`/api/starts/${JSON.parse(request.responseText).id}/outcome`);
  }
}

window.addEventListener('rectify-list-changed', readListAgain);

whenSent((method, address) => {
  const sent = formSent(method, address);
  if (sent) {
    setTimeout(dropErrors);
  }
  return sent && { answered: request => done(request, sent) };
});

export default {
  id: 'rectify-outcome',
  pluginPoint: 'tasklist.task.action',
  priority: -10,
  render(node, api, scope) {
    scopeOfTask = scope;
    watchTaskData(scope, data => {
      taskData = data;
    });
  }
};
