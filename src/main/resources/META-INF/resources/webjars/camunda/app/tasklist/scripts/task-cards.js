// What a card in the task list says: whose case, where, how grave, how urgent. One request a page.
import { ask, day, element, replaceContent, root } from '../../../../rectify/api.js';

let waiting = new Map();
/** What each card said last: what says something else now draws the eye. */
const said = new Map();

function request() {
  const asked = waiting;
  waiting = new Map();
  ask('GET', '/api/tasks/cards?ids=' + [...asked.keys()].join(','))
    .then(cards => cards.forEach(card => asked.get(card.taskId).forEach(node => show(node, card))))
    .catch(failure =>
      asked.forEach(nodes => nodes.forEach(node => replaceContent(node, element('p', {}, failure.message))))
    );
}

function pageOf(number) {
  const stay = event => event.stopPropagation();
  return element('a', { href: `${root}/city/cases/${number}`, title: '案件页', onclick: stay }, number);
}

function mark(node, card) {
  const says = node.textContent;
  node.classList.toggle('rectify-changed', said.has(card.taskId) && said.get(card.taskId) !== says);
  said.set(card.taskId, says);
}

function show(node, card) {
  replaceContent(
    node,
    element(
      'p',
      { class: 'rectify-marks' },
      card.urgency &&
        element('span', { class: 'rectify-mark rectify-' + card.urgency.tone }, card.urgency.text),
      card.level &&
        element('span', { class: 'rectify-mark' + (card.major ? ' rectify-major' : '') }, card.level),
      card.rung && element('span', { class: 'rectify-mark rectify-rung' }, card.rung),
      card.holder ? element('span', { class: 'rectify-mark' }, card.holder + '在办') : null,
      card.followed ? element('span', { class: 'rectify-mark', title: '已关注' }, '★ 已关注') : null
    ),
    element('p', { class: 'rectify-where' }, card.location || card.title || ''),
    element('p', {}, [card.enterprise, card.place].filter(Boolean).join('，')),
    card.dueAt ? element('p', {}, '到期：' + day(card.dueAt)) : '',
    card.caseNumber ? element('p', { class: 'rectify-number' }, pageOf(card.caseNumber)) : ''
  );
  mark(node, card);
}

export default {
  id: 'rectify-card',
  pluginPoint: 'tasklist.card',
  priority: 2000,
  render(node, { taskId }) {
    node.className = 'rectify-card';
    if (waiting.size === 0) {
      setTimeout(request);
    }
    waiting.set(taskId, [...(waiting.get(taskId) || []), node]);
  }
};
