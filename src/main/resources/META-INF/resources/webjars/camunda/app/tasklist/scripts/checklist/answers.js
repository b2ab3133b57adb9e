import { element } from '../../../../../rectify/api.js';

/** The first step: what the enterprise has and does. */
export function answers(enterprise, { say, show }) {
  const open = enterprise.unanswered().length;
  const kinds = [...new Set(enterprise.questions.map(one => one.kind))];
  return {
    content: [
      element(
        'p',
        {},
        '只问与本行业有关的。回答“是”的，到“车间和岗位”里勾选在哪里；清单按回答抽取条目。' +
          (open ? `还有${open}个问题没有回答。` : '')
      ),
      ...kinds.flatMap(kind => [
        element('h3', {}, kind),
        ...enterprise.questions.filter(one => one.kind === kind).map(one => question(enterprise, one))
      ])
    ],
    label: '保存企业情况',
    perform: () => save(enterprise, { say, show }, 0)
  };
}

function question(enterprise, { name, question: text }) {
  const open = element('span', { class: 'rectify-open' }, '未回答');
  const places = element('p', { class: 'rectify-when' });
  const fieldset = element(
    'fieldset',
    { 'data-trait': name },
    element('legend', {}, text, ' ', open),
    choice('是', true),
    choice('否', false),
    places
  );

  function choice(label, value) {
    return element(
      'label',
      {},
      element('input', {
        type: 'radio',
        name: 'rectify-trait-' + name,
        checked: enterprise.answers.get(name) === value,
        onchange: () => {
          enterprise.answers.set(name, value);
          enterprise.typed = true;
          tell();
        }
      }),
      ' ' + label
    );
  }

  function tell() {
    const answer = enterprise.answerTo(name);
    const ticked = [...enterprise.workshops, ...enterprise.posts].filter(place => place.traits.has(name));
    open.hidden = answer !== null;
    places.hidden = answer !== false || ticked.length === 0;
    places.textContent = '保存后，不再属于：' + ticked.map(place => place.name).join('、');
  }

  tell();
  return fieldset;
}

/** Saves all of it; the API takes answers, workshops and posts together. */
export async function save(enterprise, { say, show }, step) {
  const open = enterprise.unanswered();
  if (open.length > 0) {
    show(0, `还有${open.length}个问题没有回答，请逐个选“是”或“否”，再保存。已填写的内容还在。`, true);
    document.querySelector(`.rectify-list-dialog [data-trait="${open[0].name}"] input`).focus();
    return;
  }
  say('正在保存……');
  await enterprise.save();
  const next = step === 0 ? '请接着登记车间和岗位。' : '请到“清单建议”核对并确认清单。';
  show(step, '已保存。' + (enterprise.proposal.unchanged ? '清单没有变化。' : next));
}
