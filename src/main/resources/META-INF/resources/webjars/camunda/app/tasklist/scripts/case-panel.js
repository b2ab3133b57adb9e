// The case above the form of a task: what is known, why the task is here, by which article, what
// has happened; and, if somebody else has finished it meanwhile, who and when instead of the form.
import { around, ask, element, moment, replaceContent, root } from '../../../../rectify/api.js';
import { showGone, tellWhoFinished } from './finished.js';
import { showHold } from './hold.js';
import { showTab, side } from './side.js';
import { turnTo } from './turns.js';

const CHECK_EVERY = 120000;
const wide = window.matchMedia('(min-width: 768px)');

let current = null;

function lines(all) {
  return element(
    'dl',
    {},
    ...all.flatMap(line => [element('dt', {}, line.label), element('dd', {}, line.text)])
  );
}

function part(title, open, content) {
  return element('details', { open }, element('summary', {}, title), content);
}

function timeline(happenings) {
  return element(
    'ol',
    {},
    ...happenings
      .slice()
      .reverse()
      .map(it =>
        element(
          'li',
          {},
          element('time', { datetime: it.at }, moment(it.at)),
          element('strong', {}, it.what),
          element('span', {}, it.who + (it.unit && it.unit !== it.who ? `（${it.unit}）` : '')),
          element('p', {}, it.detail)
        )
      )
  );
}

function star(card) {
  const button = element('button', {
    type: 'button',
    class: 'btn btn-default btn-sm rectify-follow',
    onclick: async () => {
      button.disabled = true;
      try {
        await ask(card.followed ? 'DELETE' : 'PUT', '/api/follows/' + card.caseNumber);
        card.followed = !card.followed;
        label();
      } catch (failure) {
        button.after(element('span', { class: 'rectify-failed', role: 'alert' }, failure.message));
      }
      button.disabled = false;
    }
  });
  function label() {
    button.textContent = card.followed ? '★ 取消关注' : '☆ 关注案件';
    button.setAttribute('aria-pressed', String(card.followed));
  }
  label();
  return button;
}

function head(page) {
  const card = page.card;
  return element(
    'header',
    {},
    element(
      'p',
      { class: 'rectify-marks' },
      card.urgency &&
        element('span', { class: 'rectify-mark rectify-' + card.urgency.tone }, card.urgency.text),
      card.dueAt && element('span', { class: 'rectify-mark' }, moment(card.dueAt) + '到期'),
      card.level &&
        element('span', { class: 'rectify-mark' + (card.major ? ' rectify-major' : '') }, card.level),
      card.rung && element('span', { class: 'rectify-mark rectify-rung' }, card.rung)
    ),
    element(
      'p',
      { class: 'rectify-title' },
      [card.location || card.title, card.enterprise].filter(Boolean).join('，')
    ),
    card.caseNumber
      ? element(
          'a',
          { class: 'btn btn-default btn-sm', href: `${root}/city/cases/${card.caseNumber}` },
          '案件页'
        )
      : null,
    card.caseNumber ? star(card) : null,
    page.draftSavedAt &&
      element('p', { class: 'rectify-note' }, `已填入您于${moment(page.draftSavedAt)}保存的草稿。`)
  );
}

/** The form begins with the facts too; what the panel has told it need not repeat. */
function markRepeats() {
  document.querySelectorAll('.rectify-told .fjs-form-field-text:not(.rectify-repeats)').forEach(text => {
    if (text.textContent.trim().startsWith('案件编号')) {
      text.classList.add('rectify-repeats');
    }
  });
}

function fill(panel, page) {
  replaceContent(
    panel,
    head(page),
    page.facts.length ? part('案件情况', wide.matches, lines(page.facts)) : '',
    part('为什么由我办理', false, lines(page.why)),
    part('办理依据', false, lines(page.basis)),
    page.timeline.length ? part(`案件经过（${page.timeline.length}）`, false, timeline(page.timeline)) : ''
  );
  panel.closest('.task-card').classList.toggle('rectify-told', page.facts.length > 0);
  markRepeats();
}

function place(task) {
  const card = document.querySelector('section.task-card');
  if (!card || task !== current) {
    return null;
  }
  card.querySelectorAll('.rectify-case').forEach(old => old.remove());
  card.classList.remove('rectify-gone', 'rectify-told', 'rectify-asked');
  card.querySelectorAll('.rectify-hold').forEach(old => old.remove());
  const panel = element('section', { class: 'rectify-case', 'aria-label': '案件' });
  side(card).prepend(panel);
  return panel;
}

async function look(task, panel) {
  try {
    const page = await ask('GET', `/api/tasks/${task.id}/case`);
    if (task === current && panel) {
      const card = panel.closest('.task-card');
      fill(panel, page);
      showTab(card, '文书', page.documents);
      showHold(card, task, page.hold, task.scope);
    }
  } catch (failure) {
    const card = document.querySelector('section.task-card');
    const finished = failure.status === 409 || failure.status === 404;
    if (finished && task === current && card && !card.classList.contains('rectify-gone')) {
      showGone(card, failure.message);
    }
  }
}

/** Somebody has taken the task or given it back: the folded parts stay as they are. */
async function again(task) {
  const card = document.querySelector('section.task-card');
  try {
    const page = await ask('GET', `/api/tasks/${task.id}/case`);
    if (task === current && card) {
      showHold(card, task, page.hold, task.scope);
    }
  } catch (failure) {
    check();
  }
}

function check() {
  if (current && document.visibilityState === 'visible') {
    look(current, null);
  }
}

new MutationObserver(() => {
  markRepeats();
  tellWhoFinished();
}).observe(document.body, { childList: true, subtree: true });
// Tasklist itself sees that a task is gone, but not by whom
new MutationObserver(() => {
  const removed = document.querySelector('section.task-card.task-removed:not(.rectify-asked)');
  if (removed) {
    removed.classList.add('rectify-asked');
    check();
  }
}).observe(document.body, { subtree: true, attributeFilter: ['class'] });
document.addEventListener('visibilitychange', check);
document.addEventListener('rectify-draft-refused', check);
setInterval(check, CHECK_EVERY);
// the server refuses a form whose task is finished: then the form goes away too
document.addEventListener('click', event => {
  if (around(event.target, '.task-card .form-actions button, .task-card .claim')) {
    setTimeout(check, 1500);
  }
});

export default {
  id: 'rectify-case-panel',
  pluginPoint: 'tasklist.task.action',
  priority: 0,
  render(node, api, scope) {
    scope.$watchGroup(['task.id', 'task.assignee'], ([id], [before]) => {
      if (id && current && current.id === id && id === before) {
        again(current);
        return;
      }
      current = id ? { id, scope } : null;
      const task = current;
      turnTo(task);
      if (task) {
        // the page of the task is drawn after this
        setTimeout(() => look(task, place(task)));
      }
    });
  }
};
