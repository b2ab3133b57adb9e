// 企业清单: an enterprise says what it has, names its workshops and posts, confirms what is checked there,
// and prints the registers and cards.
import { ask, element, messageLine, openDialog, replaceContent } from '../../../../rectify/api.js';
import { navbarEntry } from './tasklist.js';
import { Enterprise } from './checklist/enterprise.js';
import { answers } from './checklist/answers.js';
import { places } from './checklist/places.js';
import { papers } from './checklist/papers.js';
import { proposal } from './checklist/proposal.js';
import { recordList, records } from './checklist/records.js';
import sheet from './checklist/sheet.js';

const STEPS = [
  { name: '企业情况', show: answers },
  { name: '车间和岗位', show: places },
  { name: '清单建议', show: proposal },
  { name: '现行清单和打印', show: papers },
  { name: '历次自查', show: records }
];

/** By id; what was typed and not saved is still there when the dialog is opened again. */
const enterprises = new Map();

async function own() {
  const me = await ask('GET', '/api/people/me');
  return me.groups.filter(group => /^ent\d+$/.test(group)).map(group => group.slice(3));
}

async function open(ids) {
  const message = messageLine();
  const panel = element('div', {});
  const act = element('button', {
    type: 'button',
    class: 'btn btn-primary',
    onclick: () => attempt(perform)
  });
  const choice = element('select', { class: 'form-control', onchange: () => attempt(choose) });
  const choiceLabel = element('label', { hidden: ids.length < 2 }, '企业', choice);
  const steps = STEPS.map((step, index) =>
    element(
      'button',
      { type: 'button', class: 'btn btn-default', onclick: () => attempt(() => show(index)) },
      step.name
    )
  );
  let enterprise = null;
  let perform = null;

  const { dialog } = openDialog(
    '企业清单',
    choiceLabel,
    element('nav', { class: 'rectify-steps', 'aria-label': '步骤' }, steps),
    panel,
    element('footer', {}, message.line, act)
  );
  dialog.classList.add('rectify-list-dialog');

  async function attempt(work) {
    act.disabled = true;
    await message.attempt(work);
    act.disabled = false;
  }

  /** @param said what the step begins with saying, bad if it refuses something */
  function show(index, said, bad) {
    const step = STEPS[index].show(enterprise, { show, say: message.say });
    steps.forEach((button, other) => {
      button.classList.toggle('active', other === index);
      button.setAttribute('aria-current', other === index ? 'step' : 'false');
    });
    replaceContent(panel, ...step.content);
    perform = step.perform;
    act.hidden = !step.perform;
    act.textContent = step.label || '';
    message.say(said || '', bad);
    dialog.scrollTop = 0;
  }

  async function choose() {
    message.say('正在读取……');
    enterprise = enterprises.get(choice.value);
    await enterprise.load();
    show(enterprise.unanswered().length ? 0 : enterprise.proposal.unchanged ? 3 : 2);
  }

  await attempt(async () => {
    message.say('正在读取……');
    for (const id of ids) {
      const { name } = await ask('GET', '/api/enterprises/' + id);
      choice.append(element('option', { value: id }, name));
      enterprises.set(id, enterprises.get(id) || new Enterprise(id));
    }
    await choose();
  });
  return dialog;
}

/** What an enterprise is waited for, in a word; empty if for nothing. */
async function waits(ids) {
  const of = path => Promise.all(ids.map(id => ask('GET', `/api/enterprises/${id}/${path}`)));
  const [questions, proposals] = await Promise.all([of('questions'), of('checklist/proposal')]);
  if (questions.flat().some(one => one.answer === null)) {
    return '待回答';
  }
  return proposals.some(one => !one.unchanged) ? '待确认' : '';
}

const lists = {
  id: 'rectify-checklist',
  pluginPoint: 'tasklist.navbar.action',
  priority: 375,
  async render(node) {
    let ids;
    try {
      ids = await own();
    } catch (later) {
      return;
    }
    if (ids.length === 0) {
      navbarEntry(node, 'list-alt', '自查记录', recordList);
      return;
    }
    const badge = element('span', { class: 'badge rectify-badge', hidden: true });
    const refresh = async () => {
      const word = await waits(ids).catch(() => '');
      badge.textContent = word;
      badge.hidden = word === '';
      link.setAttribute('aria-label', '企业清单' + (word && '，' + word));
    };
    const link = navbarEntry(node, 'list-alt', '企业清单', async () => {
      const dialog = await open(ids);
      dialog.addEventListener('close', refresh);
    });
    link.append(badge);
    await refresh();
  }
};

export default [lists, sheet];
